/// Gathers words, classes and inflected forms while the tables are read.
struct LexiconBuilder {
    var vocabulary = Vocabulary()
    var classNames: [String: WordClasses] = WordClasses.known
    let morphology: Morphology
    let paradigms: Paradigms?
    private var further = 0
    private var verbs: Set<Int32> = []
    private var nouns: Set<Int32> = []

    /// Reads `irregular.tsv` and `classes.tsv`. A word of a class is written as it is; `word+v` stands for all forms of
    /// a verb, `word+n` for singular and plural.
    init(_ tables: [String: String]) throws(EventExtractionError) {
        paradigms = try Paradigms(tables)
        morphology = try Morphology(Table("irregular.tsv", in: tables, columns: 3), paradigms: paradigms)
        for row in try Table("classes.tsv", in: tables, columns: 2).rows {
            let name = String(row[0])
            let classes: WordClasses
            if let known = classNames[name] {
                classes = known
            } else if let new = WordClasses.further(further) {
                classes = new
                classNames[name] = new
                further += 1
            } else {
                throw row.bad(name, expected: "at most 7 classes besides the built-in ones")
            }
            for word in row[1].split(separator: " ") { add(word, classes) }
        }
    }

    private mutating func add(_ word: Substring, _ classes: WordClasses) {
        if word.hasSuffix("+v") {
            for form in morphology.verbForms(String(word.dropLast(2))) {
                vocabulary.add(classes, to: vocabulary.intern(form.form))
            }
        } else if word.hasSuffix("+n") {
            for form in morphology.nounForms(String(word.dropLast(2))) {
                vocabulary.add(classes, to: vocabulary.intern(form.form))
            }
        } else {
            vocabulary.add(classes, to: vocabulary.intern(word))
        }
    }

    /// The number of the verb `lemma`; its forms are known from now on.
    mutating func verb(_ lemma: Substring) -> Int32 {
        let id = vocabulary.intern(lemma)
        guard verbs.insert(id).inserted else { return id }
        for form in morphology.verbForms(String(lemma)) {
            vocabulary.addForm(WordForm(lemma: id, tags: form.tags), to: vocabulary.intern(form.form))
        }
        return id
    }

    /// The number of the noun `lemma`; its forms are known from now on.
    mutating func noun(_ lemma: Substring) -> Int32 {
        let id = vocabulary.intern(lemma)
        guard nouns.insert(id).inserted else { return id }
        for form in morphology.nounForms(String(lemma)) {
            vocabulary.addForm(WordForm(lemma: id, tags: form.tags), to: vocabulary.intern(form.form))
        }
        return id
    }
}
