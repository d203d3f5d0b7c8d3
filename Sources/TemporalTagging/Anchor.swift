import Articles

/// What the relative expressions of a text count from: the day, month or year it was published.
struct Anchor: Hashable, Sendable {
    var first: CalendarDay
    var last: CalendarDay

    init(_ date: PartialDate) {
        first = date.firstDay
        last = date.lastDay
    }

    init(_ day: CalendarDay) {
        first = day
        last = day
    }

    var isDay: Bool { first == last }

    func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }
}

/// Finds the date of a dateline: `KHARKIV, Sept. 12 (Reuters) -`, `SAN SALVADOR, 3 JAN 90 -- [REPORT]`.
struct DatelineReader {
    let stream: TokenStream
    let document: Document
    /// The class of words such as `Updated`, which begin a line that gives the date of the text.
    let stamp: Int

    /// The draft that is the date of the dateline.
    func draft(of drafts: [Draft]) -> Draft? {
        for draft in drafts.prefix(3) where draft.rule == .date && draft.has(.month) && draft.has(.day) {
            let start = draft.tokens.lowerBound
            guard stream.tokens[start].range.start < 600,
                let sentence = document.sentences.last(where: { $0.tokens.lowerBound <= start })
            else { continue }
            let first = sentence.tokens.lowerBound
            guard first <= start, start - first <= 12 else { continue }
            let isFull = draft.has(.year)
            if isFull, stream.vocabulary.contains(stream.id(first), classID: stamp) { return draft }
            // A line that is a full date, or a byline that ends with one.
            if isFull, endsLine(draft.tokens.upperBound, sentence.tokens),
                (first..<start).allSatisfy({ stream.tokens[$0].isCapitalized || stream.tokens[$0].kind == .punctuation }
                )
            {
                return draft
            }
            guard first < start,
                stream.tokens[first].shape == .allCapitals || isFull && stream.tokens[first].isCapitalized
            else { continue }
            let head = first..<start
            guard head.allSatisfy({ stream.tokens[$0].isCapitalized || stream.tokens[$0].kind == .punctuation }),
                endsDateline(draft.tokens.upperBound)
            else { continue }
            return draft
        }
        return nil
    }

    private func endsLine(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let rest = index..<max(index, sentence.upperBound)
        return rest.count <= 1 && rest.allSatisfy { stream.tokens[$0].kind == .punctuation }
    }

    private func endsDateline(_ index: Int) -> Bool {
        var index = index
        var isOpen = false
        for _ in 0..<14 {
            guard index < stream.count else { return false }
            let token = stream.tokens[index]
            switch stream.mark(index) {
            case UInt8(ascii: "("), UInt8(ascii: "["): isOpen = true
            case UInt8(ascii: ")"), UInt8(ascii: "]"): isOpen = false
            case UInt8(ascii: "-"), UInt8(ascii: "_"): if !isOpen { return true }
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"): break
            default:
                // A dash outside ASCII.
                if token.kind == .punctuation, stream.bytes[token.range.start] == 0xE2 { return !isOpen }
                if !isOpen { return false }
            }
            index += 1
        }
        return false
    }

    /// `anchor` made finer, or given, by the dateline's date.
    func refine(_ anchor: Anchor?, with draft: Draft) -> Anchor? {
        guard let month = draft.int(.month), let number = draft.int(.day) else { return anchor }
        func date(_ year: Int) -> CalendarDay? {
            let isShort = draft.text(.fold) == "yy" && year < 100
            return PartialDate(year: isShort ? Resolver.unfold(year) : year, month: month, day: number)?.firstDay
        }
        if let anchor {
            guard !anchor.isDay else { return anchor }
            let years = draft.int(.year).map { [$0] } ?? [anchor.last.components.year, anchor.first.components.year]
            for year in years {
                if let day = date(year), anchor.contains(day) { return Anchor(day) }
            }
            return anchor
        }
        guard let year = draft.int(.year), let day = date(year) else { return nil }
        return Anchor(day)
    }
}
