import Tables

/// A token of an article's text.
public struct Token: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// Letters, with inner apostrophes; or initials with full stops, such as `U.S.`
        case word
        /// Digits, with inner full stops and commas: `6,000`, `10.5`. `24th` is `24` and `th`, without a gap.
        case number
        /// One character that is neither.
        case punctuation
    }

    /// How a word is written.
    public enum Shape: UInt8, Sendable {
        case lowercase
        /// The first letter is a capital and some other is not.
        case capitalized
        /// Two letters or more, all capitals.
        case allCapitals
        /// One letter, a capital.
        case singleCapital
        /// Not a word, or a script without case.
        case none
    }

    public var range: TextRange
    public var kind: Kind
    public var shape: Shape

    public init(range: TextRange, kind: Kind, shape: Shape) {
        self.range = range
        self.kind = kind
        self.shape = shape
    }

    public var isCapitalized: Bool { shape == .capitalized || shape == .allCapitals || shape == .singleCapital }
}

/// A sentence: a range of the text and of the document's tokens.
public struct Sentence: Hashable, Sendable {
    public var range: TextRange
    public var tokens: Range<Int>
    /// The number of the paragraph it stands in, from 0.
    public var paragraph: Int

    public init(range: TextRange, tokens: Range<Int>, paragraph: Int) {
        self.range = range
        self.tokens = tokens
        self.paragraph = paragraph
    }
}

/// An article with its tokens and sentences: what every later stage reads.
public struct Document: Sendable {
    public let article: Article
    /// The text as UTF-8.
    public let bytes: [UInt8]
    public let tokens: [Token]
    /// The words of the tokens as tables of words look for them.
    public let words: [TokenWord]
    public let sentences: [Sentence]

    init(article: Article, bytes: [UInt8], tokens: [Token], sentences: [Sentence]) {
        self.article = article
        self.bytes = bytes
        self.tokens = tokens
        words = TokenWord.all(of: tokens, in: bytes)
        self.sentences = sentences
    }

    /// The text of `range`. Invalid bytes cannot occur: an article's text is a valid `String`.
    public func text(_ range: TextRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }

    public func text(_ token: Token) -> String { text(token.range) }

    /// The text of the token at `index`, in lower case for ASCII and by Unicode otherwise; `""` past either end.
    public func lowercasedText(at index: Int) -> String {
        guard tokens.indices.contains(index) else { return "" }
        return text(tokens[index]).lowercased()
    }

    /// The index of the sentence that holds the byte at `offset`, or the last one before it; `nil` without any.
    public func sentenceIndex(at offset: Int) -> Int? {
        let next = sentences.partitioningIndex { $0.range.start > offset }
        return next == 0 ? nil : next - 1
    }

    /// The index of the first token that ends after `offset`.
    public func tokenIndex(at offset: Int) -> Int {
        tokens.partitioningIndex { $0.range.end > offset }
    }
}
