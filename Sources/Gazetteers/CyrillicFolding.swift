/// What Cyrillic letters become in a ``FoldingKey``: step 2 of its making.
enum CyrillicFolding {
    /// By code point from U+0400: one or two symbols, the first in the low byte.
    static let table: [UInt16] = {
        let pairs: [(Unicode.Scalar, String)] = [
            ("а", "a"), ("б", "b"), ("в", "v"), ("г", "h"), ("ґ", "h"), ("д", "d"), ("е", "e"), ("є", "e"), ("ё", "e"),
            ("ж", "J"), ("з", "z"), ("и", "i"), ("і", "i"), ("ї", "i"), ("й", "i"), ("ы", "i"), ("к", "k"), ("л", "l"),
            ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("у", "u"), ("ў", "v"),
            ("ф", "f"), ("х", "h"), ("ц", "ts"), ("ч", "C"), ("ш", "S"), ("щ", "Q"), ("ь", ""), ("ъ", ""), ("э", "e"),
            ("ю", "iu"), ("я", "ia"), ("ј", "i"), ("ђ", "d"), ("ћ", "ts"), ("љ", "l"), ("њ", "n"), ("џ", "J"),
            ("ѓ", "h"), ("ќ", "k"), ("ѕ", "z"),
        ]
        var table = [UInt16](repeating: 0, count: 0x92)
        for (scalar, symbols) in pairs {
            let value = symbols.utf8.reversed().reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
            let lower = scalar.value
            let upper =
                switch lower {
                case 0x430..<0x450: lower - 0x20
                case 0x450..<0x460: lower - 0x50
                default: lower - 1
                }
            table[Int(lower - 0x400)] = value
            table[Int(upper - 0x400)] = value
        }
        return table
    }()
}
