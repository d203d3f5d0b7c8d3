import Tables

/// How a language bends its words: `paradigms.tsv`, with `v` or `n`, ending of the lemma, endings of the forms separated by
/// spaces (`-` for none), tag of `irregular.tsv`. All rows of the longest ending of a lemma count. A row `c` has endings
/// of words by their case instead, ``CaseEndings``.
struct Paradigms: Sendable {
    private typealias Row = (endings: Range<Int>, tags: FormTags)

    private let bytes: [UInt8]
    /// The endings of lemmas and the rows of each; 0 is the empty one.
    private let endings: WordNumbers
    private let verbs: GroupedNumbers<Row>
    private let nouns: GroupedNumbers<Row>
    /// The length of the longest ending in bytes.
    private let longest: Int
    let caseEndings: CaseEndings

    /// The paradigms among `tables`; `nil` for a language without the table.
    init?(_ tables: [String: [UInt8]]) throws(EventExtractionError) {
        guard tables["paradigms.tsv"] != nil else { return nil }
        var table = try Table("paradigms.tsv", in: tables, columns: 4)
        var endings = WordNumbers()
        var verbs: [(list: Int32, value: Row)] = []
        var nouns: [(list: Int32, value: Row)] = []
        var caseEndings = CaseEndings()
        var longest = 0
        while try table.next() {
            if table.bytes.holds("c", table[0]) {
                guard caseEndings.add(table.text(1), table.text(2).split(separator: " ")) else {
                    throw table.bad(table[1], expected: "oblique, genitive, instrumental, adjective or verb")
                }
                continue
            }
            let isVerb = table.bytes.holds("v", table[0])
            guard isVerb || table.bytes.holds("n", table[0]), let tags = FormTags.named(table.text(3)) else {
                throw .badRow(
                    file: table.file, line: table.line, found: table.text(0) + " " + table.text(3),
                    expected: "v, n or c, and a tag such as finite or oblique")
            }
            let isEmpty = table.bytes.holds("-", table[1]) || table[1].isEmpty
            let number = isEmpty ? 0 : endings.insert(table.bytes, table[1])
            if isVerb { verbs.append((number, (table[2], tags))) } else { nouns.append((number, (table[2], tags))) }
            if !isEmpty { longest = max(longest, table[1].count) }
        }
        bytes = table.bytes
        self.endings = endings
        self.longest = longest
        self.caseEndings = caseEndings
        self.verbs = GroupedNumbers(verbs, count: endings.count)
        self.nouns = GroupedNumbers(nouns, count: endings.count)
    }

    /// Adds the forms of `lemma` besides itself.
    func addForms(_ source: [UInt8], _ lemma: Range<Int>, isVerb: Bool, to forms: inout WrittenForms) {
        let table = isVerb ? verbs : nouns
        guard !lemma.isEmpty else { return }
        for start in max(lemma.lowerBound + 1, lemma.upperBound - longest)...lemma.upperBound {
            // An ending begins with a character, and is not the whole word.
            if start < lemma.upperBound, source[start] & 0xC0 == 0x80 { continue }
            let ending = start..<lemma.upperBound
            let number = endings.find(hash: StableHash.lowercased(source, ending).hash)
            let rows = table.range(number)
            guard number > 0 || ending.isEmpty, !rows.isEmpty else { continue }
            for row in rows {
                let (parts, tags) = table.values[row]
                var rest = parts
                while let part = bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
                    let isNone = bytes.holds("-", part)
                    forms.add(source, lemma.lowerBound..<start, bytes, isNone ? 0..<0 : part, tags)
                }
            }
            return
        }
    }
}
