import Tables

/// Gathers words, classes and inflected forms while the tables are read.
struct LexiconBuilder {
    var vocabulary = Vocabulary()
    var classNames: [String: WordClasses] = WordClasses.known
    let paradigms: Paradigms?
    private let morphology: Morphology
    private var further = 0
    /// Where the forms of the verbs and nouns met stand in `formWords`, by the number of the lemma.
    private var verbs: [Int32: Range<Int>] = [:]
    private var nouns: [Int32: Range<Int>] = [:]
    private var formWords: [Int32] = []
    private var scratch = WrittenForms()

    /// Reads `irregular.tsv` and `classes.tsv`. A word of a class is written as it is; `word+v` stands for all forms of
    /// a verb, `word+n` for singular and plural.
    init(_ tables: [String: String]) throws(EventExtractionError) {
        paradigms = try Paradigms(tables)
        morphology = try Morphology(Table("irregular.tsv", in: tables, columns: 3), paradigms: paradigms)
        var table = try Table("classes.tsv", in: tables, columns: 2)
        while try table.next() {
            let name = table.text(0)
            let classes: WordClasses
            if let known = classNames[name] {
                classes = known
            } else if let new = WordClasses.further(further) {
                classes = new
                classNames[name] = new
                further += 1
            } else {
                throw table.bad(table[0], expected: "at most 7 classes besides the built-in ones")
            }
            var words = table[1]
            while let word = table.bytes.nextPart(of: &words, separator: UInt8(ascii: " ")) {
                add(table.bytes, word, classes)
            }
        }
    }

    private mutating func add(_ bytes: [UInt8], _ word: Range<Int>, _ classes: WordClasses) {
        var words: [Int32] = []
        forEachForm(bytes, word) { words.append($0) }
        for word in words { vocabulary.add(classes, to: word) }
    }

    /// The number of a word as a table writes it; of all forms for `word+v` and `word+n`.
    mutating func forEachForm(_ bytes: [UInt8], _ word: Range<Int>, _ body: (Int32) -> Void) {
        let end = word.upperBound
        let isMarked = word.count >= 2 && bytes[end - 2] == UInt8(ascii: "+")
        if isMarked, bytes[end - 1] == UInt8(ascii: "v") {
            morphology.verbForms(bytes, word.lowerBound..<(end - 2), into: &scratch)
        } else if isMarked, bytes[end - 1] == UInt8(ascii: "n") {
            morphology.nounForms(bytes, word.lowerBound..<(end - 2), into: &scratch)
        } else {
            body(vocabulary.intern(bytes, word))
            return
        }
        for index in scratch.indices { body(vocabulary.intern(scratch.bytes, scratch[index])) }
    }

    /// The number of the verb or noun `lemma`; its forms are known from now on.
    mutating func lemma(_ bytes: [UInt8], _ lemma: Range<Int>, isVerb: Bool) -> Int32 {
        let id = vocabulary.intern(bytes, lemma)
        guard isVerb ? verbs[id] == nil : nouns[id] == nil else { return id }
        if isVerb {
            morphology.verbForms(bytes, lemma, into: &scratch)
        } else {
            morphology.nounForms(bytes, lemma, into: &scratch)
        }
        let start = formWords.count
        for index in scratch.indices {
            let word = vocabulary.intern(scratch.bytes, scratch[index])
            vocabulary.addForm(WordForm(lemma: id, tags: scratch.tags[index]), to: word)
            if !formWords[start...].contains(word) { formWords.append(word) }
        }
        if isVerb { verbs[id] = start..<formWords.count } else { nouns[id] = start..<formWords.count }
        return id
    }

    /// The forms of a verb or noun that ``lemma(_:_:isVerb:)`` numbered, each once.
    func forms(of lemma: Int32, isVerb: Bool) -> [Int32] {
        Array(formWords[(isVerb ? verbs[lemma] : nouns[lemma]) ?? 0..<0])
    }
}
