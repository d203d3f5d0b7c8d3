import Articles

/// Dates durations up to the day of writing: `have been shelling the town for six months`.
///
/// Reads the classes `lastfor` (what stands before the duration), `lastaux` (`have`), `lastbeen` (`been`, with a word of
/// `lastingbeen` or a participle in `-ing` behind it) and `lasting` (verbs of what goes on: not `jailed for six months`).
struct LastingSpans: Sendable {
    private let before: Int
    private let auxiliary: Int
    private let been: Int
    private let beenIn: Int
    private let verbs: Int

    /// How far before the duration its verb stands.
    private static let reach = 16

    init(_ vocabulary: inout VocabularyBuilder) {
        before = vocabulary.classID("lastfor")
        auxiliary = vocabulary.classID("lastaux")
        been = vocabulary.classID("lastbeen")
        beenIn = vocabulary.classID("lastingbeen")
        verbs = vocabulary.classID("lasting")
    }

    func date(
        _ items: inout [(tokens: Range<Int>, value: Resolved)], _ stream: TokenStream, today: CalendarDay,
        sentences: [Range<Int>]
    ) {
        for index in items.indices where items[index].value.kind == .duration && items[index].value.edtf == nil {
            guard let period = items[index].value.period else { continue }
            let tokens = sentences[index]
            let start = items[index].tokens.lowerBound
            let isLed = stream.has(before, at: start - 1, in: tokens)
            // `has lasted six months`, `For six months they have shelled the town`
            guard isLed || stream.has(verbs, at: start - 1, in: tokens) else { continue }
            let isOpening = isLed && start - tokens.lowerBound <= 1
            let floor = isOpening ? items[index].tokens.upperBound : max(tokens.lowerBound, start - Self.reach)
            let end = isOpening ? min(tokens.upperBound, floor + Self.reach) : start
            guard floor < end, goesOn(floor..<end, stream, isOpening: isOpening) else { continue }
            items[index].value.edtf = VagueSpan.lasting(period.count, period.grain, until: today)
        }
    }

    /// Whether the last verb among `tokens`, or the first after what opens a sentence, is a perfect of what goes on.
    private func goesOn(_ tokens: Range<Int>, _ stream: TokenStream, isOpening: Bool) -> Bool {
        let found =
            isOpening
            ? tokens.first { stream.has(auxiliary, at: $0, in: tokens) }
            : tokens.last { stream.has(auxiliary, at: $0, in: tokens) }
        guard let found else { return false }
        for index in tokens.clamped(to: found + 1..<found + 4) {
            if stream.has(verbs, at: index, in: tokens) { return true }
            guard stream.has(been, at: index, in: tokens) else { continue }
            return tokens.clamped(to: index + 1..<index + 3).contains {
                stream.has(beenIn, at: $0, in: tokens) || stream.has(verbs, at: $0, in: tokens)
                    || isParticiple($0, stream)
            }
        }
        return false
    }

    private func isParticiple(_ index: Int, _ stream: TokenStream) -> Bool {
        let range = stream.tokens[index].range
        return stream.tokens[index].kind == .word && range.count > 4
            && stream.bytes[range.start..<range.end].suffix(3).elementsEqual("ing".utf8)
    }
}
