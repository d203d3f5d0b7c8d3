package import Articles

/// What the whole document says about its words; made once, read for every mention.
package struct DocumentContext: Sendable {
    let document: Document
    /// Each token in lower case.
    let lower: [String]
    /// A hash of each token in lower case.
    let hashes: [UInt64]
    /// The sentence of each token.
    let sentence: [Int]
    /// Words that the document also writes in lower case.
    let lowercased: Set<String>
    /// Words that end a person's name somewhere in the document, in lower case.
    let persons: Set<String>
    /// Words that the document gives to a person as another name, in lower case: "codename — Kandalaksha".
    let aliases: Set<String>
    /// Whether case tells nothing: most words are capitals throughout.
    let isAllCapitals: Bool

    /// Sentences of three words and more that are capitals throughout: headlines.
    private let capitalSentences: Set<Int>

    func isAllCapitalSentence(_ number: Int) -> Bool { capitalSentences.contains(number) }

    package init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        let tokens = document.tokens
        let lower = tokens.map { token in
            var word = document.text(token).lowercased()
            // A word knows one apostrophe.
            if word.utf8.contains(0xE2) {
                word = String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
            }
            return word
        }
        self.lower = lower
        hashes = lower.map { WordHash.of($0.utf8) }
        var sentence = [Int](repeating: 0, count: tokens.count)
        for (number, range) in document.sentences.enumerated() {
            for token in range.tokens { sentence[token] = number }
        }
        self.sentence = sentence
        var lowercased: Set<String> = []
        var capitals = 0
        var words = 0
        for (index, token) in tokens.enumerated() where token.kind == .word {
            words += 1
            if token.shape == .lowercase { lowercased.insert(lower[index]) }
            if token.shape == .allCapitals { capitals += 1 }
        }
        self.lowercased = lowercased
        capitalSentences = Set(
            document.sentences.indices.filter { number in
                var count = 0
                for token in document.sentences[number].tokens where tokens[token].kind == .word {
                    guard tokens[token].shape == .allCapitals || tokens[token].shape == .singleCapital else {
                        return false
                    }
                    count += 1
                }
                return count >= 3
            })
        isAllCapitals = words >= 8 && capitals * 10 >= words * 6
        aliases = Self.aliases(tokens: tokens, lower: lower, sentence: sentence, lexicon: lexicon)
        persons = Self.persons(tokens: tokens, lower: lower, sentence: sentence, lexicon: lexicon)
    }

    private static func aliases(
        tokens: [Token], lower: [String], sentence: [Int], lexicon: Lexicon
    ) -> Set<String> {
        var aliases: Set<String> = []
        for index in tokens.indices where lexicon.aliasCues.contains(lower[index]) {
            // The name follows within a few words: "codename — X", "codename was X", "nicknamed 'X'".
            for next in (index + 1)..<(min(index + 5, tokens.count - 1) + 1)
            where next < tokens.count && sentence[next] == sentence[index] && tokens[next].shape == .capitalized {
                aliases.insert(lower[next])
                break
            }
            // Or stands before: "X, his codename"; "known by the call sign X" is covered above.
            if index >= 3, sentence[index - 3] == sentence[index], lower[index - 2] == ",",
                tokens[index - 3].shape == .capitalized
            {
                aliases.insert(lower[index - 3])
            }
        }
        return aliases
    }

    /// Surnames: the capitalised words that follow a given name or a title, with what lies between.
    private static func persons(
        tokens: [Token], lower: [String], sentence: [Int], lexicon: Lexicon
    ) -> Set<String> {
        var persons: Set<String> = []
        for index in tokens.indices where tokens[index].shape == .capitalized {
            let isGiven =
                lexicon.givenNames.contains(lower[index]) && !lexicon.givenNamesAlsoPlaces.contains(lower[index])
            guard isGiven || lexicon.titles.contains(lower[index]) else { continue }
            var last = index
            var next = index + 1
            while next < tokens.count, sentence[next] == sentence[index], next - index <= 4 {
                if tokens[next].isCapitalized, !lexicon.titles.contains(lower[next]) {
                    last = next
                } else if lower[next] != "." && lower[next] != "-" {
                    break
                }
                next += 1
            }
            if last > index, tokens[last].shape == .capitalized { persons.insert(lower[last]) }
            if isGiven, last > index { persons.insert(lower[index]) }
        }
        return persons
    }

    /// How strongly the words before the token at `start` announce a place, 0...3. An article in between counts as
    /// well as none: "in the Donbas".
    func prepositionStrength(before start: Int, lexicon: Lexicon) -> Int {
        var strongest = 0
        let number = sentence[start]
        for end in [start, start - 1] where end > 0 {
            if end < start, lower[end] != "the" { break }
            var phrase = ""
            for length in 1...3 where end - length >= 0 && sentence[end - length] == number {
                phrase = length == 1 ? lower[end - 1] : lower[end - length] + " " + phrase
                strongest = max(strongest, lexicon.prepositions[phrase] ?? 0)
            }
        }
        return strongest
    }

    /// The class that the words before the token at `start` announce: "the city of".
    func announcedClass(before start: Int, lexicon: Lexicon) -> Lexicon.PlaceClass? {
        for length in [3, 2, 1] where start >= length && sentence[start - length] == sentence[start] {
            if let kind = lexicon.classBefore[Array(lower[(start - length)..<start])] { return kind }
        }
        return nil
    }

    /// The token before `index` in its sentence.
    func previous(_ index: Int) -> Int? {
        guard index > 0, sentence[index - 1] == sentence[index] else { return nil }
        return index - 1
    }

    /// The token after `index` in its sentence.
    func next(_ index: Int) -> Int? {
        guard index + 1 < lower.count, sentence[index + 1] == sentence[index] else { return nil }
        return index + 1
    }

    func isCapitalizedWord(_ index: Int) -> Bool {
        document.tokens[index].kind == .word && document.tokens[index].isCapitalized
    }

    /// Whether nothing but an opening quote stands before the token in its sentence.
    func isSentenceInitial(_ index: Int) -> Bool {
        let first = document.sentences[sentence[index]].tokens.lowerBound
        return (first..<index).allSatisfy { document.tokens[$0].kind == .punctuation }
    }

    /// Whether two tokens stand side by side, with a space or nothing between them.
    func areAdjacent(_ a: Int, _ b: Int) -> Bool {
        document.tokens[b].range.start - document.tokens[a].range.end <= 1
    }
}

/// FNV-1a, 64 bits: the same on every machine.
enum WordHash {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
