import Articles

/// What patterns ask of a token again and again: read once for each.
struct TokenMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// A hyphen between two words without spaces.
    static let joinedHyphen = TokenMarks(rawValue: 1)
    /// No gap of a pattern goes on over it: it ends a clause.
    static let endsGap = TokenMarks(rawValue: 2)
    /// Not counted among the words of a gap: a quotation mark, or part of a hyphenated word.
    static let uncounted = TokenMarks(rawValue: 4)

    static func all(_ document: Document, _ classes: [WordClasses]) -> [TokenMarks] {
        let tokens = document.tokens
        var marks = [TokenMarks](repeating: [], count: tokens.count)
        for index in tokens.indices {
            let (range, c) = (tokens[index].range, classes[index])
            let isHyphen =
                range.count == 1 && document.bytes[range.start] == UInt8(ascii: "-")
                && index > 0 && tokens[index - 1].range.end == range.start
                && index + 1 < tokens.count && tokens[index + 1].range.start == range.end
            if isHyphen {
                marks[index].insert([.joinedHyphen, .uncounted])
                marks[index + 1].insert(.uncounted)
            }
            if c.contains(.comma) || c.hasAny([.stop, .relative]) && !isHyphen { marks[index].insert(.endsGap) }
            if c.contains(.quote) { marks[index].insert(.uncounted) }
        }
        return marks
    }
}
