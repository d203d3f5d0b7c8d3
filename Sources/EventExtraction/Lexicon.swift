/// All tables of a language, read once.
final class Lexicon: Sendable {
    let vocabulary: Vocabulary
    /// Whether forms, not places in the sentence, tell who did what to whom: the language has `paradigms.tsv`.
    let isInflected: Bool
    let triggers: TriggerTable
    let modality: ModalityTable
    let weights: LinkerWeights
    let confidence: ConfidenceModel
    let topics: TopicTable
    let numbers: NumberWords
    /// Phrases that say that a place is kept secret.
    let withheld: [Int32: [Pattern]]
    /// What lines begin with that are no part of an article.
    let furniture: [Int32: [Pattern]]
    /// The classes of what kills on purpose: those of the table that are named `weapon` and `military-noun`.
    let violence: WordClasses
    /// Accidents, weather and the class of the table that is named `fire`: what happens without anybody.
    let nature: WordClasses

    init(_ tables: [String: String]) throws(EventExtractionError) {
        var builder = try LexiconBuilder(tables)
        isInflected = builder.paradigms != nil
        var triggers = try TriggerTable(tables, lexicon: &builder)
        var modality = try ModalityTable(tables, lexicon: &builder)
        numbers = try NumberWords(tables, lexicon: &builder)
        weights = try LinkerWeights(tables)
        confidence = try ConfidenceModel(tables)
        var topics = try TopicTable(tables, lexicon: &builder)
        var withheld: [Int32: [Pattern]] = [:]
        for row in try Table("withheld.tsv", in: tables, columns: 2).rows {
            guard let partOfSpeech = Pattern.PartOfSpeech(rawValue: String(row[1])) else {
                throw row.bad(row[1], expected: "v, n or x")
            }
            let pattern = try Pattern(row[0], partOfSpeech: partOfSpeech, row: row, lexicon: &builder)
            for word in pattern.firstWords { withheld[word, default: []].append(pattern) }
        }
        self.withheld = withheld
        var furniture: [Int32: [Pattern]] = [:]
        for row in try Table("furniture.tsv", in: tables, columns: 1).rows {
            let pattern = try Pattern(row[0], partOfSpeech: .any, row: row, lexicon: &builder)
            for word in pattern.firstWords { furniture[word, default: []].append(pattern) }
        }
        self.furniture = furniture
        violence = ["weapon", "military-noun"].reduce(into: .violent) {
            $0.formUnion(builder.classNames[$1] ?? [])
        }
        nature = WordClasses.accident.union(builder.classNames["fire"] ?? [])
        triggers.seal(builder.vocabulary)
        modality.seal(builder.vocabulary)
        topics.seal(builder.vocabulary)
        self.topics = topics
        self.triggers = triggers
        self.modality = modality
        vocabulary = builder.vocabulary
    }
}

/// Number words: `numbers.tsv`, word, kind (`value`, `scale` or `vague`) and value.
struct NumberWords: Sendable {
    enum Kind: String, Sendable { case value, scale, vague }
    private(set) var entries: [Int32: (kind: Kind, value: Int)] = [:]

    init(_ tables: [String: String], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        for row in try Table("numbers.tsv", in: tables, columns: 3).rows {
            guard let kind = Kind(rawValue: String(row[1])), let value = Int(row[2]) else {
                throw row.bad(row[1], expected: "value, scale or vague, and a number")
            }
            let id = lexicon.vocabulary.intern(row[0])
            lexicon.vocabulary.add(kind == .vague ? .quantifier : .number, to: id)
            entries[id] = (kind, value)
        }
    }
}
