/// What a rule can take from the text: the classes of `words.tsv` that the engine itself understands.
enum Slot: String, CaseIterable, Sendable {
    case month, weekday, unit, season, part, rel, ordinal, quarter, half, decade, century, era, holiday, zone
    case number, day, year, hour, minute, ampm, quantity, reference, dir, basis, grain, value, kind, mod, fold
}

/// The words of a language and the classes they belong to (`words.tsv`).
struct Vocabulary: Sendable {
    /// A word or phrase in a class.
    struct Entry: Sendable {
        let classID: Int
        let words: [Int32]
        let value: String
        let number: Int
        /// It counts only with a capital.
        let needsCapital: Bool
        /// It is another word as often; rules may ask for more context.
        let isAmbiguous: Bool
        /// A full stop may follow as a part of it.
        let isAbbreviation: Bool
    }

    private(set) var table = WordTable()
    private(set) var entries: [Entry] = []
    /// Entries by the number of their first word, longest first.
    private(set) var byWord: [[Int32]] = []
    private var classIDs: [String: Int] = [:]
    /// What a class is captured as: `unit.one` as `unit`; `nil` for a class that is only looked at.
    private(set) var slots: [Slot?] = []

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

    mutating func wordID(_ word: String) -> Int32 { table.insert(word) }

    /// Reads rows of words, class, value and flags.
    mutating func read(_ file: Table) throws(TemporalTableError) {
        for row in file.rows {
            guard row.fields.count >= 3, !row[0].isEmpty, !row[1].isEmpty else {
                throw file.error(row, found: row.fields.joined(separator: " "), expected: "words, class, value, flags")
            }
            let flags = words(of: row[3])
            if let odd = flags.first(where: { !["cap", "amb", "abbr"].contains($0) }) {
                throw file.error(row, found: odd, expected: "cap, amb or abbr")
            }
            var ids: [Int32] = []
            for word in words(of: row[0]) { ids.append(table.insert(word)) }
            entries.append(
                Entry(
                    classID: classID(row[1]), words: ids, value: row[2], number: Int(row[2]) ?? 0,
                    needsCapital: flags.contains("cap"), isAmbiguous: flags.contains("amb"),
                    isAbbreviation: flags.contains("abbr")))
        }
    }

    /// Makes the index; to be called once all words are in.
    mutating func index() {
        byWord = Array(repeating: [], count: table.count)
        for (index, entry) in entries.enumerated() {
            guard let first = entry.words.first else { continue }
            byWord[Int(first)].append(Int32(index))
        }
        for word in byWord.indices {
            byWord[word].sort {
                let a = entries[Int($0)].words.count
                let b = entries[Int($1)].words.count
                return a == b ? $0 < $1 : a > b
            }
        }
    }

    /// Whether the word number `word` is, alone, in the class.
    func contains(_ word: Int32, classID: Int) -> Bool {
        guard word != WordTable.unknown, Int(word) < byWord.count else { return false }
        return byWord[Int(word)].contains {
            entries[Int($0)].classID == classID && entries[Int($0)].words.count == 1
        }
    }

    /// The first entry of the word number `word` alone in the class.
    func entry(_ word: Int32, classID: Int) -> Entry? {
        guard word != WordTable.unknown, Int(word) < byWord.count else { return nil }
        for index in byWord[Int(word)] {
            let entry = entries[Int(index)]
            if entry.classID == classID, entry.words.count == 1 { return entry }
        }
        return nil
    }
}
