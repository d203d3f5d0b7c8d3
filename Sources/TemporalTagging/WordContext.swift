import Articles

/// Whether a bare four-digit number is a year, by what stands around it.
enum YearContext {
    static func isYear(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
        // The rule may have taken a modifier too: what counts stands next to the number.
        guard let number = range.first(where: { stream.isNumber($0) }), let first = stream.digits(number) else {
            return true
        }
        let before = number - 1
        let after = range.upperBound
        if stream.isAdjacent(number) {
            switch stream.mark(before) {
            case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "@"):
                return false
            case 0:
                // `GR2000`, `£1999`; but a quotation mark or a dash outside ASCII may stand before it.
                let token = stream.tokens[before]
                if token.kind == .word || stream.bytes[token.range.start] != 0xE2 { return false }
                if stream.bytes[token.range.start..<token.range.end].elementsEqual("€".utf8) { return false }
            default: break
            }
        }
        let vocabulary = stream.vocabulary
        func isIn(_ index: Int, _ name: String) -> Bool {
            guard sentence.contains(index), let id = vocabulary.knownClassID(name) else { return false }
            return vocabulary.contains(stream.id(index), classID: id)
        }
        if isIn(before, "numbercue") || isIn(after, "measure") { return false }
        if stream.isAdjacent(after), sentence.contains(after) {
            switch stream.mark(after) {
            case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "_"): return false
            case UInt8(ascii: ":"): if stream.isNumber(after + 1), stream.isAdjacent(after + 1) { return false }
            case UInt8(ascii: "-"), UInt8(ascii: "/"):
                // `1500-metre`, `1900-strong`; but `1955-1963`.
                if after + 1 < stream.count, stream.tokens[after + 1].kind == .word,
                    isIn(after + 1, "measure")
                {
                    return false
                }
            default: if stream.tokens[after].kind != .punctuation { return false }
            }
        }
        if isIn(before, "yearcue") { return first.value >= 1000 && first.value <= 2100 }
        guard (1800...2060).contains(first.value) else {
            return first.value >= 1400 && first.value < 1800
                && (!sentence.contains(after) || stream.tokens[after].kind == .punctuation)
        }
        // A lower-case plural behind it is what is counted: `2000 refugees`.
        if sentence.contains(after), stream.tokens[after].kind == .word, stream.tokens[after].shape == .lowercase,
            stream.tokens[after].range.count > 4, stream.bytes[stream.tokens[after].range.end - 1] == UInt8(ascii: "s"),
            vocabulary.isPlain(stream.id(after))
        {
            return isIn(before, "weakyearcue")
                || before > sentence.lowerBound && stream.tokens[before].isCapitalized
                    && stream.id(before) == WordTable.unknown
        }
        return true
    }
}

/// Whether a month that is also a first name (`June`) is one, by what stands around it.
enum NameContext {
    static func isName(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
        var index = range.upperBound
        // One or two capitalised words that no table knows: more of them are a headline.
        while sentence.contains(index), index < range.upperBound + 3, isUnknownName(stream, index) { index += 1 }
        let count = index - range.upperBound
        guard (1...2).contains(count) else { return false }
        let comma =
            sentence.contains(index)
            && (stream.mark(index) == UInt8(ascii: ",") || stream.mark(index) == UInt8(ascii: "("))
        let age = comma && sentence.contains(index + 1) ? stream.digits(index + 1) : nil
        if let age, age.value > 0, age.value < 120 { return true }
        if let cue = stream.vocabulary.knownClassID("monthcue"),
            sentence.contains(range.lowerBound - 1),
            stream.vocabulary.contains(stream.id(range.lowerBound - 1), classID: cue)
        {
            return false
        }
        guard sentence.contains(index) else { return true }
        return stream.tokens[index].kind == .punctuation || stream.tokens[index].shape == .lowercase
    }

    private static func isUnknownName(_ stream: TokenStream, _ index: Int) -> Bool {
        stream.tokens[index].kind == .word && stream.tokens[index].shape == .capitalized
            && stream.id(index) == WordTable.unknown
    }
}
