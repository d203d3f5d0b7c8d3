import Articles

/// Tells, by the words around, what a span may be that is no toponym: for the table of mistakes, not for recognition.
public struct SpuriousNames: Sendable {
    private let givenNames: Set<String>
    private let titles: Set<String>
    private let organizationHeads: Set<String>
    private let streetWords: Set<String>
    private let commonWords: Set<String>

    /// - Parameter tables: the texts of the word lists of geoparsing by name; a list that is missing is empty.
    public init(tables: [String: String]) {
        func words(_ name: String) -> Set<String> {
            var words: Set<String> = []
            for line in (tables[name] ?? "").split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
                if let word = line.split(separator: "\t").first { words.insert(word.lowercased()) }
            }
            return words
        }
        givenNames = words("given_names.tsv")
        titles = words("titles.tsv")
        organizationHeads = words("organization_heads.tsv")
        streetWords = words("street_words.tsv")
        commonWords = words("common_words.tsv")
    }

    func kind(_ range: TextRange, in document: Document) -> ToponymMistake.Kind {
        let first = document.tokenIndex(at: range.start)
        var end = first
        while end < document.tokens.count, document.tokens[end].range.start < range.end { end += 1 }
        // The run of capitalised words that the span stands in.
        var runStart = first
        while runStart > 0, isName(runStart - 1, in: document), areAdjacent(runStart - 1, in: document) {
            runStart -= 1
        }
        var runEnd = end
        while runEnd < document.tokens.count, isName(runEnd, in: document), areAdjacent(runEnd - 1, in: document) {
            runEnd += 1
        }
        for index in end..<max(end, runEnd) where streetWords.contains(document.lowercasedText(at: index)) {
            return .street
        }
        for index in end..<max(end, runEnd) where organizationHeads.contains(document.lowercasedText(at: index)) {
            return .organization
        }
        if organizationHeads.contains(document.lowercasedText(at: end - 1)), end - first > 1 { return .organization }
        let isPerson = (runStart..<end).contains { index in
            let word = document.lowercasedText(at: index)
            return titles.contains(word) || givenNames.contains(word) && (index < first || runEnd - index > 1)
        }
        // "Mr. Baro": an abbreviation with its full stop.
        let before = document.lowercasedText(at: first - 1) == "." ? first - 2 : first - 1
        if isPerson || titles.contains(document.lowercasedText(at: before)) { return .person }
        let text = document.text(range)
        let isWord =
            commonWords.contains(text.lowercased())
            || document.tokens.contains { $0.shape == .lowercase && document.text($0) == text.lowercased() }
        if isWord { return .word }
        return runEnd - runStart > end - first ? .organization : .spurious
    }

    private func isName(_ index: Int, in document: Document) -> Bool {
        document.tokens[index].kind == .word && document.tokens[index].isCapitalized
    }

    /// Whether only a space stands between the token at `index` and the next.
    private func areAdjacent(_ index: Int, in document: Document) -> Bool {
        document.tokens[index + 1].range.start - document.tokens[index].range.end == 1
    }
}
