import Tables

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

    fileprivate init(_ table: Table, lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        guard let partOfSpeech = Pattern.PartOfSpeech(table, 1) else {
            throw table.bad(table[1], expected: "v, va, vp, n or x")
        }
        pattern = try Pattern(table, column: 0, partOfSpeech: partOfSpeech, lexicon: &lexicon)
        scopes = []
        var names = table[2]
        while let name = table.bytes.nextPart(of: &names, separator: UInt8(ascii: ",")) {
            guard let scope = Scopes.named[table.bytes.text(name)] else {
                throw table.bad(name, expected: "infinitive, object, modifier, clause, following, verb or subject")
            }
            scopes.formUnion(scope)
        }
        guard let modality = Event.Modality(rawValue: table.text(3)) else {
            throw table.bad(table[3], expected: "a modality such as planned")
        }
        self.modality = modality
    }

    /// The rows of `modality.tsv`.
    static func all(
        _ tables: [String: String], lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> [ModalityCue] {
        var cues: [ModalityCue] = []
        var table = try Table("modality.tsv", in: tables, columns: 4)
        while try table.next() { cues.append(try ModalityCue(table, lexicon: &lexicon)) }
        return cues
    }
}

/// The rows of `modality.tsv`, found by their first words.
struct ModalityTable: Sendable {
    let cues: [ModalityCue]
    /// By their first words, the most specific first.
    let patterns: FirstWordIndex

    /// - Parameter bits: of all words of all tables.
    init(_ cues: [ModalityCue], bits: WordBits) {
        self.cues = cues
        patterns = FirstWordIndex(cues.map(\.pattern), bits: bits)
    }
}
