import Tables

extension Vocabulary {
    /// Reads a vocabulary; all numbers of words that the image holds behind it must be in it.
    init(_ image: inout ImageReader) throws(ImageDamage) {
        guard let numbers = WordNumbers(hashes: try image.numbers(of: UInt64.self)) else { throw ImageDamage() }
        let count = numbers.count
        image.wordCount = count
        self.init()
        self.numbers = numbers
        classes = try image.numbersOfWords(of: UInt64.self).map { WordClasses(rawValue: $0) }
        let starts = try image.numbers(of: Int32.self)
        let forms = try image.records(size: 6) { record -> WordForm? in
            guard let lemma = record.index(0, in: count) else { return nil }
            return WordForm(lemma: lemma, tags: FormTags(rawValue: record.number(4)))
        }
        guard let lists = GroupedNumbers(starts: starts, values: forms), lists.count == count else {
            throw ImageDamage()
        }
        self.forms = WordFormTable(lists)
    }

    func write(to image: inout ImageWriter) {
        image.add(numbers: numbers.hashesByNumber)
        image.add(numbers: classes.map(\.rawValue))
        image.add(numbers: forms.lists.starts)
        image.add(records: forms.lists.values) { image, form in
            image.add(form.lemma)
            image.add(form.tags.rawValue)
        }
    }
}

extension PatternTable {
    /// More elements than a table's patterns have: each gap among them is tried at several words.
    private static let mostElements = 32
    private static let longestGap = 32

    init(_ image: inout ImageReader) throws(ImageDamage) {
        let wordCount = image.wordCount
        var list = PatternList()
        list.words = try image.words()
        let words = list.words.count
        list.elements = try image.records(size: 21) { record -> Pattern.Element? in
            guard let kind = Pattern.Element.Kind(rawValue: record.number(20)),
                let words = record.range(12, in: words)
            else { return nil }
            let value = record.number(8, as: Int32.self)
            guard value >= 0, Int(value) < (kind == .gap ? Self.longestGap : wordCount) else { return nil }
            return Pattern.Element(kind: kind, value: value, words: words, bits: record.number(0))
        }
        let elements = list.elements.count
        list.patterns = try image.records(size: 17) { record -> Pattern? in
            guard let range = record.range(0, in: elements), range.count <= Self.mostElements,
                let head = record.index(8, in: range.count),
                let partOfSpeech = Pattern.PartOfSpeech(number: record.number(16))
            else { return nil }
            return Pattern(
                elements: range, head: head, specificity: record.number(12), partOfSpeech: partOfSpeech)
        }
        let patterns = list.patterns
        let starts = try image.numbers(of: Int32.self)
        let candidates = try image.records(size: 13) { record -> Candidate? in
            guard let number = record.index(8, in: patterns.count) else { return nil }
            return Candidate(
                patterns[Int(number)], number: number, bits: record.number(0), gap: record.number(12))
        }
        guard let grouped = GroupedNumbers(starts: starts, values: candidates), grouped.count == wordCount else {
            throw ImageDamage()
        }
        self.init(list, candidates: grouped)
    }

    func write(to image: inout ImageWriter) {
        image.add(numbers: list.words)
        image.add(records: list.elements) { image, element in
            image.add(element.bits)
            image.add(element.value)
            image.add(element.words)
            image.add(element.kind.rawValue)
        }
        image.add(records: list.patterns) { image, pattern in
            image.add(pattern.elements)
            image.add(pattern.head)
            image.add(pattern.specificity)
            image.add(pattern.partOfSpeech.number)
        }
        image.add(numbers: candidates.starts)
        image.add(records: candidates.values) { image, candidate in
            image.add(candidate.bits)
            image.add(candidate.number)
            image.add(candidate.gap)
        }
    }
}

extension Pattern.PartOfSpeech {
    /// How an image writes it.
    var number: UInt8 {
        switch self {
        case .verb: 0
        case .activeVerb: 1
        case .passiveVerb: 2
        case .noun: 3
        case .any: 4
        }
    }

    init?(number: UInt8) {
        switch number {
        case 0: self = .verb
        case 1: self = .activeVerb
        case 2: self = .passiveVerb
        case 3: self = .noun
        case 4: self = .any
        default: return nil
        }
    }
}
