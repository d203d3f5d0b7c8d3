import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Lines of a web page that are no part of its article: tags, links to other articles, requests to subscribe.
struct PageFurniture {
    private let reading: Reading
    /// The paragraphs that ask readers for something, and those between two of them.
    private let pleas: Set<Int>

    /// Longer lines are sentences that happen to begin so.
    private static let longest = 30

    init(_ reading: Reading) {
        self.reading = reading
        var found: [Int] = []
        reading.lexicon.furniture.pleas.withMatcher { pleas in
            for sentence in reading.document.sentences where found.last != sentence.paragraph {
                if pleas.matches(in: sentence.tokens, of: reading) { found.append(sentence.paragraph) }
            }
        }
        var pleas = Set(found)
        for (a, b) in zip(found, found.dropFirst()) where b - a == 2 { pleas.insert(a + 1) }
        self.pleas = pleas
    }

    /// Whether `sentence` is such a line: it begins a paragraph with one of the phrases of `furniture.tsv`, or its paragraph asks
    /// readers for something.
    func holds(_ sentence: Int) -> Bool {
        if pleas.contains(reading.document.sentences[sentence].paragraph) { return true }
        let tokens = reading.document.sentences[sentence].tokens
        guard let first = tokens.first, tokens.count <= Self.longest, reading.words[first] != 0,
            beginsLine(sentence), reading.document.tokens[first].isCapitalized
        else { return false }
        return reading.lexicon.furniture.lines.withMatcher { lines in
            var holds = false
            lines.match(at: first, until: tokens.upperBound, in: reading) { match in
                holds = isLine(match, first: first, of: tokens)
                return holds
            }
            return holds
        }
    }

    /// A single word is one where a capital, a quotation or nothing follows: `PREV "..."`, `Next German minister`.
    private func isLine(_ match: PatternMatch, first: Int, of tokens: Range<Int>) -> Bool {
        if !match.isSingle || match.end == tokens.upperBound { return true }
        let next = reading.document.tokens[match.end]
        if reading.classes[match.end].hasAny([.quote, .stop]) { return true }
        return reading.document.tokens[first].shape == .allCapitals && !reading.isAllCapitals && next.isCapitalized
    }

    private func beginsLine(_ sentence: Int) -> Bool {
        let start = reading.document.sentences[sentence].range.start
        return start == 0 || reading.document.bytes[..<start].last == UInt8(ascii: "\n")
    }
}
