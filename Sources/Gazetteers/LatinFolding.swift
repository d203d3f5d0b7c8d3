/// Step 3: what Latin letters and digraphs become, longest first.
enum LatinFolding {
    /// The symbols of `a`...`z` outside digraphs; an `s` follows those of `c` and `x`.
    private static let symbols: StaticString = "abtdefhhiiklmnopkrstuvvkiz"

    /// What a letter becomes outside digraphs, and whether an `s` follows. What is no small letter stays.
    @inline(__always)
    static func single(_ letter: UInt8) -> (UInt8, Bool) {
        let index = Int(letter &- UInt8(ascii: "a"))
        let symbol = index < 26 ? symbols.utf8Start[index] : letter
        return (symbol, letter == UInt8(ascii: "c") || letter == UInt8(ascii: "x"))
    }

    /// Digraphs begin with `c g k p s t z` and go on with `c h k s z`.
    @inline(__always)
    static func mayBeDigraph(_ first: UInt8, _ second: UInt8) -> Bool {
        isIn(0b10_0000_1100_1000_0100_0100_0100, first) && isIn(0b10_0000_0100_0000_0100_1000_0100, second)
    }

    /// Whether the bit of a small letter is set, the lowest of which is that of `a`.
    @inline(__always)
    private static func isIn(_ letters: UInt32, _ letter: UInt8) -> Bool {
        let index = letter &- UInt8(ascii: "a")
        return index < 26 && letters >> UInt32(index) & 1 != 0
    }

    /// The length of the digraph at `index` and its symbols; the second is 0 when there is one only.
    @inline(__always)
    static func rewrite(_ letters: UnsafeBufferPointer<UInt8>, at index: Int) -> (Int, UInt8, UInt8) {
        func at(_ offset: Int, _ letter: Unicode.Scalar) -> Bool {
            index + offset < letters.count && letters[index + offset] == UInt8(ascii: letter)
        }
        let letter = letters[index]
        switch letter {
        case UInt8(ascii: "s"):
            if at(1, "c"), at(2, "h") {
                let isLong = at(3, "t") && at(4, "s") && at(5, "c") && at(6, "h")
                return isLong ? (7, UInt8(ascii: "Q"), 0) : (3, UInt8(ascii: "S"), 0)
            }
            if at(1, "h") {
                return at(2, "c") && at(3, "h") ? (4, UInt8(ascii: "Q"), 0) : (2, UInt8(ascii: "S"), 0)
            }
            if at(1, "z") {
                return at(2, "c") && at(3, "z") ? (4, UInt8(ascii: "Q"), 0) : (2, UInt8(ascii: "S"), 0)
            }
        case UInt8(ascii: "c"):
            if at(1, "h") {
                let isLong = at(2, "t") && at(3, "c") && at(4, "h")
                return isLong ? (5, UInt8(ascii: "Q"), 0) : (2, UInt8(ascii: "C"), 0)
            }
            if at(1, "z") { return (2, UInt8(ascii: "C"), 0) }
            if at(1, "k") { return (2, UInt8(ascii: "k"), 0) }
            return (1, UInt8(ascii: "t"), UInt8(ascii: "s"))
        case UInt8(ascii: "t"):
            if at(1, "s"), at(2, "c"), at(3, "h") { return (4, UInt8(ascii: "C"), 0) }
            if at(1, "c"), at(2, "h") { return (3, UInt8(ascii: "C"), 0) }
            if at(1, "h") { return (2, UInt8(ascii: "t"), 0) }
            if at(1, "z") { return (2, UInt8(ascii: "t"), UInt8(ascii: "s")) }
        case UInt8(ascii: "z"): if at(1, "h") { return (2, UInt8(ascii: "J"), 0) }
        case UInt8(ascii: "k"): if at(1, "h") { return (2, UInt8(ascii: "h"), 0) }
        case UInt8(ascii: "g"): return (at(1, "h") ? 2 : 1, UInt8(ascii: "h"), 0)
        case UInt8(ascii: "p"): if at(1, "h") { return (2, UInt8(ascii: "f"), 0) }
        case UInt8(ascii: "x"): return (1, UInt8(ascii: "k"), UInt8(ascii: "s"))
        case UInt8(ascii: "w"): return (1, UInt8(ascii: "v"), 0)
        case UInt8(ascii: "q"): return (1, UInt8(ascii: "k"), 0)
        case UInt8(ascii: "y"), UInt8(ascii: "j"): return (1, UInt8(ascii: "i"), 0)
        default: break
        }
        return (1, letter, 0)
    }
}
