package import Articles

/// What the whole document says about its words; made once, read for every mention.
package struct DocumentContext: Sendable {
    let document: Document
    /// Each token in lower case.
    let lower: [String]
    /// A hash of each token in lower case.
    let hashes: [UInt64]
    /// What the word lists say of each token.
    let roles: [WordRole]
    /// The sentence of each token.
    let sentence: [Int]
    /// Words that the document also writes in lower case.
    let lowercased: Set<UInt64>
    /// Words that end a person's name somewhere in the document, in lower case.
    let persons: Set<UInt64>
    /// Words that the document gives to a person as another name, in lower case: "codename — Kandalaksha".
    let aliases: Set<UInt64>
    /// Whether case tells nothing: most words are capitals throughout.
    let isAllCapitals: Bool

    /// Sentences of three words and more that are capitals throughout: headlines.
    private let capitalSentences: Set<Int>

    func isAllCapitalSentence(_ number: Int) -> Bool { capitalSentences.contains(number) }

    package init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        let tokens = document.tokens
        let lower = tokens.map { token in
            var word = Self.lowercased(document, token)
            // A word knows one apostrophe.
            if word.utf8.contains(0xE2) {
                word = String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
            }
            return word
        }
        self.lower = lower
        let hashes = lower.map { WordHash.of($0.utf8) }
        self.hashes = hashes
        let roles = hashes.map { lexicon.words[$0] }
        self.roles = roles
        var sentence = [Int](repeating: 0, count: tokens.count)
        for (number, range) in document.sentences.enumerated() {
            for token in range.tokens { sentence[token] = number }
        }
        self.sentence = sentence
        var lowercased: Set<UInt64> = []
        var capitals = 0
        var words = 0
        for (index, token) in tokens.enumerated() where token.kind == .word {
            words += 1
            if token.shape == .lowercase { lowercased.insert(hashes[index]) }
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
        aliases = Self.aliases(tokens: tokens, lower: lower, hashes: hashes, sentence: sentence, roles: roles)
        persons = Self.persons(tokens: tokens, lower: lower, hashes: hashes, sentence: sentence, roles: roles)
    }

    /// ASCII by bytes, all else by Unicode.
    private static func lowercased(_ document: Document, _ token: Token) -> String {
        let bytes = document.bytes[token.range.start..<token.range.end]
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return document.text(token).lowercased() }
        if token.shape == .lowercase || token.kind != .word { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            }
            return bytes.count
        }
    }

    private static func aliases(
        tokens: [Token], lower: [String], hashes: [UInt64], sentence: [Int], roles: [WordRole]
    ) -> Set<UInt64> {
        var aliases: Set<UInt64> = []
        for index in tokens.indices where roles[index].isAliasCue {
            // The name follows within a few words: "codename — X", "codename was X", "nicknamed 'X'".
            for next in (index + 1)..<(min(index + 5, tokens.count - 1) + 1)
            where next < tokens.count && sentence[next] == sentence[index] && tokens[next].shape == .capitalized {
                aliases.insert(hashes[next])
                break
            }
            // Or stands before: "X, his codename"; "known by the call sign X" is covered above.
            if index >= 3, sentence[index - 3] == sentence[index], lower[index - 2] == ",",
                tokens[index - 3].shape == .capitalized
            {
                aliases.insert(hashes[index - 3])
            }
        }
        return aliases
    }

    /// Surnames: the capitalised words that follow a given name or a title, with what lies between.
    private static func persons(
        tokens: [Token], lower: [String], hashes: [UInt64], sentence: [Int], roles: [WordRole]
    ) -> Set<UInt64> {
        var persons: Set<UInt64> = []
        for index in tokens.indices where tokens[index].shape == .capitalized {
            let isGiven =
                roles[index].isGivenName && !roles[index].isAlsoPlace
            guard isGiven || roles[index].isTitle else { continue }
            var last = index
            var next = index + 1
            while next < tokens.count, sentence[next] == sentence[index], next - index <= 4 {
                if tokens[next].isCapitalized, !roles[next].isTitle {
                    last = next
                } else if lower[next] != "." && lower[next] != "-" {
                    break
                }
                next += 1
            }
            if last > index, tokens[last].shape == .capitalized { persons.insert(hashes[last]) }
            if isGiven, last > index { persons.insert(hashes[index]) }
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
            for length in 1...3 where end - length >= 0 && sentence[end - length] == number {
                let phrase = hashes[(end - length)..<end].reduce(0) { WordHash.joined($0, $1) }
                if let strength = lexicon.prepositions[phrase] { strongest = max(strongest, strength) }
            }
        }
        return strongest
    }

    /// The class that the words before the token at `start` announce: "the city of".
    func announcedClass(before start: Int, lexicon: Lexicon) -> Lexicon.PlaceClass? {
        for length in [3, 2, 1] where start >= length && sentence[start - length] == sentence[start] {
            let phrase = hashes[(start - length)..<start].reduce(0) { WordHash.joined($0, $1) }
            if let kind = lexicon.classBefore[phrase] { return kind }
        }
        return nil
    }

    /// Whether a token joins the names of a list.
    func isJoint(_ index: Int) -> Bool {
        switch lower[index] {
        case ",", "and", "or", "&": true
        default: false
        }
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
