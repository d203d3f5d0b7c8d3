import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Lines of a web page that are no part of its article: tags, links to other articles, requests to subscribe.
struct PageFurniture {
    private let reading: Reading
    /// The paragraphs that ask readers for something, and those between two of them.
    private let pleas: Set<Int>
    /// The sentences of lists of other articles.
    private let listed: Set<Int>

    /// Longer lines are sentences that happen to begin so.
    private static let longest = 30
    /// How many tokens the heading of a list has at most, and a headline in it that ends like a sentence.
    private static let longestHeading = 6
    private static let longestHeadline = 8

    init(_ reading: Reading) {
        self.reading = reading
        var found: [Int] = []
        reading.lexicon.furniture.pleas.withMatcher(of: reading) { pleas in
            for sentence in reading.document.sentences where found.last != sentence.paragraph {
                if pleas.matches(in: sentence.tokens) { found.append(sentence.paragraph) }
            }
        }
        var pleas = Set(found)
        for (a, b) in zip(found, found.dropFirst()) where b - a == 2 { pleas.insert(a + 1) }
        self.pleas = pleas
        listed = Self.listed(reading)
    }

    /// What stands below a heading such as `Related articles`: headlines, dates and cut-off leads, up to the next whole sentence.
    private static func listed(_ reading: Reading) -> Set<Int> {
        var listed: Set<Int> = []
        var isList = false
        reading.lexicon.furniture.headings.withMatcher(of: reading) { headings in
            for (number, sentence) in reading.document.sentences.enumerated() {
                let tokens = sentence.tokens
                if tokens.count <= longestHeading, reading.closing(tokens) == nil, beginsLine(number, reading),
                    headings.matches(in: tokens)
                {
                    isList = true
                } else if isList, reading.closing(tokens) != nil, tokens.count > longestHeadline {
                    isList = false
                }
                if isList { listed.insert(number) }
            }
        }
        return listed
    }

    /// Whether `sentence` is such a line: it begins a paragraph with one of the phrases of `furniture.tsv`, is one of a list of
    /// other articles, or its paragraph asks readers for something.
    func holds(_ sentence: Int) -> Bool {
        if listed.contains(sentence) { return true }
        if pleas.contains(reading.document.sentences[sentence].paragraph) { return true }
        let tokens = reading.document.sentences[sentence].tokens
        guard let first = tokens.first, tokens.count <= Self.longest, reading.words[first] != 0,
            Self.beginsLine(sentence, reading), reading.document.tokens[first].isCapitalized
        else { return false }
        return reading.lexicon.furniture.lines.withMatcher(of: reading) { lines in
            var holds = false
            lines.match(at: first, until: tokens.upperBound) { match in
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

    private static func beginsLine(_ sentence: Int, _ reading: Reading) -> Bool {
        let start = reading.document.sentences[sentence].range.start
        return start == 0 || reading.document.bytes[..<start].last == UInt8(ascii: "\n")
    }
}
