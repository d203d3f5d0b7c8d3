public import MapExport

/// Measures a table of pairs as it comes: columns are passed through, `distance`, `azimuth` and `back_azimuth` added.
///
/// Rows go out in the order they came in, whatever the number of jobs. A bad row goes on with empty results, and is
/// told and counted; a strict run stops at the first, after all before it have been written.
public struct PairStream {
    public struct Options: Sendable {
        public var measure = PairMeasure()
        /// The form of the input, where it cannot be told from its name or its first line.
        public var input: TableFormat?
        /// The form of the output; that of the input where `nil`.
        public var output: TableFormat?
        public var isStrict = false
        public var jobs = 1
        public init() {}
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// Lines after the header, bad ones too.
        public var rows = 0
        public var bad = 0
        /// Rows with a name that may mean something else.
        public var ambiguous = 0
        /// The first such name and what it was taken for.
        public var example: String?
        /// A strict run met a bad line.
        public var isStopped = false
    }

    private let options: Options
    private let open: () throws -> NameResolver

    /// - Parameter open: opens the gazetteer; called only for a table of names.
    public init(options: Options, open: @escaping () throws -> NameResolver) {
        self.options = options
        self.open = open
    }

    /// - Parameters:
    ///   - path: a file, or `-` for standard input.
    ///   - problem: hears of bad lines, in order, of each piece the first twenty.
    /// - Throws: ``PlaceError`` for an input that cannot be read or has not the columns; what the sink throws.
    public func run(
        _ path: String, to sink: any ByteSink, problem: (PairProblem) -> Void
    ) async throws -> Outcome {
        let chunks = try PairChunks(path: path)
        let name = path == "-" ? "standard input" : path
        guard var first = try chunks.firstLine() else {
            throw PlaceError.badFile(
                path: name, detail: "is empty; expected a first line with the columns from,to or lat1,lon1,lat2,lon2")
        }
        let input = options.input ?? TableFormat.ofFile(path) ?? TableFormat.ofLine(first[...])
        let output = options.output ?? input
        chunks.hasQuotes = input == .csv
        if input == .jsonl { chunks.putBack(first) }
        let hasMark = first.starts(with: [0xEF, 0xBB, 0xBF])
        if hasMark { first.removeFirst(3) }
        let header = try Self.header(first, input, path: name)
        let columns: PairColumns
        switch PairColumns.find(header) {
        case .success(let found): columns = found
        case .failure(let wrong): throw PlaceError.badFile(path: "\(name):\(wrong.line)", detail: wrong.message)
        }
        var needsNames = input == .jsonl && header.contains { PairColumns.placeNames.contains($0.lowercased()) }
        if case .places = columns.ends { needsNames = true }
        try writeHeader(header, first, input: input, output: output, hasMark: hasMark, to: sink)

        let rows = PairRows(
            input: input, output: output, columns: columns, header: header, measure: options.measure,
            resolver: needsNames ? try open() : nil, isStrict: options.isStrict)
        var outcome = Outcome()
        // The header is a line, too.
        var line = input == .jsonl ? 0 : 1
        try await OrderedMap.run(
            jobs: options.jobs, next: { outcome.isStopped ? nil : try chunks.next() }, transform: { rows.measure($0) },
            take: { piece in
                guard !outcome.isStopped else { return }
                try sink.write(piece.bytes)
                for found in piece.problems {
                    problem(PairProblem(line: line + found.line, column: found.column, message: found.message))
                }
                line += piece.lines
                outcome.rows += piece.rows
                outcome.bad += piece.bad
                outcome.ambiguous += piece.ambiguous
                outcome.example = outcome.example ?? piece.example
                outcome.isStopped = piece.isStopped
            })
        return outcome
    }

    private static func header(_ line: [UInt8], _ format: TableFormat, path: String) throws(PlaceError) -> [String] {
        try line.withUnsafeBufferPointer { (bytes) throws(PlaceError) in
            var end = bytes.count
            while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
            let bytes = UnsafeBufferPointer(rebasing: bytes[..<end])
            guard format == .jsonl else {
                var row = TableRow()
                row.divide(bytes, delimiter: format.delimiter)
                return row.cells.map { TableRow.text(UnsafeBufferPointer(rebasing: bytes[$0])) }
            }
            do throws(JSONLine.Fault) {
                return try JSONLine(bytes).members.map(\.key)
            } catch {
                throw .badFile(path: "\(path):1:\(error.offset + 1)", detail: "expected \(error.expected)")
            }
        }
    }

    private func writeHeader(
        _ names: [String], _ line: [UInt8], input: TableFormat, output: TableFormat, hasMark: Bool,
        to sink: any ByteSink
    ) throws {
        guard output != .jsonl else { return }
        var header: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
        let hasReturn = line.reversed().prefix(2).elementsEqual([0x0A, 0x0D])
        if input == output {
            header += line.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed()
        } else {
            for (index, name) in names.enumerated() {
                if index > 0 { header.append(output.delimiter) }
                TableRow.append(name, delimiter: output.delimiter, to: &header)
            }
        }
        for name in PairColumns.results {
            header.append(output.delimiter)
            header.append(contentsOf: name.utf8)
        }
        if hasReturn, input == output { header.append(0x0D) }
        header.append(0x0A)
        try sink.write(header)
    }
}
