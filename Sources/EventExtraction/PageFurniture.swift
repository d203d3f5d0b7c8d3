import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Lines of a web page that are no part of its article: tags, links to other articles, requests to subscribe.
struct PageFurniture {
    private let reading: Reading

    /// Longer lines are sentences that happen to begin so.
    private static let longest = 30

    init(_ reading: Reading) { self.reading = reading }

    /// Whether `sentence` is such a line: it begins a paragraph with one of the phrases of `furniture.tsv`.
    func holds(_ sentence: Int) -> Bool {
        let tokens = reading.document.sentences[sentence].tokens
        guard let first = tokens.first, tokens.count <= Self.longest, reading.words[first] != 0,
            beginsLine(sentence), reading.document.tokens[first].isCapitalized
        else { return false }
        for pattern in reading.lexicon.furniture[reading.words[first]] ?? [] {
            guard let (end, _) = TriggerMatcher.match(pattern, at: first, until: tokens.upperBound, in: reading) else {
                continue
            }
            // A single word is one where a capital, a quotation or nothing follows: `PREV "..."`, `Next German minister`.
            if pattern.elements.count > 1 || end == tokens.upperBound { return true }
            let next = reading.document.tokens[end]
            if reading.classes[end].hasAny([.quote, .stop]) { return true }
            if reading.document.tokens[first].shape == .allCapitals, !reading.isAllCapitals, next.isCapitalized {
                return true
            }
        }
        return false
    }

    private func beginsLine(_ sentence: Int) -> Bool {
        let start = reading.document.sentences[sentence].range.start
        return start == 0 || reading.document.bytes[..<start].last == UInt8(ascii: "\n")
    }
}
