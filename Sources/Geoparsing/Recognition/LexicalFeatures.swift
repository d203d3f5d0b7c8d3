import Articles
import Gazetteers
import Tables

/// Hashed features of a span: its words, those around it, how they are written and what the lists say of them.
struct LexicalFeatures {
    private let context: DocumentContext

    /// Stands for what is before and after a sentence.
    private static let edge: UInt64 = 0xED6E

    init(context: DocumentContext) { self.context = context }

    /// How a token is written, as a number.
    @inline(__always)
    private func shape(of index: Int) -> UInt64 {
        let token = context.tokens[index]
        switch token.kind {
        case .word: return UInt64(token.shape.rawValue) + 1
        case .number: return 10
        case .punctuation: return 11
        }
    }

    /// The word `offset` tokens from the span's edge, within its sentence.
    @inline(__always)
    private func token(_ index: Int, in sentence: Int) -> Int? {
        guard index >= 0, index < context.sentence.count, context.sentence[index] == sentence else { return nil }
        return index
    }

    func add(_ mention: Mention, _ list: CandidateList, to vector: inout some FeatureSink) {
        let sentence = context.sentence[mention.tokens.lowerBound]
        let first = mention.tokens.lowerBound
        let last = mention.tokens.upperBound - 1
        let before = token(first - 1, in: sentence)
        let before2 = token(first - 2, in: sentence)
        let after = token(last + 1, in: sentence)
        let after2 = token(last + 2, in: sentence)
        func word(_ index: Int?) -> UInt64 { index.map { context.hashes[$0] } ?? Self.edge }
        func role(_ index: Int?) -> UInt64 { index.map { UInt64(context.roles[$0].bits) } ?? Self.edge }
        func shape(_ index: Int?) -> UInt64 { index.map { self.shape(of: $0) } ?? Self.edge }
        let gazetteer = Self.summary(list)
        var name: UInt64 = 0
        for index in mention.tokens { name = (name &* 31) &+ context.hashes[index] }
        let length = UInt64(min(4, mention.tokens.count))
        let ownShape = shape(first) << 8 | shape(last) << 4 | length
        let flags: UInt64 =
            (mention.isCovered ? 1 : 0) | (mention.isFragment ? 2 : 0) | (mention.isInPhrase ? 4 : 0)
            | (mention.placeClass != nil ? 8 : 0)

        vector.add(template: 1, name)
        vector.add(template: 2, word(before))
        vector.add(template: 3, word(after))
        vector.add(template: 4, word(before2), word(before))
        vector.add(template: 5, word(after), word(after2))
        vector.add(template: 6, word(before), gazetteer)
        vector.add(template: 7, word(after), gazetteer)
        vector.add(template: 8, word(before), word(after))
        vector.add(template: 9, word(before2))
        vector.add(template: 10, word(after2))
        vector.add(template: 11, context.hashes[last], length)
        vector.add(template: 12, context.hashes[first], length)
        vector.add(template: 13, ownShape, gazetteer)
        vector.add(template: 14, shape(before), ownShape, shape(after))
        vector.add(template: 15, role(before), gazetteer)
        vector.add(template: 16, role(after), gazetteer)
        vector.add(template: 17, role(last), role(first), length)
        vector.add(template: 18, flags, gazetteer)
        vector.add(template: 19, flags, ownShape)
        vector.add(template: 20, suffix(last), length << 1 | (gazetteer == 0 ? 0 : 1))
        vector.add(template: 21, role(before), role(after), flags)
        vector.add(template: 22, role(last), gazetteer, flags)
        vector.add(template: 23, shape(before) << 8 | shape(before2), shape(after) << 8 | shape(after2), flags)
        vector.add(template: 24, word(before), shape(after), flags)
        vector.add(template: 25, word(after), shape(before), flags)
        for index in mention.tokens where mention.tokens.count > 1 { vector.add(template: 26, context.hashes[index]) }
        if let after, context.isCapitalizedWord(after) { vector.add(template: 27, role(after2), role(after), flags) }
    }

    /// The last three bytes of a word in lower case.
    private func suffix(_ index: Int) -> UInt64 {
        let range = context.tokens[index].range
        var value: UInt64 = 0
        for byte in context.document.bytes[max(range.start, range.end - 3)..<range.end] {
            if byte >= 0x80 { return Self.suffix(context.lower(index)) }
            value = value << 8 | UInt64(context.tokens[index].shape == .lowercase ? byte : StableHash.lowercased(byte))
        }
        return value
    }

    private static func suffix(_ word: String) -> UInt64 {
        word.utf8.suffix(3).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What the gazetteer says of a name in a few bits; 0 for nothing.
    private static func summary(_ list: CandidateList) -> UInt64 {
        guard list.count > 0 else { return 0 }
        let many: UInt64 = list.count > 5 ? 1 : 0
        return 1 | UInt64(list.placeKinds) << 1 | UInt64(list.logPopulation) << 12
            | UInt64(list.bestKind.rawValue) << 16 | UInt64(list.bestRung.rawValue) << 20 | many << 24
    }
}
