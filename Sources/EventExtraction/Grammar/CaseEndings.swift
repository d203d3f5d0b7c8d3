/// The endings of a language that bends its nouns, by what they tell of the case: rows `c` of `paradigms.tsv`.
struct CaseEndings: Sendable {
    /// Endings that the subject of a sentence does not have: `ами`, `ого`.
    var oblique: [[UInt8]] = []
    /// Endings that a genitive behind another noun may have: `а`, `ів`.
    var genitive: [[UInt8]] = []
    /// Endings of who did it, behind a passive: `ою`, `ами`.
    var instrumental: [[UInt8]] = []
    /// Endings of an adjective in an oblique case, behind which its noun follows: `ому`, `их`.
    var adjective: [[UInt8]] = []

    /// Endings that only verbs have, for those that no table knows: `увати`, `ться`.
    var verbal: [[UInt8]] = []

    /// Adds the endings of a row; `false` for a name that is none of a case.
    mutating func add(_ name: String, _ endings: [Substring]) -> Bool {
        let bytes = endings.map { Array($0.utf8) }
        switch name {
        case "oblique": oblique += bytes
        case "genitive": genitive += bytes
        case "instrumental": instrumental += bytes
        case "adjective": adjective += bytes
        case "verb": verbal += bytes
        default: return false
        }
        return true
    }

    func isOblique(_ word: ArraySlice<UInt8>) -> Bool { Self.has(word, oblique) }
    func isGenitive(_ word: ArraySlice<UInt8>) -> Bool { Self.has(word, genitive) }
    func isInstrumental(_ word: ArraySlice<UInt8>) -> Bool { Self.has(word, instrumental) }
    func isAdjective(_ word: ArraySlice<UInt8>) -> Bool { Self.has(word, adjective) }

    func isVerb(_ word: ArraySlice<UInt8>) -> Bool { Self.has(word, verbal) }

    /// A word of fewer than two letters besides the ending has none.
    private static func has(_ word: ArraySlice<UInt8>, _ endings: [[UInt8]]) -> Bool {
        endings.contains { word.count >= $0.count + 4 && word.suffix($0.count).elementsEqual($0) }
    }
}
