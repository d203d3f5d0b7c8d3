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
    /// Phrases that say that a place is kept secret.
    let withheld: FewPatterns
    /// What lines begin with that are no part of an article.
    let furniture: FurnitureTable
    /// The classes of what kills on purpose: those of the table that are named `weapon` and `military-noun`.
    let violence: WordClasses
    /// Accidents, weather and the class of the table that is named `fire`: what happens without anybody.
    let nature: WordClasses

    init(_ tables: [String: String]) throws(EventExtractionError) {
        var builder = try LexiconBuilder(tables)
        isInflected = builder.paradigms != nil
        caseEndings = builder.paradigms?.caseEndings
        let triggers = try Trigger.all(tables, lexicon: &builder)
        let cues = try ModalityCue.all(tables, lexicon: &builder)
        numbers = try NumberWords(tables, lexicon: &builder)
        weights = try LinkerWeights(tables)
        confidence = try ConfidenceModel(tables)
        let topics = try TopicTable.words(tables, lexicon: &builder)
        let institutions = try InstitutionTable.words(tables, lexicon: &builder)
        let synonyms = try SynonymTable.words(tables, lexicon: &builder)
        var withheld = FewPatterns()
        var table = try Table("withheld.tsv", in: tables, columns: 2)
        while try table.next() {
            guard let partOfSpeech = Pattern.PartOfSpeech(table, 1) else {
                throw table.bad(table[1], expected: "v, n or x")
            }
            let pattern = try Pattern(table, column: 0, partOfSpeech: partOfSpeech, lexicon: &builder)
            withheld.add(pattern)
        }
        self.withheld = withheld
        let furniture = try FurnitureTable.patterns(tables, lexicon: &builder)
        violence = ["weapon", "military-noun"].reduce(into: .violent) {
            $0.formUnion(builder.classNames[$1] ?? [])
        }
        nature = WordClasses.accident.union(builder.classNames["fire"] ?? [])
        builder.vocabulary.seal()
        vocabulary = builder.vocabulary
        let bits = WordBits(vocabulary)
        self.triggers = TriggerTable(triggers, bits: bits)
        self.furniture = FurnitureTable(furniture, bits: bits)
        modality = ModalityTable(cues, bits: bits)
        self.topics = TopicTable(topics, vocabulary: vocabulary)
        self.institutions = InstitutionTable(institutions, vocabulary: vocabulary)
        self.synonyms = SynonymTable(synonyms, vocabulary: vocabulary)
    }
}

/// A few patterns by the words that they can begin with; that a word begins none is told by one look at an array.
struct FewPatterns: Sendable {
    private var lists: [[Pattern]] = []
    /// For each word up to the last that begins one the number of its list, plus one; 0 for none.
    private var numbers: [Int32] = []

    mutating func add(_ pattern: Pattern) {
        for word in pattern.firstWords where word >= 0 {
            while numbers.count <= Int(word) { numbers.append(0) }
            if numbers[Int(word)] == 0 {
                lists.append([])
                numbers[Int(word)] = Int32(truncatingIfNeeded: lists.count)
            }
            lists[Int(numbers[Int(word)]) - 1].append(pattern)
        }
    }

    /// The patterns that can begin with `word`, in the order of the table.
    @inline(__always)
    subscript(word: Int32) -> [Pattern]? {
        guard Int(word) < numbers.count, numbers[Int(word)] != 0 else { return nil }
        return lists[Int(numbers[Int(word)]) - 1]
    }
}

/// Number words: `numbers.tsv`, word, kind (`value`, `scale` or `vague`) and value.
struct NumberWords: Sendable {
    enum Kind: String, Sendable { case value, scale, vague }
    private(set) var entries: [Int32: (kind: Kind, value: Int)] = [:]

    init(_ tables: [String: String], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        var table = try Table("numbers.tsv", in: tables, columns: 3)
        while try table.next() {
            guard let kind = Kind(rawValue: table.text(1)), let value = table.bytes.integer(table[2]) else {
                throw table.bad(table[1], expected: "value, scale or vague, and a number")
            }
            let id = lexicon.vocabulary.intern(table.bytes, table[0])
            lexicon.vocabulary.add(kind == .vague ? .quantifier : .number, to: id)
            entries[id] = (kind, value)
        }
    }
}
