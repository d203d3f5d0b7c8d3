import Tables

/// The lemmas that each word may be a form of, while tables are read: lists linked through one array.
struct WordFormLists: Sendable {
    fileprivate var entries: [(form: WordForm, word: Int32, next: Int32)] = []
    /// The first and the last entry of each word, or -1.
    private var first: [Int32] = [-1]
    private var last: [Int32] = [-1]

    var count: Int { first.count }

    mutating func addWord() {
        first.append(-1)
        last.append(-1)
    }

    mutating func add(_ form: WordForm, to word: Int32) {
        var entry = Int(first[Int(word)])
        while entry >= 0 {
            if entries[entry].form.lemma == form.lemma {
                entries[entry].form.tags.formUnion(form.tags)
                return
            }
            entry = Int(entries[entry].next)
        }
        let new = Int32(truncatingIfNeeded: entries.count)
        entries.append((form, word, -1))
        if last[Int(word)] >= 0 { entries[Int(last[Int(word)])].next = new } else { first[Int(word)] = new }
        last[Int(word)] = new
    }
}

/// The lemmas that each word may be a form of, in the order in which they came.
struct WordFormTable: Sendable {
    let lists: GroupedNumbers<WordForm>

    init(_ built: WordFormLists = WordFormLists()) {
        lists = GroupedNumbers(count: built.count, filler: WordForm(lemma: 0, tags: [])) { body in
            for entry in built.entries { body(entry.word, entry.form) }
        }
    }

    init(_ lists: GroupedNumbers<WordForm>) { self.lists = lists }

    subscript(word: Int) -> ArraySlice<WordForm> { lists[Int32(truncatingIfNeeded: word)] }

    /// The tags of `word` as a form of any lemma.
    func tags(of word: Int32) -> FormTags {
        var tags: FormTags = []
        for index in lists.range(word) { tags.formUnion(lists.values[index].tags) }
        return tags
    }

    /// The first lemma that `word` may be a form of.
    func lemma(of word: Int32) -> Int32? {
        let range = lists.range(word)
        return range.isEmpty ? nil : lists.values[range.lowerBound].lemma
    }

    /// Whether `word` may be a form whose tags `holds` says yes to.
    @inline(__always)
    func contains(_ word: Int32, where holds: (FormTags) -> Bool) -> Bool {
        for index in lists.range(word) where holds(lists.values[index].tags) { return true }
        return false
    }

    /// Hands over each form with its word.
    func visit(_ body: (Int32, WordForm) -> Void) {
        for word in 0..<lists.count {
            for index in lists.range(Int32(truncatingIfNeeded: word)) {
                body(Int32(truncatingIfNeeded: word), lists.values[index])
            }
        }
    }

    /// The tags of `word` as a form of `lemma`; empty when it is none.
    func tags(of word: Int32, lemma: Int32) -> FormTags {
        for index in lists.range(word) where lists.values[index].lemma == lemma { return lists.values[index].tags }
        return []
    }
}
