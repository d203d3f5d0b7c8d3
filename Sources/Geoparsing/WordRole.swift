import Tables

/// What the word lists say of one word.
struct WordRole: Hashable, Sendable {
    private(set) var bits: UInt32 = 0

    static let title: UInt32 = 1
    static let givenName: UInt32 = 2
    static let alsoPlace: UInt32 = 4
    static let street: UInt32 = 8
    static let aliasCue: UInt32 = 16
    /// Said of a place after "was"; before the name of a place.
    static let doneToPlaces: UInt32 = 1 << 16
    static let takesPlaces: UInt32 = 1 << 17
    /// Begins a phrase of `not_places.tsv`.
    static let phraseStart: UInt32 = 32

    mutating func insert(_ bit: UInt32) { bits |= bit }

    /// "Mr", "President": before a person's name.
    var isTitle: Bool { bits & Self.title != 0 }
    var isGivenName: Bool { bits & Self.givenName != 0 }
    /// A given name that is also the name of a place.
    var isAlsoPlace: Bool { bits & Self.alsoPlace != 0 }
    var isStreetWord: Bool { bits & Self.street != 0 }
    /// "was shelled", "shelled X": done to places.
    var isDoneToPlaces: Bool { bits & Self.doneToPlaces != 0 }
    var takesPlaces: Bool { bits & Self.takesPlaces != 0 }
    var isAliasCue: Bool { bits & Self.aliasCue != 0 }
    var startsPhrase: Bool { bits & Self.phraseStart != 0 }

    /// How common the word is in lower case, 0...3.
    var common: Int {
        get { Int(bits >> 6 & 3) }
        set { bits = bits & ~(3 << 6) | UInt32(min(3, max(0, newValue))) << 6 }
    }

    /// What kind of organisation it is the head of.
    var head: Lexicon.OrganizationHead? {
        get { Self.element(Lexicon.OrganizationHead.allCases, bits >> 8 & 15) }
        set { bits = bits & ~(15 << 8) | Self.number(Lexicon.OrganizationHead.allCases, newValue) << 8 }
    }

    /// The class of place that it announces after a name.
    var classAfter: Lexicon.PlaceClass? {
        get { Self.element(Lexicon.PlaceClass.allCases, bits >> 12 & 15) }
        set { bits = bits & ~(15 << 12) | Self.number(Lexicon.PlaceClass.allCases, newValue) << 12 }
    }

    private static func element<Case>(_ cases: [Case], _ number: UInt32) -> Case? {
        number == 0 || number > UInt32(cases.count) ? nil : cases[Int(number) - 1]
    }

    private static func number<Case: Equatable>(_ cases: [Case], _ element: Case?) -> UInt32 {
        element.flatMap { cases.firstIndex(of: $0) }.map { UInt32($0) + 1 } ?? 0
    }
}

/// Words by their hash, in open addressing: a look-up costs a few nanoseconds.
struct WordTable: Sendable {
    private var keys: [UInt64]
    private var roles: [WordRole]
    private var count = 0

    init() {
        keys = [UInt64](repeating: 0, count: 1 << 15)
        roles = [WordRole](repeating: WordRole(), count: 1 << 15)
    }

    subscript(hash: UInt64) -> WordRole {
        var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == hash { return roles[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return WordRole()
    }

    mutating func update(_ hash: UInt64, _ change: (inout WordRole) -> Void) {
        if count * 4 >= keys.count * 3 { grow() }
        var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        if keys[slot] == 0 {
            keys[slot] = hash
            count += 1
        }
        change(&roles[slot])
    }

    private mutating func grow() {
        let old = (keys, roles)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        roles = [WordRole](repeating: WordRole(), count: old.0.count * 2)
        count = 0
        for (key, role) in zip(old.0, old.1) where key != 0 { update(key) { $0 = role } }
    }
}

/// The hash of a word in lower case: the same on every machine. Never 0.
enum WordHash {
    /// Of bytes that are in lower case already.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { StableHash.hash(bytes) | 1 }

    /// Of the word at `range`, whatever its case.
    static func lowercased(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        let (hash, bits) = StableHash.lowercased(bytes, range)
        return bits < 0x80 ? hash | 1 : of(bytes.text(range).lowercased().utf8)
    }

    /// Of a phrase, word by word.
    static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 { (phrase &* 31) &+ word }
}
