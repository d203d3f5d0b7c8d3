import Tables

/// All tables of a language, read once.
final class Lexicon: Sendable {
    let vocabulary: Vocabulary
    /// Whether forms, not places in the sentence, tell who did what to whom: the language has `paradigms.tsv`.
    let isInflected: Bool
    /// The endings by which nouns tell their cases; `nil` without `paradigms.tsv`.
    let caseEndings: CaseEndings?
    let triggers: TriggerTable
    let modality: ModalityTable
    let weights: LinkerWeights
    let confidence: ConfidenceModel
    let topics: TopicTable
    let institutions: InstitutionTable
    let synonyms: SynonymTable
    let numbers: NumberWords
    let leaders: LeaderTable
    /// Phrases that say that a place is kept secret.
    let withheld: PatternTable
    /// What lines begin with that are no part of an article.
    let furniture: FurnitureTable
    /// The classes of what kills on purpose: those of the table that are named `weapon` and `military-noun`.
    let violence: WordClasses
    /// Accidents, weather and the class of the table that is named `fire`: what happens without anybody.
    let nature: WordClasses
    /// The bits of the lists of the table that are named `harmless` and `bloodless`: what uses no force, and what none is used on.
    let harmless: UInt64
    let bloodless: UInt64

    init(_ tables: [String: [UInt8]]) throws(EventExtractionError) {
        var builder = try LexiconBuilder(tables)
        isInflected = builder.paradigms != nil
        caseEndings = builder.paradigms?.caseEndings
        let triggers = try TriggerTable.Rows(tables, lexicon: &builder)
        let cues = try ModalityTable.Rows(tables, lexicon: &builder)
        numbers = try NumberWords(tables, lexicon: &builder)
        weights = try LinkerWeights(tables)
        leaders = try LeaderTable(tables)
        let topics = try Table.labelledWords("topics.tsv", in: tables, lexicon: &builder) {
            table throws(EventExtractionError) in try table.name(of: Topic.self)
        }
        let institutions = try Table.labelledWords("institutions.tsv", in: tables, lexicon: &builder) {
            table throws(EventExtractionError) in try table.name(of: Institution.self)
        }
        var row: UInt16 = 0
        let synonyms = try Table.labelledWords("synonyms.tsv", in: tables, lexicon: &builder) { _ in
            row &+= 1
            return row
        }
        var withheld = PatternList()
        var table = try Table("withheld.tsv", in: tables, columns: 2)
        while try table.next() {
            guard let partOfSpeech = Pattern.PartOfSpeech(table, 1) else {
                throw table.bad(table[1], expected: "v, n or x")
            }
            try withheld.add(table, column: 0, partOfSpeech: partOfSpeech, lexicon: &builder)
        }
        let furniture = try FurnitureTable.Rows(tables, lexicon: &builder)
        violence = ["weapon", "military-noun"].reduce(into: .violent) {
            $0.formUnion(builder.classNames[$1] ?? [])
        }
        nature = WordClasses.accident.union(builder.classNames["fire"] ?? [])
        harmless = builder.lists.names["harmless"] ?? 0
        bloodless = builder.lists.names["bloodless"] ?? 0
        builder.vocabulary.seal()
        vocabulary = builder.vocabulary
        confidence = try ConfidenceModel(tables, vocabulary: vocabulary)
        let bits = WordBits(vocabulary)
        self.triggers = TriggerTable(triggers, lexicon: builder, bits: bits)
        self.furniture = FurnitureTable(furniture, lexicon: builder, bits: bits)
        self.withheld = PatternTable(withheld, lexicon: builder, bits: bits)
        modality = ModalityTable(cues, lexicon: builder, bits: bits)
        self.topics = TopicTable(topics, vocabulary: vocabulary)
        self.institutions = InstitutionTable(institutions, vocabulary: vocabulary)
        self.synonyms = SynonymTable(synonyms, vocabulary: vocabulary)
    }

    /// Reads what ``write(to:)`` wrote.
    ///
    /// - Parameter tables: those of weights, which are few numbers and no words.
    init(_ image: inout ImageReader, weights tables: [String: [UInt8]]) throws(ImageDamage) {
        vocabulary = try Vocabulary(&image)
        isInflected = try image.number() == 1
        caseEndings = isInflected ? try CaseEndings(&image) : nil
        violence = WordClasses(rawValue: try image.number())
        nature = WordClasses(rawValue: try image.number())
        harmless = try image.number()
        bloodless = try image.number()
        triggers = try TriggerTable(&image)
        modality = try ModalityTable(&image)
        topics = try TopicTable(&image)
        institutions = try InstitutionTable(&image)
        synonyms = try SynonymTable(&image)
        numbers = try NumberWords(&image)
        withheld = try PatternTable(&image)
        furniture = try FurnitureTable(&image)
        guard let weights = try? LinkerWeights(tables), let leaders = try? LeaderTable(tables),
            let confidence = try? ConfidenceModel(tables, vocabulary: vocabulary)
        else {
            throw ImageDamage()
        }
        self.weights = weights
        self.leaders = leaders
        self.confidence = confidence
    }
}

/// Number words: `numbers.tsv`, word, kind (`value`, `scale` or `vague`) and value.
struct NumberWords: Sendable {
    enum Kind: String, Sendable, CaseIterable { case value, scale, vague }
    let entries: [Int32: (kind: Kind, value: Int)]

    init(_ tables: [String: [UInt8]], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        var entries: [Int32: (kind: Kind, value: Int)] = [:]
        var table = try Table("numbers.tsv", in: tables, columns: 3)
        while try table.next() {
            guard let kind = Kind(rawValue: table.text(1)), let value = table.bytes.integer(table[2]) else {
                throw table.bad(table[1], expected: "value, scale or vague, and a number")
            }
            let id = lexicon.vocabulary.intern(table.bytes, table[0])
            lexicon.vocabulary.add(kind == .vague ? .quantifier : .number, to: id)
            entries[id] = (kind, value)
        }
        self.entries = entries
    }
}
