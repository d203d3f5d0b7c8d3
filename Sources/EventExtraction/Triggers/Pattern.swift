import Tables

/// A pattern over tokens: `attack`, `open fire`, `take * hostage`, `flee ~ to <place>`.
///
/// Elements: a word (any form of it, where it is the head), `a|b` alternatives, `~` up to three words, `*` up to six
/// words, `<place>` a toponym, `<number>`. The head is the first word of a verb pattern and the last of a noun
/// pattern, or the one marked `^`. Gaps do not cross a clause boundary. What it is made of stands in a ``PatternList``.
struct Pattern: Sendable {
    enum PartOfSpeech: String, Sendable {
        case verb = "v"
        case activeVerb = "va"
        case passiveVerb = "vp"
        case noun = "n"
        /// As written, whatever it is.
        case any = "x"

        var isVerb: Bool { self == .verb || self == .activeVerb || self == .passiveVerb }

        /// The part of speech in column `index`; `nil` for anything else.
        init?(_ table: Table, _ index: Int) {
            let range = table[index]
            switch range.isEmpty ? 0 : table.bytes[range.lowerBound] {
            case UInt8(ascii: "v") where range.count == 1: self = .verb
            case UInt8(ascii: "n") where range.count == 1: self = .noun
            case UInt8(ascii: "x") where range.count == 1: self = .any
            case UInt8(ascii: "v") where range.count == 2:
                switch table.bytes[range.lowerBound + 1] {
                case UInt8(ascii: "a"): self = .activeVerb
                case UInt8(ascii: "p"): self = .passiveVerb
                default: return nil
                }
            default: return nil
            }
        }
    }

    /// What stands at one place of the pattern.
    struct Element: Sendable {
        enum Kind: UInt8, Sendable {
            /// One of ``Element/words``.
            case words
            /// The head: any form of the lemma.
            case lemma
            /// Up to so many words.
            case gap
            case place
            case number
        }

        let kind: Kind
        /// The lemma, or the length of a gap.
        var value: Int32 = 0
        /// Where its words stand in ``PatternList/words``, in ascending order.
        var words: Range<Int32> = 0..<0
        /// The ``WordBits`` of the words that it may be met by: most tokens are told by it not to.
        var bits: UInt64 = .max
    }

    /// How many words a `~` passes over at most, and a `*`.
    static let shortGap = 3
    static let longGap = 6

    /// Where its elements stand in ``PatternList/elements``.
    let elements: Range<Int32>
    /// Which of them is the head, from 0.
    let head: Int32
    /// How specific the pattern is: longer ones are tried first.
    let specificity: Int32
    let partOfSpeech: PartOfSpeech
}

/// Patterns, with the elements and words of all of them in one array each: thousands of rows cost a few allocations, and nothing
/// is counted while they are matched.
struct PatternList: Sendable {
    var patterns: [Pattern] = []
    var elements: [Pattern.Element] = []
    /// The words of all elements.
    var words: [Int32] = []
    /// The parts of the pattern that is read.
    private var parts: [Range<Int>] = []

    /// Reads the pattern in column `column` of the table's row.
    mutating func add(
        _ table: Table, column: Int, partOfSpeech: Pattern.PartOfSpeech, lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) {
        let bytes = table.bytes
        // The marked word, else the first of a verb and the last of a noun.
        var last: Int?
        var marked: Int?
        parts.removeAll(keepingCapacity: true)
        var rest = table[column]
        while let part = bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
            if Self.special(bytes, part) == nil {
                last = parts.count
                if marked == nil, bytes[part.lowerBound] == UInt8(ascii: "^") { marked = parts.count }
            } else if parts.isEmpty {
                break
            }
            parts.append(part)
        }
        guard let last else { throw table.bad(table[column], expected: "a pattern that begins with a word") }
        let head = marked ?? (partOfSpeech == .noun ? last : 0)
        let first = elements.count
        var specificity: Int32 = 0
        for index in parts.indices {
            if let element = Self.special(bytes, parts[index]) {
                elements.append(element)
                if element.kind != .gap { specificity += 1 }
                continue
            }
            specificity += 2
            let isHead = index == head && partOfSpeech != .any
            elements.append(try element(table, parts[index], isHead ? partOfSpeech : nil, &lexicon))
        }
        patterns.append(
            Pattern(
                elements: Int32(truncatingIfNeeded: first)..<Int32(truncatingIfNeeded: elements.count),
                head: Int32(truncatingIfNeeded: head), specificity: specificity, partOfSpeech: partOfSpeech))
    }

    /// The lemma at `part`, as a part of speech, or else its words.
    private mutating func element(
        _ table: Table, _ part: Range<Int>, _ partOfSpeech: Pattern.PartOfSpeech?, _ lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> Pattern.Element {
        let bytes = table.bytes
        var part = part
        if bytes[part.lowerBound] == UInt8(ascii: "^") { part = (part.lowerBound + 1)..<part.upperBound }
        if let partOfSpeech {
            guard table.isOneWord(part), !bytes[part].contains(UInt8(ascii: "|")) else {
                throw table.bad(
                    part,
                    expected:
                        "one word as the head of a pattern: write a row for each of several, and 're - ^take' for a hyphen"
                )
            }
            return Pattern.Element(kind: .lemma, value: lexicon.lemma(bytes, part, isVerb: partOfSpeech.isVerb))
        }
        let start = Int32(truncatingIfNeeded: words.count)
        while let word = bytes.nextPart(of: &part, separator: UInt8(ascii: "|")) {
            guard table.isOneWord(word) else {
                throw table.bad(
                    word,
                    expected:
                        "one word, which no hyphen joins to another: write 'sit - in' as three words of the pattern")
            }
            words.append(lexicon.vocabulary.intern(bytes, word))
        }
        words[Int(start)...].sort()
        return Pattern.Element(kind: .words, words: start..<Int32(truncatingIfNeeded: words.count))
    }

    /// What a part stands for that is no word.
    private static func special(_ bytes: [UInt8], _ part: Range<Int>) -> Pattern.Element? {
        switch bytes[part.lowerBound] {
        case UInt8(ascii: "~") where part.count == 1: Pattern.Element(kind: .gap, value: Int32(Pattern.shortGap))
        case UInt8(ascii: "*") where part.count == 1: Pattern.Element(kind: .gap, value: Int32(Pattern.longGap))
        case UInt8(ascii: "<") where bytes.holds("<place>", part): Pattern.Element(kind: .place)
        case UInt8(ascii: "<") where bytes.holds("<number>", part): Pattern.Element(kind: .number)
        default: nil
        }
    }

    /// Hands over the words that `pattern` can begin with, in any form.
    func forEachFirstWord(of pattern: Pattern, _ lexicon: LexiconBuilder, _ body: (Int32) -> Void) {
        guard let first = pattern.elements.first else { return }
        let element = elements[Int(first)]
        if element.kind == .lemma {
            lexicon.forEachForm(of: element.value, isVerb: pattern.partOfSpeech.isVerb, body)
        } else {
            for index in element.words { body(words[Int(index)]) }
        }
    }
}
