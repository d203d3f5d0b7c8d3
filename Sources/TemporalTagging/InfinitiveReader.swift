import Articles

/// What an infinitive before or after a date says of its tense: `plans to meet on Monday` is to come, `voted to close the
/// border on Monday` is past.
///
/// Reads the classes `infinitive` (`to`), `nominal` (what never follows it as a verb), `notverbbefore` (`according to`),
/// `pastbefore` (`had to`), `ahead` (what points forward whatever its tense: `agreed to`), `being`, `deadline` and
/// `clause` (what begins a clause that another verb governs).
struct InfinitiveReader: Sendable {
    private let marker: Int
    private let nominal: Int
    private let notVerbBefore: Int
    private let pastBefore: Int
    private let ahead: Int
    private let being: Int
    private let deadline: Int
    private let clause: Int

    /// How far before an infinitive the verb that governs it stands.
    private static let reach = 16
    /// How far before an apposition that verb stands: `summoned Karl Berg, the envoy`.
    private static let nearComma = 6

    init(_ vocabulary: inout VocabularyBuilder) {
        marker = vocabulary.classID("infinitive")
        nominal = vocabulary.classID("nominal")
        notVerbBefore = vocabulary.classID("notverbbefore")
        pastBefore = vocabulary.classID("pastbefore")
        ahead = vocabulary.classID("ahead")
        being = vocabulary.classID("being")
        deadline = vocabulary.classID("deadline")
        clause = vocabulary.classID("clause")
    }

    /// Whether the word at `index` is `to`.
    func isMarker(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Bool {
        stream.has(marker, at: index, in: sentence)
    }

    /// Whether the word is a form of `be`: `was to meet`.
    func isBeing(_ id: Int32, _ vocabulary: Vocabulary) -> Bool { vocabulary.contains(id, classID: being) }

    /// Whether a verb follows the `to` at `index`: no `to the town`, `to rebels`, `according to information`.
    func isInfinitive(_ stream: TokenStream, _ index: Int, _ sentence: Range<Int>) -> Bool {
        guard isMarker(stream, index, sentence), sentence.contains(index + 1),
            stream.tokens[index + 1].kind == .word, stream.tokens[index + 1].shape == .lowercase,
            !stream.has(nominal, at: index + 1, in: sentence), !stream.has(notVerbBefore, at: index - 1, in: sentence)
        else { return false }
        let word = stream.bytes[stream.tokens[index + 1].range.start..<stream.tokens[index + 1].range.end]
        if word.count > 6, word.suffix(3).elementsEqual("ing".utf8) { return false }
        // Plurals; but `to discuss`, `to focus`.
        guard word.count > 4, word.last == UInt8(ascii: "s"), let before = word.dropLast().last else { return true }
        return before == UInt8(ascii: "s") || before == UInt8(ascii: "u")
    }

    /// `by Saturday`, after an infinitive.
    func isDeadline(_ stream: TokenStream, _ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && stream.vocabulary.contains(stream.id(range.lowerBound - 1), classID: deadline)
    }

    /// The tense that the verb before the infinitive at `index` gives it: past, but for those that point forward.
    ///
    /// - Parameter verb: the tense that a word says.
    func governor(
        _ stream: TokenStream, _ index: Int, _ sentence: Range<Int>,
        verb: (TokenStream, Int, Range<Int>) -> Tense?
    ) -> Tense {
        if stream.has(pastBefore, at: index - 1, in: sentence) { return .past }
        var position = index - 1
        if index > 0, stream.mark(index - 1) == UInt8(ascii: ",") {
            // `, to be completed`; but `summoned Berg, the envoy in Accra, to protest`.
            guard !stream.has(being, at: index + 1, in: sentence),
                let comma = sentence.clamped(to: index - Self.reach..<index - 1).last(where: {
                    stream.mark($0) == UInt8(ascii: ",")
                }),
                (max(sentence.lowerBound, comma - Self.nearComma)..<comma).contains(where: {
                    verb(stream, $0, sentence) == .past
                })
            else { return .unknown }
            position = comma - 1
        }
        if stream.has(being, at: index - 1, in: sentence) { return .future }
        let floor = max(sentence.lowerBound, position - Self.reach)
        while position >= floor {
            if stream.has(ahead, at: position, in: sentence), stream.tokens[position].shape != .capitalized {
                return .future
            }
            if stream.has(clause, at: position, in: sentence) { break }
            if let tense = verb(stream, position, sentence) { return tense }
            if stream.mark(position) == UInt8(ascii: ";") { break }
            position -= 1
        }
        return .unknown
    }
}
