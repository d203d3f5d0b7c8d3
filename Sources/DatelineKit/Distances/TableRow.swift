/// The cells of a row of comma-separated values (RFC 4180) or of tab-separated values.
struct TableRow {
    /// Bytes of each cell in its line, quotes included.
    private(set) var cells: [Range<Int>] = []
    /// Why the row cannot be divided: the byte at fault.
    private(set) var fault: (offset: Int, message: String)?

    mutating func divide(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
        cells.removeAll(keepingCapacity: true)
        fault = nil
        let hasQuotes = delimiter != 0x09
        var start = 0
        var index = 0
        let count = line.count
        while index < count {
            let byte = line[index]
            if byte == delimiter {
                cells.append(start..<index)
                start = index + 1
            } else if byte == UInt8(ascii: "\""), hasQuotes, index == start {
                guard let end = Self.endOfQuotes(line, from: index) else {
                    fault = (index, "quotes that nothing closes")
                    return
                }
                index = end
                if index < count, line[index] != delimiter {
                    fault = (index, "text after closing quotes; expected the next cell")
                    return
                }
                continue
            }
            index += 1
        }
        cells.append(start..<count)
    }

    /// Behind the quotes that close those at `start`.
    private static func endOfQuotes(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start + 1
        while index < line.count {
            if line[index] == UInt8(ascii: "\"") {
                guard index + 1 < line.count, line[index + 1] == UInt8(ascii: "\"") else { return index + 1 }
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// The text of a cell without its quotes and the spaces around it.
    static func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        guard cell.first == UInt8(ascii: "\""), cell.count >= 2 else {
            return String(decoding: trimmed(cell), as: UTF8.self)
        }
        var bytes: [UInt8] = []
        var index = 1
        while index < cell.count - 1 {
            bytes.append(cell[index])
            index += cell[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Without spaces at both ends.
    @inline(__always)
    static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, cell.count)
        while start < end, cell[start] == 0x20 { start += 1 }
        while end > start, cell[end - 1] == 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: cell[start..<end])
    }

    /// Appends a text as a cell, in quotes where it needs them.
    static func append(_ text: String, delimiter: UInt8, to row: inout [UInt8]) {
        let bytes = text.utf8
        if delimiter == 0x09 {
            row.append(contentsOf: bytes.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
            return
        }
        guard bytes.contains(where: { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }) else {
            return row.append(contentsOf: bytes)
        }
        row.append(UInt8(ascii: "\""))
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { row.append(byte) }
            row.append(byte)
        }
        row.append(UInt8(ascii: "\""))
    }
}
