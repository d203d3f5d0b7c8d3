import Geodesy

// Rows of one form written in another.
extension PairRows {
    func convert(
        _ line: UnsafeBufferPointer<UInt8>, _ row: TableRow, _ result: Geodesic.Inverse?, _ outcome: inout Outcome
    ) {
        let texts = row.cells.map { TableRow.text(UnsafeBufferPointer(rebasing: line[$0])) }
        write(texts.prefix(columns.count).map { $0 }, result, &outcome)
    }

    func convert(
        _ line: UnsafeBufferPointer<UInt8>, _ object: JSONLine, _ result: Geodesic.Inverse?, _ outcome: inout Outcome
    ) {
        let texts = header.map { name -> String in
            guard let member = object.members.first(where: { $0.key == name }) else { return "" }
            if let text = member.text { return text }
            let raw = String(decoding: line[member.value], as: UTF8.self)
            return raw == "null" ? "" : raw
        }
        write(texts, result, &outcome)
    }

    private func write(_ texts: [String], _ result: Geodesic.Inverse?, _ outcome: inout Outcome) {
        guard output == .jsonl else {
            for index in header.indices {
                if index > 0 { outcome.bytes.append(output.delimiter) }
                if index < texts.count {
                    TableRow.append(texts[index], delimiter: output.delimiter, to: &outcome.bytes)
                }
            }
            if let result {
                measure.append(result, delimiter: output.delimiter, to: &outcome.bytes)
            } else {
                outcome.bytes.append(contentsOf: repeatElement(output.delimiter, count: 3))
            }
            outcome.bytes.append(0x0A)
            return
        }
        let numeric: [Int] = if case .degrees(let positions) = columns.ends { positions } else { [] }
        outcome.bytes.append(UInt8(ascii: "{"))
        for index in header.indices {
            JSONValueText.append(header[index], to: &outcome.bytes)
            outcome.bytes.append(UInt8(ascii: ":"))
            var text = index < texts.count ? texts[index] : ""
            let isNumber = numeric.contains(index) && text.withUTF8 { JSONValueText.isNumber($0) }
            if text.isEmpty {
                outcome.bytes.append(contentsOf: "null".utf8)
            } else if isNumber {
                outcome.bytes.append(contentsOf: text.utf8)
            } else {
                JSONValueText.append(text, to: &outcome.bytes)
            }
            outcome.bytes.append(UInt8(ascii: ","))
        }
        measure.appendMembers(result, to: &outcome.bytes)
        outcome.bytes.append(contentsOf: "}\n".utf8)
    }
}
