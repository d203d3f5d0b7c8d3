/// The key under which all spellings of a name meet: every romanisation of a Cyrillic name and the name itself.
///
/// `Izium`, `Izyum`, `Isjum` and `Ізюм` all fold to `isium`. The key forgets case, diacritics, spaces and
/// punctuation, and what romanisations disagree about (`kh`/`h`/`ch`, `zh`/`ž`, `y`/`i`/`j`, `ie`/`e`, doubled
/// letters). It is lossy on purpose: a look-up ranks what it finds by how the name is really written.
public enum FoldingKey {
    /// The key of `name`, given as UTF-8. Lower-case ASCII letters, digits, and letters of other scripts as UTF-8.
    public static func fold(_ name: some Sequence<UInt8>) -> [UInt8] { fold(name, strippingMarks: false) }

    public static func fold(_ name: String) -> [UInt8] { fold(name.utf8) }

    /// All keys to index a name under: the key, the key without marks where it differs (`Câmpina`, whose `â`
    /// would otherwise read as the transliteration of `я`), and both readings of `ё`.
    public static func indexKeys(_ name: String) -> [[UInt8]] {
        let key = fold(name.utf8)
        guard name.utf8.contains(where: { $0 >= 0x80 }) else { return [key] }
        var keys = [key]
        let plain = fold(name.utf8, strippingMarks: true)
        if !keys.contains(plain) { keys.append(plain) }
        if name.unicodeScalars.contains(where: { $0 == "ё" || $0 == "Ё" }) {
            let spelled = fold(name.unicodeScalars.map { $0 == "ё" || $0 == "Ё" ? "йо" : String($0) }.joined())
            if !keys.contains(spelled) { keys.append(spelled) }
        }
        return keys
    }

    static func fold(_ name: some Sequence<UInt8>, strippingMarks: Bool) -> [UInt8] {
        var folder = Folder(strippingMarks: strippingMarks)
        var value: UInt32 = 0
        var missing = 0
        for byte in name {
            if byte < 0x80 {
                folder.add(UInt32(byte))
            } else if byte < 0xC0 {
                value = value << 6 | UInt32(byte & 0x3F)
                missing -= 1
                if missing == 0 { folder.add(value) }
            } else {
                (missing, value) =
                    byte < 0xE0
                    ? (1, UInt32(byte & 0x1F)) : byte < 0xF0 ? (2, UInt32(byte & 0x0F)) : (3, UInt32(byte & 0x07))
            }
        }
        return folder.finish()
    }
}

/// The state of one folding: letters of the current Latin run wait until their digraphs are known.
private struct Folder {
    let strippingMarks: Bool
    /// Lower-case letters, digits, bytes of other scripts, spaces, and the symbols `S C J Q` (sh, ch, zh, shch).
    private var symbols: [UInt8] = []
    private var latin: [UInt8] = []

    init(strippingMarks: Bool) {
        self.strippingMarks = strippingMarks
        symbols.reserveCapacity(32)
        latin.reserveCapacity(32)
    }

