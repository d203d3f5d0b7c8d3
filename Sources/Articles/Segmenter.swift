extension Document {
    /// Splits `article` into tokens, sentences and paragraphs.
    ///
    /// A paragraph ends at a blank line, or at every line end of text whose lines are not wrapped. A sentence ends
    /// at `.`, `!`, `?` or `…` before white space and something that can begin one; not after an abbreviation.
    public init(_ article: Article) {
        let bytes = Array(article.text.utf8)
        let tokens = Tokenizer(bytes).tokens()
        self.init(
            article: article, bytes: bytes, tokens: tokens,
            sentences: Segmenter(bytes: bytes, tokens: tokens).sentences())
    }
}

struct Segmenter {
    let bytes: [UInt8]
    let tokens: [Token]

    func sentences() -> [Sentence] {
        guard !tokens.isEmpty else { return [] }
        let wrapped = isWrapped()
        var sentences: [Sentence] = []
        sentences.reserveCapacity(tokens.count / 16 + 1)
        var paragraph = 0
        var first = 0
        func close(_ end: Int) {
            guard end > first else { return }
            sentences.append(
                Sentence(
                    range: TextRange(tokens[first].range.start, tokens[end - 1].range.end), tokens: first..<end,
                    paragraph: paragraph))
            first = end
        }
        for index in tokens.indices.dropFirst() {
            let gap = lineBreaks(between: index - 1, and: index)
            if gap >= 2 || gap == 1 && !wrapped && !continuesLine(index) {
                close(index)
                paragraph += 1
            } else if endsSentence(before: index) {
                close(index)
            }
        }
        close(tokens.count)
        return sentences
    }

    /// The number of line ends between two tokens.
    private func lineBreaks(between a: Int, and b: Int) -> Int {
        var count = 0
        var index = tokens[a].range.end
        let end = tokens[b].range.start
        while index < end {
            if bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 >= end || bytes[index + 1] != 0x0A) {
                count += 1
            } else if bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA9 {
                count += 2
            }
            index += 1
        }
        return count
    }

    /// A line that begins with a lower-case word, or with a number after one, goes on with the sentence before it.
    private func continuesLine(_ index: Int) -> Bool {
        tokens[index].shape == .lowercase
            || tokens[index].kind == .number && index > 0 && tokens[index - 1].shape == .lowercase
    }

    /// Whether the text is broken into lines of about equal length that are not paragraphs: most lines are
    /// between 50 and 100 bytes long and end without closing punctuation.
    private func isWrapped() -> Bool {
        var lines = 0
        var open = 0
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
            defer { start = index + 1 }
            let length = index - start
            guard length > 0 else { continue }
            lines += 1
            if length > 110 { return false }
            var last = index - 1
            while last > start, bytes[last] == 0x20 || bytes[last] == 0x0D { last -= 1 }
            if length >= 45, !Self.closers.contains(bytes[last]) { open += 1 }
        }
        return lines >= 4 && open * 2 > lines
    }

    private static let closers: Set<UInt8> = Set(".!?:;\"')".utf8)

    private func endsSentence(before index: Int) -> Bool {
        guard tokens[index].range.start > tokens[index - 1].range.end, canBegin(index) else { return false }
        // Back over closing quotes and brackets to the full stop.
        var last = index - 1
        var steps = 0
        while last >= 0, steps < 3, isCloser(last) {
            last -= 1
            steps += 1
        }
        guard last >= 0 else { return false }
        let token = tokens[last]
        if token.kind == .word {
            // `U.S.` swallows the full stop: it ends a sentence only before a word that commonly begins one.
            return bytes[token.range.end - 1] == UInt8(ascii: ".")
                && Abbreviations.sentenceOpeners.contains(text(tokens[index]).lowercased())
        }
        switch bytes[token.range.start] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "."): return !isAbbreviation(before: last, followedBy: index)
        case 0xE2: return text(token) == "…"
        default: return false
        }
    }

    private func isCloser(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return false }
        let range = tokens[index].range
        if range.count == 1 {
            switch bytes[range.start] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
            default: return false
            }
        }
        switch text(tokens[index]) {
        case "\"", "'", ")", "]", "”", "’", "»", "“": return true
        default: return false
        }
    }

    private func canBegin(_ index: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .word: return token.shape != .lowercase
        case .number: return true
        case .punctuation where token.range.count == 1:
            switch bytes[token.range.start] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"):
                return true
            default: return false
            }
        case .punctuation: return ["\"", "'", "(", "[", "“", "‘", "«", "„", "—", "–", "-"].contains(text(token))
        }
    }

    private func isAbbreviation(before stop: Int, followedBy next: Int) -> Bool {
        guard stop > 0, tokens[stop - 1].range.end == tokens[stop].range.start, tokens[stop - 1].kind == .word else {
            return false
        }
        if tokens[stop - 1].shape == .singleCapital {
            // An initial, unless what follows commonly begins a sentence.
            return !Abbreviations.sentenceOpeners.contains(text(tokens[next]).lowercased())
        }
        guard tokens[stop - 1].range.count <= Abbreviations.longest,
            let kind = Abbreviations.kinds[text(tokens[stop - 1]).lowercased()]
        else { return false }
        if kind.contains(.always) { return true }
        if kind.contains(.beforeName) { return stop < 2 || tokens[stop - 2].kind != .number }
        // `Sept. 12`, `No. 5`: only before a number.
        if kind.contains(.beforeNumber) { return tokens[next].kind == .number }
        // `Calif. Gov.`: a capitalised abbreviation may end a sentence before a common opener.
        return kind.contains(.capitalized) && tokens[stop - 1].isCapitalized
            && !Abbreviations.sentenceOpeners.contains(text(tokens[next]).lowercased())
    }

    private func text(_ token: Token) -> String {
        String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
    }
}
