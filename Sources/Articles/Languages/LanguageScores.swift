/// How well a text fits each language of ``LanguageTable``: by its frequent words, and by letters that a language does not have.
struct LanguageScores {
    struct Found: Hashable {
        var code: String
        /// Whether there is enough text and the next language is far behind.
        var isCertain: Bool
    }

    /// How much of a text is looked at, in bytes.
    static let reach = 8_192
    static let emptyWord: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Words that a text must have for a language without tables to be told.
    private static let leastWords = 20
    /// The share of frequent words that a running text in a language has at least.
    private static let leastShare = 0.1

    private var words = 0
    private var hits = [Int](repeating: 0, count: LanguageTable.rows.count)
    private var latin = 0
    private var cyrillic = 0
    /// Letters of scripts that only one language of the world's news writes, and of others.
    private var scripts: [String: Int] = [:]
    /// How often each letter beyond the common ones of its script stands.
    private var special: [UInt32: Int] = [:]

    @inline(__always)
    static func add(_ scalar: UInt32, to hash: inout UInt64) { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3 }

    init(bytes slice: Slice<UnsafeBufferPointer<UInt8>>) {
        let bytes = UnsafeBufferPointer(rebasing: slice)
        let frequent = LanguageTable.words
        var hash = Self.emptyWord
        var length = 0
        var index = bytes.startIndex
        func byte(_ offset: Int) -> UInt32 { index + offset < bytes.endIndex ? UInt32(bytes[index + offset]) : 0 }
        func endWord() {
            guard length > 0 else { return }
            words += 1
            var languages = frequent[hash]
            if languages != 0 {
                while languages != 0 {
                    hits[languages.trailingZeroBitCount] += 1
                    languages &= languages - 1
                }
            }
            hash = Self.emptyWord
            length = 0
        }
        while index < bytes.endIndex {
            let first = UInt32(bytes[index])
            if first < 0x80 {
                let start = index
                var word = hash
                while index < bytes.endIndex {
                    let letter = bytes[index] | 0x20
                    guard letter >= 0x61, letter <= 0x7A else { break }
                    Self.add(UInt32(letter), to: &word)
                    index += 1
                }
                hash = word
                latin += index - start
                length += index - start
                if index == start {
                    endWord()
                    index += 1
                }
            } else if first < 0xE0 {
                var scalar = (first & 0x1F) << 6 | byte(1) & 0x3F
                scalar = Self.lowercased(scalar)
                if Self.isLetter(scalar) {
                    count(scalar)
                    length += 1
                    Self.add(scalar, to: &hash)
                } else {
                    endWord()
                }
                index += 2
            } else {
                let scalar = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | byte(2) & 0x3F
                endWord()
                if let script = Self.script(first < 0xF0 ? scalar : 0) { scripts[script, default: 0] += 2 }
                index += first < 0xF0 ? 3 : 4
            }
        }
        // The last word may be cut.
        if index <= bytes.endIndex { endWord() }
    }

    private mutating func count(_ scalar: UInt32) {
        switch scalar {
        case 0xC0..<0x250:
            latin += 1
            special[scalar, default: 0] += 1
        case 0x400..<0x530:
            cyrillic += 1
            // и, щ, ъ, ы, ь, э and what lies beyond я.
            if scalar == 0x438 || scalar >= 0x449 && scalar <= 0x44D || scalar > 0x44F {
                special[scalar, default: 0] += 1
            }
        default: if let script = Self.script(scalar) { scripts[script, default: 0] += 1 }
        }
    }

    // MARK: The best

    /// The language that fits best; `nil` for a text that says too little. What is uncertain is a language with tables.
    var best: Found? {
        let others = scripts.values.reduce(0, +)
        if others > latin + cyrillic {
            let script = scripts.max { ($0.value, $1.key) < ($1.value, $0.key) }
            // Kana are in no other language than Japanese; most of its letters are Han.
            if let kana = scripts["ja"], kana * 10 > others { return Found(code: "ja", isCertain: true) }
            return script.map { Found(code: $0.key, isCertain: true) }
        }
        guard latin + cyrillic > 0 else { return nil }
        let isCyrillic = cyrillic >= latin
        let letters = Double(max(1, isCyrillic ? cyrillic : latin))
        var scores: [(code: String, score: Double)] = []
        for (number, row) in LanguageTable.rows.enumerated() where row.isCyrillic == isCyrillic {
            let foreign = special.reduce(0) { $0 + (row.letters.contains($1.key) ? 0 : $1.value) }
            let share = Double(hits[number]) / Double(max(1, words))
            // Names bring a foreign letter now and then.
            scores.append((row.code, share - 3 * max(0, Double(foreign) / letters - (isCyrillic ? 0 : 0.02))))
        }
        func isBefore(_ a: (code: String, score: Double), _ b: (code: String, score: Double)) -> Bool {
            a.score != b.score ? a.score > b.score : a.code < b.code
        }
        guard scores.count > 1, let first = scores.min(by: isBefore) else { return nil }
        let margin = first.score - (scores.lazy.filter { $0.code != first.code }.map(\.score).max() ?? 0)
        let isCertain = words >= Self.leastWords && first.score >= Self.leastShare && margin >= 0.03
        if Language(rawValue: first.code) != nil { return Found(code: first.code, isCertain: isCertain) }
        // Letters that no language with tables has are enough.
        let known = scores.filter { Language(rawValue: $0.code) != nil }
        guard let nearest = known.min(by: isBefore) else { return nil }
        if isCertain, first.score >= 2 * nearest.score || isCyrillic { return Found(code: first.code, isCertain: true) }
        if isCyrillic {
            let read = LanguageTable.rows.filter { $0.isCyrillic && Language(rawValue: $0.code) != nil }
            let alien = special.reduce(0) { sum, letter in
                sum + (read.contains { $0.letters.contains(letter.key) } ? 0 : letter.value)
            }
            if alien >= 2, alien * 50 > cyrillic { return Found(code: first.code, isCertain: false) }
        }
        return Found(code: nearest.code, isCertain: false)
    }

    // MARK: Letters

    /// Lower case of Latin-1, Latin Extended-A and Cyrillic; others as they are.
    private static func lowercased(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
        case 0x130: 0x69
        case 0x178: 0xFF
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
        case 0x100...0x177: scalar | 1
        case 0x218...0x21B: scalar | 1
        case 0x400...0x40F: scalar + 0x50
        case 0x410...0x42F: scalar + 0x20
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
        default: scalar
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 && !(0x2B0..<0x370).contains(scalar)
    }

    /// The language that writes in the script of a letter, or `und` where several do; `nil` for Latin, Cyrillic and what is
    /// no letter.
    private static func script(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0x370..<0x400, 0x1F00..<0x2000: "el"
        case 0x530..<0x590: "hy"
        case 0x590..<0x600: "he"
        case 0x600..<0x780: "und"
        case 0x900..<0xE00: "und"
        case 0xE00..<0xE80: "th"
        case 0x10A0..<0x1100: "ka"
        case 0x3040..<0x3100: "ja"
        case 0x3400..<0xA000: "zh"
        case 0xAC00..<0xD7B0: "ko"
        default: nil
        }
    }
}
