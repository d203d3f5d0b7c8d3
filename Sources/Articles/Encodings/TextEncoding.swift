/// The encodings in which news is still found.
enum TextEncoding: Hashable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
    case windows1251
    case koi8u
    /// Latin-1 as the web means it: with the letters and quotes of Windows in 0x80...0x9F.
    case windows1252

    /// By the names that pages, feeds and servers use; `nil` for others.
    init?(named name: some StringProtocol) {
        switch name.lowercased().filter({ !"_- \"'".contains($0) }) {
        case "utf8", "usascii", "ascii": self = .utf8
        case "utf16", "utf16le", "unicode", "ucs2": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1251", "cp1251", "win1251", "xcp1251": self = .windows1251
        case "koi8u", "koi8r", "koi8": self = .koi8u
        case "iso88591", "latin1", "windows1252", "cp1252", "l1": self = .windows1252
        default: return nil
        }
    }

    /// By a byte order mark of UTF-16; `nil` without one.
    init?(mark bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }

    /// The name for people.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1251: "Windows-1251"
        case .koi8u: "KOI8-U"
        case .windows1252: "Windows-1252"
        }
    }

    /// The bytes as UTF-8, without a byte order mark; `nil` when they are not in this encoding.
    func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8:
            let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
            return UTF8Check.firstInvalid(rest) == nil ? rest : nil
        case .utf16LittleEndian, .utf16BigEndian: return utf16(bytes)
        case .windows1251: return Self.decode(bytes, Self.windows1251Table)
        case .koi8u: return Self.decode(bytes, Self.koi8uTable)
        case .windows1252: return Self.decode(bytes, Self.windows1252Table)
        }
    }

    private func utf16(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        let isBig = self == .utf16BigEndian
        var units = (0..<bytes.count / 2).map { index in
            let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        if units.first == 0xFEFF { units.removeFirst() }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let failed = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
            result.append($0)
        }
        return failed ? nil : result
    }

    static func decode(_ bytes: [UInt8], _ table: [[UInt8]]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 { result.append(byte) } else { result.append(contentsOf: table[Int(byte - 0x80)]) }
        }
        return result
    }

    /// What 0x80...0xFF stand for, by the mapping tables of the Unicode consortium and RFC 2319; U+FFFD for nothing.
    /// What bytes above 0x7F stand for; `nil` where a byte alone says nothing.
    var highBytes: [[UInt8]]? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1251: Self.windows1251Table
        case .koi8u: Self.koi8uTable
        case .windows1252: Self.windows1252Table
        }
    }

    private static func table(_ text: String) -> [[UInt8]] { text.unicodeScalars.map { Array(String($0).utf8) } }

    private static let windows1251Table = table(
        """
        ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
        \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
        абвгдежзийклмнопрстуфхцчшщъыьэюя
        """)

    private static let koi8uTable = table(
        """
        ─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
        ═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©\
        юабцдефгхийклмнопярстужвьызшэщчъ\
        ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ
        """)

    private static let windows1252Table = table(
        """
        €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
        àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
        """)
}
