/// How a language bends its words: `paradigms.tsv`, with `v` or `n`, ending of the lemma, endings of the forms separated by
/// spaces (`-` for none), tag of `irregular.tsv`. All rows of the longest ending of a lemma count. A row `c` has endings
/// of words by their case instead, ``CaseEndings``.
struct Paradigms: Sendable {
    private struct Row {
        var endings: [Substring]
        var tags: FormTags
    }

    private var verbs: [String: [Row]] = [:]
    private var nouns: [String: [Row]] = [:]
    private var longest = 0
    private(set) var caseEndings = CaseEndings()

    /// The paradigms among `tables`; `nil` for a language without the table.
    init?(_ tables: [String: String]) throws(EventExtractionError) {
        guard tables["paradigms.tsv"] != nil else { return nil }
        for row in try Table("paradigms.tsv", in: tables, columns: 4).rows {
            if row[0] == "c" {
                guard caseEndings.add(row[1], row[2].split(separator: " ")) else {
                    throw row.bad(row[1], expected: "oblique, genitive, instrumental, adjective or verb")
                }
                continue
            }
            guard row[0] == "v" || row[0] == "n", let tags = FormTags.named(row[3]) else {
                throw row.bad(row[0] + " " + row[3], expected: "v, n or c, and a tag such as finite or oblique")
            }
            let ending = row[1] == "-" ? "" : String(row[1])
            let entry = Row(endings: row[2].split(separator: " ").map { $0 == "-" ? "" : $0 }, tags: tags)
            if row[0] == "v" {
                verbs[ending, default: []].append(entry)
            } else {
                nouns[ending, default: []].append(entry)
            }
            longest = max(longest, ending.unicodeScalars.count)
        }
    }

    /// The forms of `lemma` besides itself.
    func forms(_ lemma: String, isVerb: Bool) -> [(form: String, tags: FormTags)] {
        let table = isVerb ? verbs : nouns
        let scalars = Array(lemma.unicodeScalars)
        for length in stride(from: min(longest, scalars.count - 1), through: 0, by: -1) {
            func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: part)
                return String(view)
            }
            guard let rows = table[text(scalars.suffix(length))] else { continue }
            let stem = text(scalars.dropLast(length))
            return rows.flatMap { row in row.endings.map { (stem + $0, row.tags) } }
        }
        return []
    }
}
