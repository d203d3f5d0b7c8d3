import GeoTypes
import Geodesy

/// Measures the rows of a piece of a table.
struct PairRows: Sendable {
    let input: TableFormat
    let output: TableFormat
    let columns: PairColumns
    /// The names of the columns.
    let header: [String]
    let measure: PairMeasure
    let resolver: NameResolver?
    /// Stops at the first bad line, and takes an ambiguous name for one.
    let isStrict: Bool

    struct Outcome: Sendable {
        var bytes: [UInt8] = []
        /// With lines counted from 1 in this piece.
        var problems: [PairProblem] = []
        var lines = 0
        var rows = 0
        var bad = 0
        var ambiguous = 0
        var example: String?
        var isStopped = false
    }

    /// Problems of a piece that are told; the others are counted.
    private static let mostTold = 20

    func measure(_ chunk: [UInt8]) -> Outcome {
        var outcome = Outcome()
        outcome.bytes.reserveCapacity(chunk.count + chunk.count / 2)
        var ends = PairEnds(resolver: resolver, refusesAmbiguous: isStrict)
        var row = TableRow()
        chunk.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count, !outcome.isStopped {
                let end = lineEnd(bytes, from: start)
                let hasReturn = end.feed > start && bytes[end.feed - 1] == 0x0D
                let line = UnsafeBufferPointer(rebasing: bytes[start..<end.feed - (hasReturn ? 1 : 0)])
                outcome.lines += 1
                if !line.isEmpty {
                    if input == .jsonl {
                        object(line, &ends, &outcome)
                    } else {
                        cells(line, hasReturn: hasReturn, &row, &ends, &outcome)
                    }
                }
                outcome.lines += end.inside
                start = end.feed + 1
            }
        }
        outcome.ambiguous = ends.ambiguous
        outcome.example = ends.example
        return outcome
    }

    /// The line feed at the end of the line that begins at `start`, and how many stand in quotes before it.
    @inline(__always)
    private func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (feed: Int, inside: Int) {
        var index = start
        var isQuoted = false
        var inside = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                guard isQuoted else { break }
                inside += 1
            } else if byte == UInt8(ascii: "\""), input == .csv {
                isQuoted.toggle()
            }
            index += 1
        }
        return (index, inside)
    }

    // MARK: Cells

    private func cells(
        _ line: UnsafeBufferPointer<UInt8>, hasReturn: Bool, _ row: inout TableRow, _ ends: inout PairEnds,
        _ outcome: inout Outcome
    ) {
        row.divide(line, delimiter: input.delimiter)
        outcome.rows += 1
        var result: Geodesic.Inverse?
        do {
            result = try cellsMeasured(line, row, &ends)
        } catch {
            refuse(error, line, row, &outcome)
            if isStrict { return }
        }
        if output == input {
            outcome.bytes.append(contentsOf: line)
            if let result {
                measure.append(result, delimiter: output.delimiter, to: &outcome.bytes)
            } else {
                // Also a row with too few cells has its empty results at the end of the columns.
                let missing = max(0, columns.count - row.cells.count)
                outcome.bytes.append(contentsOf: repeatElement(output.delimiter, count: 3 + missing))
            }
            if hasReturn { outcome.bytes.append(0x0D) }
            outcome.bytes.append(0x0A)
        } else {
            convert(line, row, result, &outcome)
        }
    }

    private func cellsMeasured(
        _ line: UnsafeBufferPointer<UInt8>, _ row: TableRow, _ ends: inout PairEnds
    ) throws(PairEnds.Fault) -> Geodesic.Inverse {
        if let fault = row.fault {
            throw PairEnds.Fault(cell: -1, column: Self.column(line, fault.offset), message: "found \(fault.message)")
        }
        guard row.cells.count == columns.count else {
            throw PairEnds.Fault(
                cell: -1, column: 1,
                message: "found \(row.cells.count) cells, expected \(columns.count) as in the header")
        }
        switch columns.ends {
        case .degrees(let positions):
            let lat1 = try degrees(line, row, positions[0], 0)
            let lon1 = try degrees(line, row, positions[1], 1)
            let lat2 = try degrees(line, row, positions[2], 2)
            let lon2 = try degrees(line, row, positions[3], 3)
            return measure(
                Coordinate(latitude: lat1, longitude: lon1), Coordinate(latitude: lat2, longitude: lon2))
        case .places(let from, let to):
            let (a, b) = try ends.places(
                TableRow.text(UnsafeBufferPointer(rebasing: line[row.cells[from]])),
                TableRow.text(UnsafeBufferPointer(rebasing: line[row.cells[to]])))
            return measure(a, b)
        }
    }

    @inline(__always)
    private func degrees(
        _ line: UnsafeBufferPointer<UInt8>, _ row: TableRow, _ position: Int, _ number: Int
    ) throws(PairEnds.Fault) -> Double {
        let cell = TableRow.trimmed(UnsafeBufferPointer(rebasing: line[row.cells[position]]))
        if cell.first == UInt8(ascii: "\"") {
            return try Array(TableRow.text(cell).utf8).withUnsafeBufferPointer { (bytes) throws(PairEnds.Fault) in
                try PairEnds.degrees(bytes, isLatitude: number % 2 == 0, number: number)
            }
        }
        return try PairEnds.degrees(cell, isLatitude: number % 2 == 0, number: number)
    }

    private func refuse(
        _ fault: PairEnds.Fault, _ line: UnsafeBufferPointer<UInt8>, _ row: TableRow, _ outcome: inout Outcome
    ) {
        var column = fault.column
        if fault.cell >= 0 {
            let positions: [Int] =
                switch columns.ends {
                case .degrees(let positions): positions
                case .places(let from, let to): [from, to]
                }
            var offset = row.cells[positions[fault.cell]].lowerBound
            while offset < line.count, line[offset] == 0x20 || line[offset] == UInt8(ascii: "\"") { offset += 1 }
            column += Self.column(line, offset) - 1
        }
        note(PairProblem(line: outcome.lines, column: column, message: fault.message), &outcome)
    }

    func note(_ problem: PairProblem, _ outcome: inout Outcome) {
        outcome.bad += 1
        if outcome.problems.count < Self.mostTold { outcome.problems.append(problem) }
        if isStrict { outcome.isStopped = true }
    }

    /// The number of the character that begins at byte `offset`, from 1.
    static func column(_ line: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        line[..<min(offset, line.count)].count { $0 & 0xC0 != 0x80 } + 1
    }
}
