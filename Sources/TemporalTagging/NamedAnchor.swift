import Articles

/// A happening that later texts count from without its date: `three days after the invasion`, `the first day of the war`.
///
/// The rows of class `anchor` in `words.tsv` give its word, its day and the class of the names that a text about it has:
/// `2022-02-24:of-ukraine`. It counts in texts published since that day that have one of these names near their beginning,
/// and only where no second happening of that word would do. Words of class `anchorskip` may stand before it.
enum NamedAnchor {
    /// How many tokens of a text tell what it is about.
    private static let opening = 200
    /// `the Russian full-scale invasion`
    private static let skipped = 8

    /// The day of the happening whose name stands at `index`.
    static func day(at index: Int, _ stream: TokenStream, _ sentence: Range<Int>) -> CalendarDay? {
        let vocabulary = stream.vocabulary
        guard let published = stream.published, let anchor = vocabulary.knownClassID("anchor"),
            let skip = vocabulary.knownClassID("anchorskip")
        else { return nil }
        var position = index
        while sentence.contains(position), position - index < skipped,
            vocabulary.contains(stream.id(position), classID: skip)
        {
            position += 1
        }
        guard sentence.contains(position), position > index else { return nil }
        var found: CalendarDay?
        for entry in vocabulary.entries(stream.id(position), classID: anchor) {
            let parts = entry.value.split(separator: ":")
            guard parts.count == 2, let day = PartialDate(edtf: parts[0])?.firstDay, day <= published,
                let names = vocabulary.knownClassID(String(parts[1])), isAbout(names, stream),
                !isElsewhere(position + 1, names, stream, sentence)
            else { continue }
            if found != nil { return nil }
            found = day
        }
        return found
    }

    /// Whether the happening whose name stands at `index` is said to begin there: `the war first broke out`.
    static func begins(at index: Int, _ stream: TokenStream, _ sentence: Range<Int>) -> Bool {
        let vocabulary = stream.vocabulary
        guard let anchor = vocabulary.knownClassID("anchor"), let began = vocabulary.knownClassID("began"),
            let position = sentence.clamped(to: index..<index + skipped).first(where: {
                vocabulary.contains(stream.id($0), classID: anchor)
            })
        else { return false }
        return sentence.clamped(to: position + 1..<position + 3).contains {
            vocabulary.contains(stream.id($0), classID: began)
        }
    }

    private static func isAbout(_ names: Int, _ stream: TokenStream) -> Bool {
        stream.ids.prefix(opening).contains { stream.vocabulary.contains($0, classID: names) }
    }

    /// `the war in Syria`: another one.
    private static func isElsewhere(_ index: Int, _ names: Int, _ stream: TokenStream, _ sentence: Range<Int>) -> Bool {
        guard sentence.contains(index + 1), stream.tokens[index].kind == .word,
            stream.tokens[index].shape == .lowercase, stream.tokens[index].range.count <= 7,
            stream.tokens[index + 1].isCapitalized
        else { return false }
        return !stream.vocabulary.contains(stream.id(index + 1), classID: names)
    }
}
