import Tables

/// A pattern over tokens: `attack`, `open fire`, `take * hostage`, `flee ~ to <place>`.
///
/// Elements: a word (any form of it, where it is the head), `a|b` alternatives, `~` up to three words, `*` up to six
/// words, `<place>` a toponym, `<number>`. The head is the first word of a verb pattern and the last of a noun
/// pattern, or the one marked `^`. Gaps do not cross a clause boundary.
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

    /// What stands at one place of the pattern. Nothing in it is counted: matching reads millions of them.
    struct Element: Sendable {
        enum Kind: UInt8, Sendable {
            /// One of ``Pattern/words``.
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
        /// Where its words stand in ``Pattern/words``.
        var words: Range<Int32> = 0..<0
    }

    private(set) var elements: [Element] = []
    /// The words of all elements.
    private(set) var words: [Int32] = []
    private(set) var head = 0
    let partOfSpeech: PartOfSpeech
    /// The words that can stand first, in any form.
    private(set) var firstWords: [Int32] = []
    /// How specific the pattern is: longer ones are tried first.
    private(set) var specificity = 0

    /// Reads the pattern in column `column` of the table's row.
    init(
        _ table: Table, column: Int, partOfSpeech: PartOfSpeech, lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) {
        self.partOfSpeech = partOfSpeech
        let bytes = table.bytes
        let space = UInt8(ascii: " ")
        // The marked word, else the first of a verb and the last of a noun.
        var rest = table[column]
        var count = 0
        var last: Int?
        var marked: Int?
        while let part = bytes.nextPart(of: &rest, separator: space) {
            if Self.special(bytes, part) == nil {
                last = count
                if marked == nil, bytes[part.lowerBound] == UInt8(ascii: "^") { marked = count }
            } else if count == 0 {
                break
            }
            count += 1
        }
        guard let last else { throw table.bad(table[column], expected: "a pattern that begins with a word") }
        head = marked ?? (partOfSpeech == .noun ? last : 0)
        elements.reserveCapacity(count)
        rest = table[column]
        while var part = bytes.nextPart(of: &rest, separator: space) {
            if let element = Self.special(bytes, part) {
                elements.append(element)
                if element.kind == .gap { continue }
                specificity += 1
                continue
            }
            specificity += 2
            if bytes[part.lowerBound] == UInt8(ascii: "^") { part = (part.lowerBound + 1)..<part.upperBound }
            if elements.count == head, partOfSpeech != .any {
                let lemma = lexicon.lemma(bytes, part, isVerb: partOfSpeech.isVerb)
                if elements.isEmpty { firstWords = lexicon.forms(of: lemma, isVerb: partOfSpeech.isVerb) }
                elements.append(Element(kind: .lemma, value: lemma))
            } else {
                let start = Int32(truncatingIfNeeded: words.count)
                while let word = bytes.nextPart(of: &part, separator: UInt8(ascii: "|")) {
                    words.append(lexicon.vocabulary.intern(bytes, word))
                }
                if elements.isEmpty { firstWords = words }
                elements.append(
                    Element(kind: .words, words: start..<Int32(truncatingIfNeeded: words.count)))
            }
        }
    }

    /// What a part stands for that is no word.
    private static func special(_ bytes: [UInt8], _ part: Range<Int>) -> Element? {
        switch bytes[part.lowerBound] {
        case UInt8(ascii: "~") where part.count == 1: Element(kind: .gap, value: 3)
        case UInt8(ascii: "*") where part.count == 1: Element(kind: .gap, value: 6)
        case UInt8(ascii: "<") where bytes.holds("<place>", part): Element(kind: .place)
        case UInt8(ascii: "<") where bytes.holds("<number>", part): Element(kind: .number)
        default: nil
        }
    }
}
