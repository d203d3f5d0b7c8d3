import Articles
import Tables

/// The words that the tables know, each with a number, its classes and the lemmas it may be a form of.
///
/// Look-up is by bytes, ASCII and Cyrillic letters folded, a typographic apostrophe taken for a plain one; 0 is every other word.
struct Vocabulary: Sendable {
    var numbers = WordNumbers(capacity: 1 << 14)
    var classes: [WordClasses] = [[]]
    private var builtForms = WordFormLists()
    /// For each word the lemmas it may be a form of; complete once ``seal()`` was called.
    var forms = WordFormTable()

    var count: Int { classes.count }

    /// The number of the word at `range`, which is added if it is new.
    mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        let (hash, bits) = StableHash.lowercased(bytes, range)
        if bits >= 0x80 {
            var folded: [UInt8] = []
            Self.fold(bytes, range, into: &folded)
            return number(of: numbers.insert(folded, folded.indices))
        }
        return number(of: numbers.insert(hash: hash))
    }

    private mutating func number(of word: Int32) -> Int32 {
        if Int(word) == classes.count {
            classes.append([])
            builtForms.addWord()
        }
        return word
    }

    mutating func add(_ newClasses: WordClasses, to word: Int32) { classes[Int(word)].formUnion(newClasses) }

    mutating func addForm(_ form: WordForm, to word: Int32) { builtForms.add(form, to: word) }

    /// Makes the table of forms: all words are in.
    mutating func seal() {
        forms = WordFormTable(builtForms)
        builtForms = WordFormLists()
    }

    /// The tags of `word` as a form of `lemma`; empty when it is none.
    func tags(of word: Int32, lemma: Int32) -> FormTags { forms.tags(of: word, lemma: lemma) }

    /// The lemma that `word` is a form of first, or itself; `nil` for a word that no table knows.
    func lemma(of word: Int32) -> Int32? { forms.lemma(of: word) ?? (word == 0 ? nil : word) }

    /// The number of the word at `range` of `bytes`; 0 when no table knows it.
    func number(of bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        var scratch: [UInt8] = []
        return id(in: bytes, range, scratch: &scratch)
    }

    /// The number of the word at `range` of `text`; 0 when no table knows it.
    func id(in text: [UInt8], _ range: Range<Int>, scratch: inout [UInt8]) -> Int32 {
        let (hash, bits) = StableHash.lowercased(text, range)
        if bits < 0x80 { return numbers.find(hash: hash) }
        scratch.removeAll(keepingCapacity: true)
        Self.fold(text, range, into: &scratch)
        return numbers.find(hash: StableHash.lowercased(scratch, scratch.indices).hash)
    }

    /// The number of the token with the word `word`, which stands at `range` of `text`; 0 when no table knows it.
    @inline(__always)
    func id(of word: TokenWord, in text: [UInt8], _ range: TextRange, scratch: inout [UInt8]) -> Int32 {
        word.isASCII ? numbers.find(hash: word.hash) : id(in: text, range.start..<range.end, scratch: &scratch)
    }

    private static func fold(_ source: [UInt8], _ range: Range<Int>, into target: inout [UInt8]) {
        for index in range { target.append(StableHash.lowercased(source[index])) }
        CyrillicCase.lower(&target)
        guard target.contains(0xE2) || target.contains(0xCA) else { return }
        var index = 0
        while index + 2 < target.count {
            if target[index] == 0xCA, target[index + 1] == 0xBC {
                target.replaceSubrange(index..<(index + 2), with: CollectionOfOne(0x27))
            } else if target[index] == 0xE2, target[index + 1] == 0x80,
                target[index + 2] == 0x99 || target[index + 2] == 0x98
            {
                target.replaceSubrange(index..<(index + 3), with: CollectionOfOne(0x27))
            }
            index += 1
        }
    }
}
