/// A row of `modality.tsv`: words that say that what they govern did not, or did not certainly, happen.
struct ModalityCue: Sendable {
    /// What a cue governs.
    struct Scopes: OptionSet, Sendable {
        let rawValue: UInt8
        /// An infinitive: `planned to attack`.
        static let infinitive = Scopes(rawValue: 1)
        /// A noun or a gerund that follows: `plotted an attack`, `accused of attacking`.
        static let object = Scopes(rawValue: 2)
        /// A noun right after: `alleged attack`.
        static let modifier = Scopes(rawValue: 4)
        /// The rest of the clause, before and after: `allegedly`.
        static let clause = Scopes(rawValue: 8)
        /// What follows in the sentence: `claimed that`, `if`.
        static let following = Scopes(rawValue: 16)
        /// A verb right after: `may`, `not`.
        static let verb = Scopes(rawValue: 32)
        /// A passive of the cue has the noun as its subject: `the attack was foiled`.
        static let subject = Scopes(rawValue: 64)

        static let named: [String: Scopes] = [
            "infinitive": .infinitive, "object": .object, "modifier": .modifier, "clause": .clause,
            "following": .following, "verb": .verb, "subject": .subject,
        ]
    }

    var pattern: Pattern
    var scopes: Scopes
    var modality: Event.Modality

    init(_ row: Table.Row, lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        guard let partOfSpeech = Pattern.PartOfSpeech(rawValue: String(row[1])) else {
            throw row.bad(row[1], expected: "v, va, vp, n or x")
        }
        pattern = try Pattern(row[0], partOfSpeech: partOfSpeech, row: row, lexicon: &lexicon)
        scopes = []
        for name in row[2].split(separator: ",") {
            guard let scope = Scopes.named[String(name)] else {
                throw row.bad(name, expected: "infinitive, object, modifier, clause, following, verb or subject")
            }
            scopes.formUnion(scope)
        }
        guard let modality = Event.Modality(rawValue: String(row[3])) else {
            throw row.bad(row[3], expected: "a modality such as planned")
        }
        self.modality = modality
    }
}

/// The rows of `modality.tsv`, found by their first words.
struct ModalityTable: Sendable {
    let cues: [ModalityCue]
    private let byFirstWord: [Int32: [Int]]
    private var mayBegin: [Bool] = []

    init(_ tables: [String: String], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        var cues: [ModalityCue] = []
        var byFirstWord: [Int32: [Int]] = [:]
        for row in try Table("modality.tsv", in: tables, columns: 4).rows {
            let cue = try ModalityCue(row, lexicon: &lexicon)
            for word in cue.pattern.firstWords { byFirstWord[word, default: []].append(cues.count) }
            cues.append(cue)
        }
        self.cues = cues
        self.byFirstWord = byFirstWord.mapValues { indices in
            indices.sorted { a, b in
                let (x, y) = (cues[a].pattern.specificity, cues[b].pattern.specificity)
                return x != y ? x > y : a < b
            }
        }
    }

    /// Fits the table of first words to a vocabulary that is complete.
    mutating func seal(_ vocabulary: Vocabulary) {
        mayBegin = Array(repeating: false, count: vocabulary.count)
        for word in byFirstWord.keys { mayBegin[Int(word)] = true }
    }

    func candidates(for word: Int32) -> [Int] {
        mayBegin[Int(word)] ? byFirstWord[word] ?? [] : []
    }
}
