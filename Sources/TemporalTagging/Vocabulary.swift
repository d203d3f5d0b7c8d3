import Tables

/// What a rule can take from the text: the classes of `words.tsv` that the engine itself understands.
enum Slot: String, CaseIterable, Sendable {
    case month, weekday, unit, season, part, rel, ordinal, quarter, half, decade, century, era, holiday, zone
    case number, day, year, hour, minute, ampm, quantity, reference, dir, basis, grain, value, kind, mod, fold
}

/// The words of a language and the classes they belong to, while tables are read.
struct VocabularyBuilder {
    fileprivate(set) var table = WordTable()
    fileprivate(set) var entries: [Vocabulary.Entry] = []
    fileprivate var entryWords: [Int32] = []
    fileprivate var classIDs: [String: Int] = [:]
    fileprivate var slots: [Slot?] = []

    init() {
        for slot in Slot.allCases { _ = classID(slot.rawValue) }
    }

    mutating func classID(_ name: String) -> Int {
        if let known = classIDs[name] { return known }
        let id = classIDs.count
        classIDs[name] = id
        slots.append(name.split(separator: ".").first.flatMap { Slot(rawValue: String($0)) })
        return id
    }

    func knownClassID(_ name: String) -> Int? { classIDs[name] }

    mutating func wordID(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 { table.insert(bytes, range) }

    mutating func wordID(_ word: String) -> Int32 {
        let bytes = Array(word.utf8)
        return table.insert(bytes, bytes.indices)
    }

    /// Reads the row of words, class, value and flags that `file` stands at.
    mutating func read(_ file: Table) throws(TemporalTableError) {
        guard file.count >= 3, !file[0].isEmpty, !file[1].isEmpty else {
            throw file.error(expected: "words, class, value, flags")
        }
        var needsCapital = false
        var isAmbiguous = false
        var isAbbreviation = false
        var flags = file[3]
        while let flag = file.nextWord(of: &flags) {
            if file.bytes.holds("cap", flag) {
                needsCapital = true
            } else if file.bytes.holds("amb", flag) {
                isAmbiguous = true
            } else if file.bytes.holds("abbr", flag) {
                isAbbreviation = true
            } else {
                throw file.error(found: flag, expected: "cap, amb or abbr")
            }
        }
        let first = entryWords.count
        var words = file[0]
        while let word = file.nextWord(of: &words) { entryWords.append(table.insert(file.bytes, word)) }
        entries.append(
            Vocabulary.Entry(
                classID: classID(file.text(1)), words: first..<entryWords.count, value: file.text(2),
                number: file.bytes.integer(file[2]) ?? 0, needsCapital: needsCapital, isAmbiguous: isAmbiguous,
                isAbbreviation: isAbbreviation))
    }

    /// The first word of an entry.
    func firstWord(_ entry: Vocabulary.Entry) -> Int32? { entry.words.first.map { entryWords[$0] } }
}

/// The words of a language and the classes they belong to (`words.tsv`).
final class Vocabulary: Sendable {
    /// A word or phrase in a class.
    struct Entry: Sendable {
        let classID: Int
        /// Where its words stand in ``Vocabulary/words``.
        let words: Range<Int>
        let value: String
        let number: Int
        /// It counts only with a capital.
        let needsCapital: Bool
        /// It is another word as often; rules may ask for more context.
        let isAmbiguous: Bool
        /// A full stop may follow as a part of it.
        let isAbbreviation: Bool
    }

    /// An entry by its first word, with what look-up asks for.
    struct Member: Sendable {
        let entry: Int32
        let classID: Int32
        /// Its second word; ``WordTable/unknown`` where it has no other.
        let second: Int32
        var isAlone: Bool { second == WordTable.unknown }
    }

    /// What is asked of an entry before it is known to stand in the text: nothing in it is counted.
    struct Head: Sendable {
        let words: Range<Int32>
        let needsCapital: Bool
        let isAbbreviation: Bool
        let isSlot: Bool
    }

    let table: WordTable
    let entries: [Entry]
    /// By the number of the entry.
    let heads: [Head]
    /// The words of the entries, one entry behind the other.
    let words: [Int32]
    /// Entries by the number of their first word, longest first.
    let members: GroupedNumbers<Member>
    private let classIDs: [String: Int]
    /// Classes of plain nouns and verbs, which stand in the tables only for what they say of the time of others.
    private let plainClasses: [Int]
    /// What a class is captured as: `unit.one` as `unit`; `nil` for a class that is only looked at.
    let slots: [Slot?]

    /// - Parameter builder: holds all words.
    init(_ builder: VocabularyBuilder) {
        table = builder.table
        entries = builder.entries
        words = builder.entryWords
        classIDs = builder.classIDs
        plainClasses = ["happened", "anchor", "ahead", "postponed"].compactMap { builder.classIDs[$0] }
        slots = builder.slots
        heads = builder.entries.map { entry in
            Head(
                words: Int32(
                    truncatingIfNeeded: entry.words.lowerBound)..<Int32(
                        truncatingIfNeeded: entry.words.upperBound),
                needsCapital: entry.needsCapital, isAbbreviation: entry.isAbbreviation,
                isSlot: builder.slots[entry.classID] != nil)
        }
        let lengths = builder.entries.map(\.words.count)
        let longest = lengths.max() ?? 0
        var pairs: [(list: Int32, value: Member)] = []
        pairs.reserveCapacity(builder.entries.count)
        for length in stride(from: longest, to: 0, by: -1) {
            for index in lengths.indices where lengths[index] == length {
                let entry = builder.entries[index]
                pairs.append(
                    (
                        builder.entryWords[entry.words.lowerBound],
                        Member(
                            entry: Int32(truncatingIfNeeded: index), classID: Int32(truncatingIfNeeded: entry.classID),
                            second: length == 1 ? WordTable.unknown : builder.entryWords[entry.words.lowerBound + 1])
                    ))
            }
        }
        members = GroupedNumbers(pairs, count: builder.table.count)
    }

    func knownClassID(_ name: String) -> Int? { classIDs[name] }

    /// Whether the word number `word` is, alone, in the class.
    func contains(_ word: Int32, classID: Int) -> Bool { index(word, classID: classID) != nil }

    /// The first entry of the word number `word` alone in the class.
    func entry(_ word: Int32, classID: Int) -> Entry? { index(word, classID: classID).map { entries[$0] } }

    /// Whether no table knows the word, but as a plain one.
    func isPlain(_ word: Int32) -> Bool {
        word == WordTable.unknown || plainClasses.contains { contains(word, classID: $0) }
    }

    /// All entries of the word number `word` alone in the class.
    func entries(_ word: Int32, classID: Int) -> [Entry] {
        members.range(word).compactMap { index in
            let member = members.values[index]
            return Int(member.classID) == classID && member.isAlone ? entries[Int(member.entry)] : nil
        }
    }

    /// The number of the first entry of the word number `word` alone in the class.
    func number(_ word: Int32, classID: Int) -> Int? { index(word, classID: classID).map { entries[$0].number } }

    private func index(_ word: Int32, classID: Int) -> Int? {
        for index in members.range(word) {
            let member = members.values[index]
            if Int(member.classID) == classID, member.isAlone { return Int(member.entry) }
        }
        return nil
    }
}
