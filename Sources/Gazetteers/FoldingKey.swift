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
        if let spelled = spelledKey(name.utf8), !keys.contains(spelled) { keys.append(spelled) }
        return keys
    }

    /// The key of a name with `йо` for every `ё`; `nil` for a name without.
    static func spelledKey(_ name: some Sequence<UInt8>) -> [UInt8]? {
        var spelled: [UInt8] = []
        var isOther = false
        for byte in name {
            let isYo = byte == 0x91 && spelled.last == 0xD1 || byte == 0x81 && spelled.last == 0xD0
            isOther = isOther || isYo
            if isYo {
                spelled.removeLast()
                spelled.append(contentsOf: "йо".utf8)
            } else {
                spelled.append(byte)
            }
        }
        return isOther ? fold(spelled) : nil
    }

    static func fold(_ name: some Sequence<UInt8>, strippingMarks: Bool) -> [UInt8] {
        name.withContiguousStorageIfAvailable { KeyFolder.fold($0, strippingMarks: strippingMarks) }
            ?? Array(name).withUnsafeBufferPointer { KeyFolder.fold($0, strippingMarks: strippingMarks) }
    }
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

    /// All keys other than `stem` whose stem it is, in the order of the endings.
    static func keys(withStem stem: [UInt8]) -> [[UInt8]] {
        var keys: [[UInt8]] = []
        for (ending, replacement) in stemEndings where stem.suffix(replacement.count).elementsEqual(replacement) {
            let key = stem[..<(stem.count - replacement.count)] + ending
            if self.stem(Array(key)) == stem, !keys.contains(Array(key)) { keys.append(Array(key)) }
        }
        return keys
    }
}
