import Tables

/// Reads a table of tab-separated columns row by row. Lines that begin with `#` and empty lines are not rows.
struct Table {
    let file: String
    private let columns: Int
    private var cells: TabSeparated

    /// The number of the row's line, from 1.
    var line: Int { cells.line }

    /// - Parameter columns: how many columns a row has at least.
    init(_ file: String, in tables: [String: [UInt8]], columns: Int) throws(EventExtractionError) {
        guard let bytes = tables[file] else { throw .missingTable(file: file) }
        self.file = file
        self.columns = columns
        cells = TabSeparated(bytes)
    }

    /// Goes to the next row; `false` after the last.
    mutating func next() throws(EventExtractionError) -> Bool {
        guard cells.next() else { return false }
        guard cells.count >= columns else {
            throw bad(cells.row, expected: "at least \(columns) columns separated by tabs")
        }
        return true
    }

    var bytes: [UInt8] { cells.bytes }

    /// Where column `index` stands; nowhere where the row is shorter.
    subscript(index: Int) -> Range<Int> { cells[index] }

    func text(_ index: Int) -> String { cells.text(index) }

    /// Whether the text at `word` can be a word of a text: neither a space nor a hyphen is within it.
    func isOneWord(_ word: Range<Int>) -> Bool {
        word.count == 1 || !bytes[word].contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    }

    /// The error of the row, of which `found` is the part that is wrong.
    func bad(_ found: Range<Int>, expected: String) -> EventExtractionError {
        .badRow(file: file, line: cells.line, found: cells.bytes.text(found), expected: expected)
    }
}

extension Table {
    /// Reads a table of names and finite numbers, one in each column from the second to the last asked for.
    static func numbers(
        _ file: String, in tables: [String: [UInt8]], columns: Int, expected: String
    ) throws(EventExtractionError) -> [String: [Double]] {
        var found: [String: [Double]] = [:]
        var table = try Table(file, in: tables, columns: columns)
        while try table.next() {
            found[table.text(0)] = try table.numbers(expected: expected)
        }
        return found
    }

    /// The finite numbers of the row, one in each column from the second to the last asked for.
    func numbers(expected: String) throws(EventExtractionError) -> [Double] {
        var values: [Double] = []
        for column in 1..<columns {
            guard let value = Double(text(column)), value.isFinite else { throw bad(self[1], expected: expected) }
            values.append(value)
        }
        return values
    }

    /// Reads a table of labels and words: each word, written as those of `classes.tsv`, with what `label` makes of its row.
    static func labelledWords<Label>(
        _ file: String, in tables: [String: [UInt8]], lexicon: inout LexiconBuilder,
        label: (Table) throws(EventExtractionError) -> Label
    ) throws(EventExtractionError) -> [(word: Int32, label: Label)] {
        var words: [(word: Int32, label: Label)] = []
        var table = try Table(file, in: tables, columns: 2)
        while try table.next() {
            let label = try label(table)
            var rest = table[1]
            while let word = table.bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
                lexicon.forEachForm(table.bytes, word) { words.append(($0, label)) }
            }
        }
        return words
    }

    /// The case that the first column names.
    func name<Name: RawRepresentable<String> & CaseIterable>(of: Name.Type) throws(EventExtractionError) -> Name {
        guard let name = Name(rawValue: text(0)) else {
            throw bad(self[0], expected: "one of " + Name.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return name
    }
}

/// What is made of texts that come again and again in a table: each is made once.
struct RepeatedTexts<Value: Sendable>: Sendable {
    private var numbers: WordNumbers
    private var known: [(range: Range<Int>, value: Value?)] = []

    /// - Parameter capacity: how many are expected.
    init(capacity: Int = 4096) { numbers = WordNumbers(capacity: capacity) }

    /// The number of the text at `range` of `bytes`, which are the same in all calls; -1 for one that is not kept.
    mutating func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let number = Int(numbers.insert(hash: StableHash.written(bytes, range))) - 1
        if number == known.count { known.append((range, nil)) }
        // Two texts may share a hash.
        return bytes.isSame(known[number].range, range) ? number : -1
    }

    /// What was made of the text, if it came before.
    subscript(number: Int) -> Value? { number < 0 ? nil : known[number].value }

    mutating func set(_ number: Int, _ value: Value) {
        if number >= 0 { known[number].value = value }
    }
}
