import Articles

/// What the whole document says about its words; made once, read for every mention.
package struct DocumentContext: Sendable {
    let document: Document
    let tokens: [Token]
    /// A hash of each token in lower case.
    let hashes: [UInt64]
    /// The number of each token's word in the document, in lower case.
    let words: [Int32]
    /// What the word lists say of each token.
    let roles: [WordRole]
    /// The sentence of each token.
    let sentence: [Int]
    /// Whether case tells nothing: most words are capitals throughout.
    let isAllCapitals: Bool
    let wordCount: Int
    let known: KnownWords
    private let phrases: PhraseTable
    /// By word, bits of ``isLowercased(_:)`` and its like.
    private var uses: [UInt8]
    /// Sentences of three words and more that are capitals throughout: headlines.
    private let capitalSentences: [Bool]

    private static let lowercased: UInt8 = 1
    private static let person: UInt8 = 2
    private static let alias: UInt8 = 4

    /// Whether the document also writes the word of the token in lower case.
    func isLowercased(_ token: Int) -> Bool { uses[Int(words[token])] & Self.lowercased != 0 }
    /// Whether the word of the token ends a person's name somewhere in the document.
    func isPerson(_ token: Int) -> Bool { uses[Int(words[token])] & Self.person != 0 }
    /// Whether the document gives the word of the token to a person as another name: "codename — Kandalaksha".
    func isAlias(_ token: Int) -> Bool { uses[Int(words[token])] & Self.alias != 0 }
    func isAllCapitalSentence(_ number: Int) -> Bool { capitalSentences[number] }

    init(_ document: Document, lexicon: Lexicon, phrases: PhraseTable) {
        self.document = document
        tokens = document.tokens
        self.phrases = phrases
        known = KnownWords.shared
        var numbers = HashNumbers(capacity: tokens.count / 2 + 8)
        var hashes = [UInt64](repeating: 0, count: tokens.count)
        var words = [Int32](repeating: 0, count: tokens.count)
        var roles = [WordRole](repeating: WordRole(), count: tokens.count)
        var wordRoles: [WordRole] = []
        wordRoles.reserveCapacity(tokens.count / 2 + 8)
        var uses: [UInt8] = []
        uses.reserveCapacity(tokens.count / 2 + 8)
        var capitals = 0
        var wordTokens = 0
        for index in tokens.indices {
            let token = tokens[index]
            let hash = LowercasedWord.hash(document, index)
            let word = numbers.number(of: hash)
            if word == wordRoles.count {
                wordRoles.append(lexicon.words[hash])
                uses.append(0)
            }
            hashes[index] = hash
            words[index] = Int32(truncatingIfNeeded: word)
            roles[index] = wordRoles[word]
            guard token.kind == .word else { continue }
            wordTokens += 1
            if token.shape == .lowercase { uses[word] |= Self.lowercased }
            if token.shape == .allCapitals { capitals += 1 }
        }
        var sentence = [Int](repeating: 0, count: tokens.count)
        var capitalSentences = [Bool](repeating: false, count: document.sentences.count)
        for (number, range) in document.sentences.enumerated() {
            var capitalWords = 0
            for token in range.tokens {
                sentence[token] = number
                guard capitalWords >= 0, tokens[token].kind == .word else { continue }
                let shape = tokens[token].shape
                capitalWords = shape == .allCapitals || shape == .singleCapital ? capitalWords + 1 : -1
            }
            capitalSentences[number] = capitalWords >= 3
        }
        self.hashes = hashes
        self.words = words
        self.roles = roles
        self.sentence = sentence
        self.capitalSentences = capitalSentences
        self.uses = uses
        wordCount = uses.count
        isAllCapitals = wordTokens >= 8 && capitals * 10 >= wordTokens * 6
        findAliases()
        findPersons()
    }

    /// The token in lower case.
    func lower(_ index: Int) -> String { LowercasedWord.text(document, tokens[index]) }

    /// The bytes of a token in lower case, with one kind of apostrophe.
    func lowercaseLength(_ index: Int) -> Int {
        let range = tokens[index].range
        for byte in document.bytes[range.start..<range.end] where byte >= 0x80 { return lower(index).utf8.count }
        return range.count
    }

    /// Whether the token is the word of a hash.
    @inline(__always)
    func isWord(_ index: Int, _ hash: UInt64) -> Bool { hashes[index] == hash }

    private mutating func findAliases() {
        for index in tokens.indices where roles[index].isAliasCue {
            // The name follows within a few words: "codename — X", "codename was X", "nicknamed 'X'".
            for next in (index + 1)..<(min(index + 5, tokens.count - 1) + 1)
            where next < tokens.count && sentence[next] == sentence[index] && tokens[next].shape == .capitalized {
                uses[Int(words[next])] |= Self.alias
                break
            }
            // Or stands before: "X, his codename"; "known by the call sign X" is covered above.
            if index >= 3, sentence[index - 3] == sentence[index], isWord(index - 2, known.comma),
                tokens[index - 3].shape == .capitalized
            {
                uses[Int(words[index - 3])] |= Self.alias
            }
        }
    }

    /// Surnames: the capitalised words that follow a given name or a title, with what lies between.
    private mutating func findPersons() {
        for index in tokens.indices where tokens[index].shape == .capitalized {
            let isGiven = roles[index].isGivenName && !roles[index].isAlsoPlace
            guard isGiven || roles[index].isTitle else { continue }
            var last = index
            var next = index + 1
            while next < tokens.count, sentence[next] == sentence[index], next - index <= 4 {
                if tokens[next].isCapitalized, !roles[next].isTitle {
                    last = next
                } else if !isWord(next, known.stop), !isWord(next, known.hyphen) {
                    break
                }
                next += 1
            }
            if last > index, tokens[last].shape == .capitalized { uses[Int(words[last])] |= Self.person }
            if isGiven, last > index { uses[Int(words[index])] |= Self.person }
        }
    }

    /// How strongly the words before the token at `start` announce a place, 0...3, and the class that they announce. An
    /// article in between counts as well as none: "in the Donbas".
    func announcement(before start: Int) -> (strength: Int, placeClass: Lexicon.PlaceClass?) {
        var strongest = 0
        var placeClass: Lexicon.PlaceClass?
        let number = sentence[start]
        for end in stride(from: start, through: max(1, start - 1), by: -1) {
            if end < start, !isWord(end, known.the) { break }
            for length in 1...3 where end - length >= 0 && sentence[end - length] == number {
                var phrase: UInt64 = 0
                for index in (end - length)..<end { phrase = WordHash.joined(phrase, hashes[index]) }
                let value = phrases[phrase]
                strongest = max(strongest, Int(value.strength))
                // The longest phrase right before the name counts: "the city of".
                if end == start, let announced = value.announced { placeClass = announced }
            }
        }
        return (strongest, placeClass)
    }

    /// Whether the token alone is a preposition that announces places.
    func isPreposition(_ index: Int) -> Bool { phrases[WordHash.joined(0, hashes[index])].isPreposition }

    /// Whether a token joins the names of a list.
    func isJoint(_ index: Int) -> Bool {
        let hash = hashes[index]
        return hash == known.comma || hash == known.and || hash == known.or || hash == known.ampersand
    }

    /// The token before `index` in its sentence.
    @inline(__always)
    func previous(_ index: Int) -> Int? {
        guard index > 0, sentence[index - 1] == sentence[index] else { return nil }
        return index - 1
    }

    /// The token after `index` in its sentence.
    @inline(__always)
    func next(_ index: Int) -> Int? {
        guard index + 1 < hashes.count, sentence[index + 1] == sentence[index] else { return nil }
        return index + 1
    }

    @inline(__always)
    func isCapitalizedWord(_ index: Int) -> Bool {
        tokens[index].kind == .word && tokens[index].isCapitalized
    }

    /// Whether nothing but an opening quote stands before the token in its sentence.
    func isSentenceInitial(_ index: Int) -> Bool {
        let first = document.sentences[sentence[index]].tokens.lowerBound
        for token in first..<max(first, index) where tokens[token].kind != .punctuation { return false }
        return true
    }

    /// Whether two tokens stand side by side, with a space or nothing between them.
    @inline(__always)
    func areAdjacent(_ a: Int, _ b: Int) -> Bool {
        tokens[b].range.start - tokens[a].range.end <= 1
    }
}
