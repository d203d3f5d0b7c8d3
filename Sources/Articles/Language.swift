/// A language that the program has tables for.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case ukrainian = "uk"
    case russian = "ru"

    /// Other names of the languages: ISO 639-2 and English.
    private static let names: [Substring: Language] = [
        "ukr": .ukrainian, "ukrainian": .ukrainian, "rus": .russian, "russian": .russian,
    ]

    /// How much of a text is looked at, in bytes.
    private static let reach = 32_768

    /// The language of `article`: the one it states (`uk`, `uk-UA`), else by the letters of its text.
    ///
    /// A text is Cyrillic when at least half of its letters are. Then letters that only one of the languages has decide,
    /// and beside them the commonest short words; what is in neither language counts as English, as does a stated
    /// language that the program has no tables for.
    public init(of article: Article) {
        if let stated = article.language?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first {
            self = Language(rawValue: String(stated)) ?? Self.names[stated] ?? .english
            return
        }
        var text = article.text
        self = text.withUTF8 { Language(ofText: $0.prefix(Self.reach)) }
    }

    private init(ofText bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var cyrillic = 0
        var latin = 0
        for byte in bytes {
            if byte < 0x80 {
                let letter = byte | 0x20
                if letter >= 0x61, letter <= 0x7A { latin += 1 }
            } else if byte >= 0xD0, byte <= 0xD3 {
                cyrillic += 1
            }
        }
        guard cyrillic > 0, cyrillic >= latin else {
            self = .english
            return
        }
        let counts = LetterCounts(bytes)
        if counts.foreign * 50 > cyrillic {
            self = .english
        } else {
            self = counts.ukrainian > counts.russian ? .ukrainian : .russian
        }
    }

    /// Letters and short words that tell two Cyrillic languages apart.
    private struct LetterCounts {
        var ukrainian = 0
        var russian = 0
        /// Letters of Belarusian, Serbian and Macedonian.
        var foreign = 0

        init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            var word: UInt64 = 0
            var previous: UInt8 = 0
            for byte in bytes {
                if byte >= 0x80 {
                    word = word << 8 | UInt64(byte)
                    add(previous, byte)
                } else {
                    addWord(word)
                    word = 0
                }
                previous = byte
            }
            addWord(word)
        }

        private mutating func add(_ first: UInt8, _ second: UInt8) {
            switch (first, second) {
            // і ї є ґ
            case (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97), (0xD0, 0x84), (0xD0, 0x86), (0xD0, 0x87), (0xD2, 0x90),
                (0xD2, 0x91):
                ukrainian += 1
            // ы э ъ ё
            case (0xD1, 0x8A), (0xD1, 0x8B), (0xD1, 0x8D), (0xD1, 0x91), (0xD0, 0xAA), (0xD0, 0xAB), (0xD0, 0xAD),
                (0xD0, 0x81):
                russian += 1
            // ў ђ ј љ њ ћ џ ѓ ќ
            case (0xD1, 0x92), (0xD1, 0x93), (0xD1, 0x98), (0xD1, 0x99), (0xD1, 0x9A), (0xD1, 0x9B), (0xD1, 0x9C),
                (0xD1, 0x9E), (0xD1, 0x9F):
                foreign += 1
            default: break
            }
        }

        private mutating func addWord(_ word: UInt64) {
            switch word {
            // та, що, до, від
            case 0xD182_D0B0, 0xD189_D0BE, 0xD0B4_D0BE, 0xD0B2_D196_D0B4: ukrainian += 1
            // и, что, из, от
            case 0xD0B8, 0xD187_D182_D0BE, 0xD0B8_D0B7, 0xD0BE_D182: russian += 1
            default: break
            }
        }
    }
}
