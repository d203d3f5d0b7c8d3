import Articles

/// Whether a clause speaks of what was or of what will be, by the verb next to an expression.
enum Tense: Sendable { case past, future, unknown }

/// Reads the tense from the classes `pastverb`, `futureverb` (of which those of `weakfuture` are past before a
/// `pastmodal`), `infinitive`, `pastbefore` and the endings of `pastending` (which the words of `notpast` only seem to have).
struct TenseReader: Sendable {
    private let past: Int
    private let future: Int
    private let infinitive: Int
    private let nominal: Int
    private let passive: Int
    private let notPast: Int
    private let pastBefore: Int
    private let weakFuture: Int
    private let pastModal: Int
    private let pastEndings: [[UInt8]]

    init(_ vocabulary: inout VocabularyBuilder, endings: [[UInt8]]) {
        past = vocabulary.classID("pastverb")
        future = vocabulary.classID("futureverb")
        infinitive = vocabulary.classID("infinitive")
        nominal = vocabulary.classID("nominal")
        passive = vocabulary.classID("passive")
        notPast = vocabulary.classID("notpast")
        pastBefore = vocabulary.classID("pastbefore")
        weakFuture = vocabulary.classID("weakfuture")
        pastModal = vocabulary.classID("pastmodal")
        pastEndings = endings
    }

    func tense(_ stream: TokenStream, _ range: Range<Int>, _ sentence: Range<Int>) -> Tense {
        var index = range.lowerBound - 1
        let floor = max(sentence.lowerBound, range.lowerBound - 22)
        while index >= floor {
            if let tense = cue(stream, index, sentence) {
                // `said it will`: the future governs. `will ... said Friday`: the nearest governs.
                return tense
            }
            if stream.mark(index) == UInt8(ascii: ";") { break }
            index -= 1
        }
        index = range.upperBound
        let ceiling = min(sentence.upperBound, range.upperBound + 40)
        while index < ceiling {
            if let tense = cue(stream, index, sentence) { return tense }
            if stream.mark(index) == UInt8(ascii: ";") { break }
            index += 1
        }
        return .unknown
    }

    private func cue(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Tense? {
        let token = stream.tokens[index]
        guard token.kind == .word else { return nil }
        // `will be decided`: the participle says nothing of its own.
        if sentence.contains(index - 1), stream.vocabulary.contains(stream.id(index - 1), classID: passive) {
            return nil
        }
        // `May` and `Will` within a sentence are names.
        if index > sentence.lowerBound, token.shape == .capitalized { return nil }
        let id = stream.ids[index]
        let vocabulary = stream.vocabulary
        if id != WordTable.unknown {
            if vocabulary.contains(id, classID: future) {
                return isPastModal(stream, index, sentence) ? .past : .future
            }
            if vocabulary.contains(id, classID: past) { return .past }
            if vocabulary.contains(id, classID: infinitive) { return infinitiveTense(stream, index, sentence) }
            if vocabulary.contains(id, classID: notPast) { return nil }
        }
        guard token.shape == .lowercase || token.shape == .allCapitals, token.range.count > 4 else { return nil }
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

    /// `could not be reached`, `would not comment`: news says so of what was tried.
    private func isPastModal(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Bool {
        guard stream.vocabulary.contains(stream.ids[index], classID: weakFuture) else { return false }
        return (index + 1..<min(index + 5, sentence.upperBound)).contains {
            stream.vocabulary.contains(stream.ids[$0], classID: pastModal)
        }
    }

    /// `to` before a verb points forward, unless what governs it is past (`had to`, `tried to`).
    private func infinitiveTense(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Tense? {
        guard sentence.contains(index + 1), stream.tokens[index + 1].kind == .word,
            stream.tokens[index + 1].shape == .lowercase,
            !stream.vocabulary.contains(stream.id(index + 1), classID: nominal)
        else { return nil }
        if sentence.contains(index - 1), stream.vocabulary.contains(stream.id(index - 1), classID: pastBefore) {
            return .past
        }
        return .future
    }
}
