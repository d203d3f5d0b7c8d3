import Tables

/// Phrases by their first word, as the hashes of their words.
struct PhraseList: Sendable {
    /// The words of all phrases.
    private var words: [UInt64] = []
    private var firstWords = HashNumbers()
    /// Where the phrases of each first word stand in `words`, the longest first.
    private var phrases = GroupedNumbers<Range<Int32>>([], count: 0)

    init() {}

    /// Reads the first column of what is left of `table`.
    init(_ table: inout Table) throws(GeoparsingError) {
        var ranges: [Range<Int32>] = []
        while try table.next() {
            let start = words.count
            table.addHashes(0, to: &words)
            guard words.count > start else { continue }
            ranges.append(Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: words.count))
        }
        firstWords = HashNumbers(capacity: ranges.count)
        var pairs: [(list: Int32, value: Range<Int32>)] = []
        for range in ranges.sorted(by: { $0.count > $1.count }) {
            let first = firstWords.number(of: words[Int(range.lowerBound)])
            pairs.append((Int32(truncatingIfNeeded: first), range))
        }
        phrases = GroupedNumbers(pairs, count: firstWords.count)
    }

    func forEachFirstWord(_ body: (UInt64) -> Void) {
        for hash in firstWords.hashes { body(hash) }
    }

    /// The phrases that begin with the word of this hash, the longest first.
    func phrases(from first: UInt64) -> ArraySlice<Range<Int32>> {
        firstWords.known(first).map { phrases[Int32(truncatingIfNeeded: $0)] } ?? []
    }

    /// The words of a phrase.
    func words(of phrase: Range<Int32>) -> ArraySlice<UInt64> {
        words[Int(phrase.lowerBound)..<Int(phrase.upperBound)]
    }
}
