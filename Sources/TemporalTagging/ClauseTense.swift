import Articles

/// Whether a clause speaks of what was or of what will be, by the verb next to an expression.
enum Tense: Sendable { case past, future, unknown }

/// Reads the tense from the classes `pastverb`, `futureverb` (of which those of `weakfuture` are past before a
/// `pastmodal` or `perfect`), `happened` (nouns of what is told when it is over), `aheadof` (with the word that
/// follows: `eve of`; not before one of `aheadnot`) and the endings of `pastending` (not behind an `article`; the
/// words of `notpast` only seem to have). What an infinitive says is in ``InfinitiveReader``.
struct TenseReader: Sendable {
    private let past: Int
    private let future: Int
    private let passive: Int
    private let notPast: Int
    private let weakFuture: Int
    private let pastModal: Int
    private let perfect: Int
    private let happened: Int
    private let preposition: Int
    private let until: Int
    private let postponed: Int
    private let dueTo: Int
    private let openPast: Int
    private let particle: Int
    private let pastEndings: [[UInt8]]
    private let aheadOf: Int
    private let aheadNot: Int
    private let article: Int
    private let infinitives: InfinitiveReader

    init(_ vocabulary: inout VocabularyBuilder, endings: [[UInt8]]) {
        past = vocabulary.classID("pastverb")
        future = vocabulary.classID("futureverb")
        passive = vocabulary.classID("passive")
        notPast = vocabulary.classID("notpast")
        weakFuture = vocabulary.classID("weakfuture")
        pastModal = vocabulary.classID("pastmodal")
        perfect = vocabulary.classID("perfect")
        happened = vocabulary.classID("happened")
        preposition = vocabulary.classID("dateprep")
        until = vocabulary.classID("untilcue")
        postponed = vocabulary.classID("postponed")
        dueTo = vocabulary.classID("dueto")
        openPast = vocabulary.classID("openpast")
        particle = vocabulary.classID("particle")
        aheadOf = vocabulary.classID("aheadof")
        aheadNot = vocabulary.classID("aheadnot")
        article = vocabulary.classID("article")
        pastEndings = endings
        infinitives = InfinitiveReader(&vocabulary)
    }

