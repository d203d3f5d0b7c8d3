import Tables

/// Gathers words, classes and inflected forms while the tables are read.
struct LexiconBuilder {
    var vocabulary = Vocabulary()
    var classNames: [String: WordClasses] = WordClasses.known
    private(set) var lists = WordLists()
    let paradigms: Paradigms?
    private let morphology: Morphology
    private var further = 0
    /// For each word one more than the number of its list in `forms`, as a verb and as a noun; 0 for none.
    private var verbs: [Int32] = []
    private var nouns: [Int32] = []
    /// Where the forms of each verb or noun met stand in `formWords`.
    private var forms: [Range<Int32>] = []
    private var formWords: [Int32] = []
    private var scratch = WrittenForms()

    /// Reads `irregular.tsv` and `classes.tsv`. A word of a class is written as it is; `word+v` stands for all forms of
    /// a verb, `word+n` for singular and plural.
    init(_ tables: [String: [UInt8]]) throws(EventExtractionError) {
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
        var named = try Table("lists.tsv", in: tables, columns: 2)
        var lists = WordLists()
        while try named.next() {
            guard classNames[named.text(0)] == nil else {
                throw named.bad(named[0], expected: "a name that no class of classes.tsv has")
            }
            try lists.add(named) { word, body in forEachForm(named.bytes, word, body) }
        }
        self.lists = lists
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
        let word = Int(id)
        guard (isVerb ? list(word, verbs) : list(word, nouns)) == 0 else { return id }
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
        forms.append(Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: formWords.count))
        let number = Int32(truncatingIfNeeded: forms.count)
        if isVerb { Self.set(number, word, in: &verbs) } else { Self.set(number, word, in: &nouns) }
        return id
    }

    private func list(_ word: Int, _ lists: [Int32]) -> Int32 { word < lists.count ? lists[word] : 0 }

    private static func set(_ number: Int32, _ word: Int, in lists: inout [Int32]) {
        if word >= lists.count { lists.append(contentsOf: repeatElement(0, count: word + 1 - lists.count)) }
        lists[word] = number
    }

    /// Hands over the forms of a verb or noun that ``lemma(_:_:isVerb:)`` numbered, each once.
    func forEachForm(of lemma: Int32, isVerb: Bool, _ body: (Int32) -> Void) {
        let number = Int(isVerb ? list(Int(lemma), verbs) : list(Int(lemma), nouns))
        guard number > 0 else { return }
        for index in forms[number - 1] { body(formWords[Int(index)]) }
    }
}
