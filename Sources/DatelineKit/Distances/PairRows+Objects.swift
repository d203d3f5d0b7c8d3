import GeoTypes
import Geodesy

// JSON objects, one a line.
extension PairRows {
    func object(_ line: UnsafeBufferPointer<UInt8>, _ ends: inout PairEnds, _ outcome: inout Outcome) {
        outcome.rows += 1
        let object: JSONLine
        do {
            object = try JSONLine(line)
        } catch {
            note(
                PairProblem(
                    line: outcome.lines, column: Self.column(line, error.offset), message: "expected \(error.expected)"),
                &outcome)
            // No object to add results to: the line goes on as it is, unless the output is a table.
            if !isStrict, output == .jsonl {
                outcome.bytes.append(contentsOf: line)
                outcome.bytes.append(0x0A)
            }
            return
        }
        var result: Geodesic.Inverse?
        do {
            result = try measured(object, line, &ends)
        } catch {
            note(PairProblem(line: outcome.lines, column: error.column, message: error.message), &outcome)
            if isStrict { return }
        }
        guard output == .jsonl else { return convert(line, object, result, &outcome) }
        let isTaken = PairColumns.results.contains { object.member($0) != nil }
        outcome.bytes.append(contentsOf: line[..<object.end])
        if !isTaken {
            if !object.members.isEmpty { outcome.bytes.append(UInt8(ascii: ",")) }
            measure.appendMembers(result, to: &outcome.bytes)
        }
        outcome.bytes.append(contentsOf: "}\n".utf8)
    }

    /// The faults of this one carry columns of the line.
    private func measured(
        _ object: JSONLine, _ line: UnsafeBufferPointer<UInt8>, _ ends: inout PairEnds
    ) throws(PairEnds.Fault) -> Geodesic.Inverse {
        if let taken = PairColumns.results.first(where: { object.member($0) != nil }) {
            throw PairEnds.Fault(cell: -1, column: 1, message: "there is a member \"\(taken)\" already; rename it")
        }
        func found(_ names: [String]) -> [JSONLine.Member]? {
            let members = names.compactMap { object.member($0) }
            return members.count == names.count ? members : nil
        }
        func placed(_ fault: PairEnds.Fault, _ members: [JSONLine.Member]) -> PairEnds.Fault {
            let member = members[max(0, min(members.count - 1, fault.cell))]
            let start = member.value.lowerBound + (member.text == nil ? 0 : 1)
            return PairEnds.Fault(
                cell: -1, column: Self.column(line, start) + fault.column - 1, message: fault.message)
        }
        if let members = found(PairColumns.degreeNames) {
            var values: [Double] = []
            for (number, member) in members.enumerated() {
                do throws(PairEnds.Fault) {
                    let text = member.text.map { Array($0.utf8) } ?? Array(line[member.value])
                    values.append(
                        try text.withUnsafeBufferPointer { (bytes) throws(PairEnds.Fault) in
                            try PairEnds.degrees(bytes, isLatitude: number % 2 == 0, number: number)
                        })
                } catch {
                    throw placed(error, members)
                }
            }
            return measure(
                Coordinate(latitude: values[0], longitude: values[1]),
                Coordinate(latitude: values[2], longitude: values[3]))
        }
        guard let members = found(PairColumns.placeNames), let from = members[0].text, let to = members[1].text else {
            throw PairEnds.Fault(
                cell: -1, column: 1,
                message:
                    "expected members \"from\" and \"to\" that are strings, or \"lat1\", \"lon1\", \"lat2\", \"lon2\"")
        }
        do {
            let (a, b) = try ends.places(from, to)
            return measure(a, b)
        } catch {
            throw placed(error, members)
        }
    }
}