    func tense(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Tense {
        if isPostponed(stream, range, sentence) { return .future }
        var index = range.lowerBound - 1
        let floor = max(sentence.lowerBound, range.lowerBound - 22)
        // `Paris to host talks on Monday`, where no verb says more.
        var announced = Tense.unknown
        var isSameClause = true
        while index >= floor {
            if isSameClause, isAhead(stream, index, sentence) { return .future }
            if stream.mark(index) == UInt8(ascii: ",") { isSameClause = false }
            // `said it will`: the future governs. `will ... said Friday`: the nearest governs.
            if let tense = cue(stream, index, sentence) { return tense }
            if infinitives.isInfinitive(stream, index, sentence) {
                if infinitives.isDeadline(stream, range) { return .future }
                switch infinitives.governor(stream, index, sentence, verb: cue) {
                case .past: return .past
                case .future: return .future
                case .unknown: announced = .future
                }
                break
            }
            if stream.mark(index) == UInt8(ascii: ";") { break }
            index -= 1
        }
        if announced == .unknown, isOfHappening(stream, range, sentence) { return .past }
        index = range.upperBound
        let ceiling = min(sentence.upperBound, range.upperBound + 40)
        while index < ceiling {
            if let tense = cue(stream, index, sentence) { return tense }
            if announced == .unknown, infinitives.isInfinitive(stream, index, sentence) { announced = .future }
            if stream.mark(index) == UInt8(ascii: ";") { break }
            index += 1
        }
        return announced
    }

    /// Whether the verb right before the date, or the first after one that opens its sentence, is past: what it tells is
    /// never to come.
    func isFirmlyPast(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
        func isPast(_ index: Int) -> Bool? {
            cue(stream, index, sentence).map { $0 == .past && !stream.has(openPast, at: index, in: sentence) }
        }
        guard range.lowerBound - sentence.lowerBound > 1 else {
            return sentence.clamped(to: range.upperBound..<range.upperBound + Self.nearOpening).lazy
                .compactMap(isPast).first ?? false
        }
        var index = range.lowerBound - 1
        while index >= max(sentence.lowerBound, range.lowerBound - 3) {
            if let isPast = isPast(index) {
                // `will sell preferred shares on`
                return isPast
                    && (range.lowerBound - index < 3 || stream.has(past, at: index, in: sentence)
                        || stream.has(particle, at: index + 1, in: sentence))
            }
            if stream.tokens[index].kind != .word { break }
            index -= 1
        }
        return false
    }

    /// How far after a date that opens its sentence the verb stands.
    private static let nearOpening = 16

    private func cue(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Tense? {
        let token = stream.tokens[index]
        guard token.kind == .word else { return nil }
        // `will be decided`: the participle says nothing of its own.
        if stream.has(passive, at: index - 1, in: sentence) { return nil }
        // `May` and `Will` within a sentence are names.
        if index > sentence.lowerBound, token.shape == .capitalized { return nil }
        let id = stream.ids[index]
        let vocabulary = stream.vocabulary
        if id != WordTable.unknown {
            if vocabulary.contains(id, classID: future) {
                // `due to clashes` announces nothing.
                if vocabulary.contains(id, classID: dueTo), infinitives.isMarker(stream, index + 1, sentence),
                    !infinitives.isInfinitive(stream, index + 1, sentence)
                {
                    return nil
                }
                return isPastModal(stream, index, sentence) ? .past : .future
            }
            if vocabulary.contains(id, classID: past) {
                // `was to meet`
                let isAhead =
                    infinitives.isBeing(id, vocabulary) && infinitives.isInfinitive(stream, index + 1, sentence)
                return isAhead ? .future : .past
            }
            if vocabulary.contains(id, classID: notPast) { return nil }
        }
        // `the affected area`
        guard token.shape == .lowercase || token.shape == .allCapitals, token.range.count > 4,
            !stream.has(article, at: index - 1, in: sentence)
        else { return nil }
        for ending in pastEndings where ending.count < token.range.count {
            let start = token.range.end - ending.count
            if stream.bytes[start..<token.range.end].elementsEqual(
                ending, by: { $0 == $1 || $1 < 0x80 && $0 | 0x20 == $1 })
            {
                return .past
            }
        }
        return nil
    }

    /// `on the eve of the vote on Sunday`.
    private func isAhead(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Bool {
        guard stream.has(aheadOf, at: index, in: sentence),
            let entry = stream.vocabulary.entries(stream.ids[index], classID: aheadOf).first,
            sentence.contains(index + 2)
        else { return false }
        let next = stream.tokens[index + 1].range
        return stream.bytes[next.start..<next.end].elementsEqual(entry.value.utf8)
            && !stream.has(aheadNot, at: index + 2, in: sentence)
    }

    /// `could not be reached`, `would not comment`, `would have left`: news says so of what was tried.
    private func isPastModal(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Bool {
        guard stream.vocabulary.contains(stream.ids[index], classID: weakFuture) else { return false }
        return stream.has(perfect, at: index + 1, in: sentence)
            || (index + 1..<min(index + 5, sentence.upperBound)).contains {
                stream.has(pastModal, at: $0, in: sentence)
            }
    }

    /// `the blast on Sunday`, `Sunday's blast`: over, whatever is told of it.
    private func isOfHappening(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let before =
            stream.has(preposition, at: range.lowerBound - 1, in: sentence)
            ? range.lowerBound - 2 : range.lowerBound - 1
        if stream.has(happened, at: before, in: sentence) { return true }
        return sentence.clamped(to: range.upperBound..<range.upperBound + 4).contains {
            stream.has(happened, at: $0, in: sentence)
        }
    }

    /// `put off until Tuesday`.
    private func isPostponed(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
        guard stream.has(until, at: range.lowerBound - 1, in: sentence) else { return false }
        return sentence.clamped(to: range.lowerBound - 7..<range.lowerBound).contains {
            stream.has(postponed, at: $0, in: sentence)
        }
    }
}
