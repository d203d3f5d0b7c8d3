import Tables

/// A row of `modality.tsv`: words that say that what they govern did not, or did not certainly, happen.
struct ModalityCue: Sendable {
    /// What a cue governs.
    struct Scopes: OptionSet, Sendable {
        let rawValue: UInt16
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
        /// A verb of the present, or without a tense, in the clause that follows: `before they attack`, `demanded that he resign`.
        static let present = Scopes(rawValue: 128)
        /// What a report tells that stands before: `claims that troops attacked were denied`.
        static let report = Scopes(rawValue: 256)

        init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The scope that is named at `name`.
        init?(_ bytes: [UInt8], _ name: Range<Int>) {
            if bytes.holds("infinitive", name) {
                self = .infinitive
            } else if bytes.holds("object", name) {
                self = .object
            } else if bytes.holds("modifier", name) {
                self = .modifier
            } else if bytes.holds("clause", name) {
                self = .clause
            } else if bytes.holds("following", name) {
                self = .following
            } else if bytes.holds("verb", name) {
                self = .verb
            } else if bytes.holds("subject", name) {
                self = .subject
            } else if bytes.holds("present", name) {
                self = .present
            } else if bytes.holds("report", name) {
                self = .report
            } else {
                return nil
            }
        }
    }

    var scopes: Scopes
    var modality: Event.Modality

    init(scopes: Scopes, modality: Event.Modality) {
        self.scopes = scopes
        self.modality = modality
    }

    /// Reads a row whose pattern is read already.
    fileprivate init(_ table: Table) throws(EventExtractionError) {
        scopes = []
        var names = table[2]
        while let name = table.bytes.nextPart(of: &names, separator: UInt8(ascii: ",")) {
            guard let scope = Scopes(table.bytes, name) else {
                throw table.bad(
                    name,
                    expected: "infinitive, object, modifier, clause, following, verb, subject, present or report")
            }
            scopes.formUnion(scope)
        }
        guard let modality = Event.Modality(rawValue: table.text(3)) else {
            throw table.bad(table[3], expected: "a modality such as planned")
        }
        self.modality = modality
    }
}

/// The rows of `modality.tsv`, found by their first words.
struct ModalityTable: Sendable {
    let cues: [ModalityCue]
    let patterns: PatternTable

    /// Cues as they are read.
    struct Rows {
        fileprivate var cues: [ModalityCue] = []
        fileprivate var patterns = PatternList()

        init(_ tables: [String: [UInt8]], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
            var table = try Table("modality.tsv", in: tables, columns: 4)
            while try table.next() {
                guard let partOfSpeech = Pattern.PartOfSpeech(table, 1) else {
                    throw table.bad(table[1], expected: "v, va, vp, n or x")
                }
                try patterns.add(table, column: 0, partOfSpeech: partOfSpeech, lexicon: &lexicon)
                cues.append(try ModalityCue(table))
            }
        }
    }

    /// - Parameters:
    ///   - lexicon: what numbered the words.
    ///   - bits: of all words of all tables.
    init(_ rows: Rows, lexicon: LexiconBuilder, bits: WordBits) {
        cues = rows.cues
        patterns = PatternTable(rows.patterns, lexicon: lexicon, bits: bits)
    }
}