    mutating func add(_ value: UInt32) {
        switch value {
        case 0x61...0x7A: latin.append(UInt8(value))
        case 0x41...0x5A: latin.append(UInt8(value) + 0x20)
        case 0x30...0x39:
            flush()
            symbols.append(UInt8(value))
        case 0x27, 0x2B9...0x2BC, 0x2018, 0x2019, 0x2032, 0x2033, 0x02CA, 0x60, 0xB4: break
        case 0x30C: caron()
        case 0x300...0x36F: break
        case 0..<0xC0: separate()
        case 0x400..<0x460, 0x490, 0x491:
            flush()
            addCyrillic(value)
        case 0xC0..<0x250, 0x1E00..<0x1F00: addMarked(value)
        case 0x2000...0x206F, 0x3000...0x303F: separate()
        default:
            flush()
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return }
            symbols.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// A combining caron makes a plain `s`, `c` or `z` the letter of ``addMarked(_:)``.
    private mutating func caron() {
        guard !strippingMarks, let last = latin.last else { return }
        switch last {
        case UInt8(ascii: "s"): latin[latin.count - 1] = UInt8(ascii: "S")
        case UInt8(ascii: "c"): latin[latin.count - 1] = UInt8(ascii: "C")
        case UInt8(ascii: "z"): latin[latin.count - 1] = UInt8(ascii: "J")
        default: break
        }
    }

    private mutating func addMarked(_ value: UInt32) {
        if !strippingMarks {
            switch value {
            case 0x160, 0x161: return latin.append(UInt8(ascii: "S"))
            case 0x10C, 0x10D: return latin.append(UInt8(ascii: "C"))
            case 0x17D, 0x17E, 0x17B, 0x17C: return latin.append(UInt8(ascii: "J"))
            case 0x15C, 0x15D: return latin.append(UInt8(ascii: "Q"))
            case 0x106, 0x107: return latin.append(contentsOf: "ts".utf8)
            case 0x16C, 0x16D: return latin.append(UInt8(ascii: "v"))
            case 0xC2, 0xE2: return latin.append(contentsOf: "ia".utf8)
            case 0xDB, 0xFB: return latin.append(contentsOf: "iu".utf8)
            default: break
            }
        }
        switch value {
        case 0xC6, 0xE6: latin.append(contentsOf: "ae".utf8)
        case 0x152, 0x153: latin.append(contentsOf: "oe".utf8)
        case 0xDF, 0x1E9E: latin.append(contentsOf: "ss".utf8)
        case 0xDE, 0xFE: latin.append(contentsOf: "th".utf8)
        default:
            if let base = LatinBaseLetters.base(value) { latin.append(base) }
        }
    }

    private mutating func addCyrillic(_ value: UInt32) {
        // Capitals to small letters.
        let lower: UInt32 =
            switch value {
            case 0x410..<0x430: value + 0x20
            case 0x400..<0x410: value + 0x50
            case 0x490: 0x491
            default: value
            }
        guard let scalar = Unicode.Scalar(lower), let mapped = CyrillicFolding.map[scalar] else { return }
        symbols.append(contentsOf: mapped)
    }

    private mutating func separate() {
        flush()
        if let last = symbols.last, last != 0x20 { symbols.append(0x20) }
    }

    /// Rewrites the digraphs of the Latin run, longest first.
    private mutating func flush() {
        guard !latin.isEmpty else { return }
        var index = 0
        while index < latin.count {
            let (length, replacement) = LatinFolding.rewrite(latin, at: index)
            if let replacement { symbols.append(contentsOf: replacement) } else { symbols.append(latin[index]) }
            index += length
        }
        latin.removeAll(keepingCapacity: true)
    }

    /// Steps 4 and 5: what romanisations disagree about after the digraphs.
    mutating func finish() -> [UInt8] {
        flush()
        var merged: [UInt8] = []
        merged.reserveCapacity(symbols.count)
        var index = 0
        func symbol(_ offset: Int) -> UInt8 { index + offset < symbols.count ? symbols[index + offset] : 0 }
        let (S, C, J, Q) = (UInt8(ascii: "S"), UInt8(ascii: "C"), UInt8(ascii: "J"), UInt8(ascii: "Q"))
        let (s, t, z) = (UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "z"))
        let (i, o, u) = (UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"))
        while index < symbols.count {
            switch (symbol(0), symbol(1), symbol(2)) {
            case (i, o, u):
                merged += [i, u]
                index += 3
            case (o, u, _):
                merged.append(u)
                index += 2
            case (t, C, _):
                merged.append(UInt8(ascii: "h"))
                index += 2
            case (s, C, _), (z, C, _), (S, C, _), (t, s, _):
                merged.append(s)
                index += 2
            case (z, _, _), (Q, _, _), (J, _, _), (S, _, _):
                merged.append(s)
                index += 1
            case (C, _, _):
                merged.append(UInt8(ascii: "h"))
                index += 1
            case (0x20, _, _):
                index += 1
            default:
                merged.append(symbols[index])
                index += 1
            }
        }
        // ii -> i, then ie -> e, then doubled letters -> one.
        var key: [UInt8] = []
        key.reserveCapacity(merged.count)
        for byte in merged where !(byte == i && key.last == i) {
            if byte == UInt8(ascii: "e"), key.last == i { key.removeLast() }
            if byte == key.last, byte < 0x80, byte > 0x39 { continue }
            key.append(byte)
        }
        return key
    }
}

private enum LatinFolding {
    private static let digraphs: [(pattern: [UInt8], replacement: [UInt8])] = [
        ("schtsch", "Q"), ("chtch", "Q"), ("shch", "Q"), ("szcz", "Q"), ("tsch", "C"), ("tch", "C"), ("cz", "C"),
        ("sch", "S"), ("sh", "S"), ("sz", "S"), ("zh", "J"), ("kh", "h"), ("gh", "h"), ("ch", "C"), ("ph", "f"),
        ("th", "t"), ("ck", "k"), ("tz", "ts"), ("c", "ts"), ("x", "ks"), ("w", "v"), ("q", "k"), ("g", "h"),
        ("y", "i"), ("j", "i"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// Digraphs by first letter, in the order above.
    private static let byFirst: [[(pattern: [UInt8], replacement: [UInt8])]] = (0..<256).map { first in
        digraphs.filter { Int($0.pattern[0]) == first }
    }

    static func rewrite(_ letters: [UInt8], at index: Int) -> (Int, [UInt8]?) {
        for (pattern, replacement) in byFirst[Int(letters[index])] {
            guard index + pattern.count <= letters.count else { continue }
            var matches = true
            for offset in 1..<max(1, pattern.count) where letters[index + offset] != pattern[offset] {
                matches = false
                break
            }
            if matches { return (pattern.count, replacement) }
        }
        return (1, nil)
    }
}

private enum CyrillicFolding {
    static let map: [Unicode.Scalar: [UInt8]] = {
        let pairs: [(Unicode.Scalar, String)] = [
            ("а", "a"), ("б", "b"), ("в", "v"), ("г", "h"), ("ґ", "h"), ("д", "d"), ("е", "e"), ("є", "e"), ("ё", "e"),
            ("ж", "J"), ("з", "z"), ("и", "i"), ("і", "i"), ("ї", "i"), ("й", "i"), ("ы", "i"), ("к", "k"), ("л", "l"),
            ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("у", "u"), ("ў", "v"),
            ("ф", "f"), ("х", "h"), ("ц", "ts"), ("ч", "C"), ("ш", "S"), ("щ", "Q"), ("ь", ""), ("ъ", ""), ("э", "e"),
            ("ю", "iu"), ("я", "ia"), ("ј", "i"), ("ђ", "d"), ("ћ", "ts"), ("љ", "l"), ("њ", "n"), ("џ", "J"),
            ("ѓ", "h"), ("ќ", "k"), ("ѕ", "z"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0, Array($1.utf8)) })
    }()
}

extension FoldingKey {
    /// Key E: the key `folded` with the endings made equal that differ between the Ukrainian, Russian and
    /// Belarusian form of a name (-iv/-ov, -ivka/-ovka, -ne/-noe, -ske/-skoe). `nil` for short keys.
    public static func stem(_ folded: [UInt8]) -> [UInt8]? {
        guard folded.count >= 6 else { return nil }
        for (ending, replacement) in stemEndings
        where folded.count - ending.count >= 3 && folded.suffix(ending.count).elementsEqual(ending) {
            return folded[..<(folded.count - ending.count)] + replacement
        }
        return nil
    }

    /// Tried in order; `Pokrovka` and `Pokrovske` keep what tells them apart.
    private static let stemEndings: [(ending: [UInt8], replacement: [UInt8])] = [
        ("skaia", "sk"), ("skoe", "sk"), ("skii", "sk"), ("ske", "sk"), ("ski", "sk"), ("noe", "n"), ("ne", "n"),
        ("ni", "n"), ("iv", "ov"), ("ev", "ov"), ("ivka", "ovka"), ("evka", "ovka"), ("ivki", "ovki"),
        ("evki", "ovki"), ("o", "e"), ("i", "e"),
    ].map { (Array($0.utf8), Array($1.utf8)) }
}
