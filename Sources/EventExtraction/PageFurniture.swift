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
        for sentence in reading.document.sentences where found.last != sentence.paragraph {
            if Self.hasPlea(sentence.tokens, reading) { found.append(sentence.paragraph) }
        }
        var pleas = Set(found)
        for (a, b) in zip(found, found.dropFirst()) where b - a == 2 { pleas.insert(a + 1) }
        self.pleas = pleas
    }

    private static func hasPlea(_ tokens: Range<Int>, _ reading: Reading) -> Bool {
        let table = reading.lexicon.furniture
        for index in tokens {
            let candidates = table.pleas(for: reading.words[index])
            guard !candidates.isEmpty else { continue }
            let second = reading.bit(at: index + 1, until: tokens.upperBound)
            for entry in candidates where entry.second & second != 0 {
                let pattern = table.pleas[Int(entry.number)]
                if TriggerMatcher.match(pattern, at: index, until: tokens.upperBound, in: reading) != nil {
                    return true
                }
            }
        }
        return false
    }

    /// Whether `sentence` is such a line: it begins a paragraph with one of the phrases of `furniture.tsv`, or its paragraph asks
    /// readers for something.
    func holds(_ sentence: Int) -> Bool {
        if pleas.contains(reading.document.sentences[sentence].paragraph) { return true }
        let tokens = reading.document.sentences[sentence].tokens
        guard let first = tokens.first, tokens.count <= Self.longest, reading.words[first] != 0,
            beginsLine(sentence), reading.document.tokens[first].isCapitalized
        else { return false }
        let table = reading.lexicon.furniture
        for entry in table.lines(for: reading.words[first]) {
            let pattern = table.lines[Int(entry.number)]
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
