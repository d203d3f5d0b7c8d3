/// The state of one folding. Letters of the current Latin run wait until their digraphs are known.
struct KeyFolder {
    /// Lower-case letters, digits, bytes of other scripts, spaces, and the symbols `S C J Q` (sh, ch, zh, shch); at
    /// the end the key.
    private var key: ByteStack
    private var latin: ByteStack
    private let strippingMarks: Bool

    /// The key of `name`.
    static func fold(_ name: UnsafeBufferPointer<UInt8>, strippingMarks: Bool = false) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: capacity(for: name.count)) { key, count in
            count = fold(name, into: key, strippingMarks: strippingMarks)
        }
    }

    /// Bytes that the key of a name of `count` bytes may take while it is made: no letter gives more than three.
    static func capacity(for count: Int) -> Int { 3 * count + 8 }

    /// Writes the key of `name` to `key`, which has room for ``capacity(for:)``, and returns its length.
    static func fold(
        _ name: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>, strippingMarks: Bool
    ) -> Int {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity(for: name.count)) { latin in
            var folder = KeyFolder(
                key: ByteStack(buffer: key), latin: ByteStack(buffer: latin), strippingMarks: strippingMarks)
            return folder.fold(name)
        }
    }

    /// The keys of the beginnings of an ASCII name that end at `ends`, which ascend, in one pass: no step reaches over what
    /// separates two words. `nil` where none stands.
    static func forEachPrefix(
        of name: UnsafeBufferPointer<UInt8>, at ends: UnsafeBufferPointer<Int>,
        visit: (Int, UnsafeBufferPointer<UInt8>?) -> Void
    ) {
        let capacity = capacity(for: name.count)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * capacity) { memory in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: ends.count) { marks in
                var folder = KeyFolder(
                    key: ByteStack(buffer: UnsafeMutableBufferPointer(rebasing: memory[..<capacity])),
                    latin: ByteStack(buffer: UnsafeMutableBufferPointer(rebasing: memory[capacity...])),
                    strippingMarks: false)
                var index = 0
                for (number, end) in ends.enumerated() {
                    while index < min(end, name.count) {
                        folder.addASCII(name[index])
                        index += 1
                    }
                    if end < name.count, !isSeparator(name[end]) {
                        marks[number] = -1
                        visit(number, nil)
                    } else {
                        folder.flush()
                        marks[number] = folder.key.count
                    }
                }
                _ = folder.finish(marks: marks, visit)
            }
        }
    }

    /// Whether ``addASCII(_:)`` begins a new word there.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x27, 0x60: false
        default: true
        }
    }

    private mutating func fold(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var value: UInt32 = 0
        var missing = 0
        for byte in name {
            if byte < 0x80 {
                addASCII(byte)
            } else if byte < 0xC0 {
                value = value << 6 | UInt32(byte & 0x3F)
                missing -= 1
                if missing == 0 { add(value) }
            } else {
                (missing, value) =
                    byte < 0xE0
                    ? (1, UInt32(byte & 0x1F)) : byte < 0xF0 ? (2, UInt32(byte & 0x0F)) : (3, UInt32(byte & 0x07))
            }
        }
        return finish()
    }

    @inline(__always)
    private mutating func addASCII(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A: latin.append(byte)
        case 0x41...0x5A: latin.append(byte | 0x20)
        case 0x30...0x39:
            flush()
            key.append(byte)
        case 0x27, 0x60: break
        default: separate()
        }
    }

    private mutating func add(_ value: UInt32) {
        switch value {
        case 0x400..<0x460, 0x490, 0x491:
            flush()
            let symbols = CyrillicFolding.table[Int(value - 0x400)]
            if symbols & 0xFF != 0 { key.append(UInt8(truncatingIfNeeded: symbols)) }
            if symbols >> 8 != 0 { key.append(UInt8(truncatingIfNeeded: symbols >> 8)) }
        case 0xC0..<0x250, 0x1E00..<0x1F00: addMarked(value)
        case 0x2B9...0x2BC, 0x2018, 0x2019, 0x2032, 0x2033, 0x02CA, 0xB4: break
        case 0x30C: caron()
        case 0x300...0x36F: break
        case 0..<0xC0: separate()
        case 0x2000...0x206F, 0x3000...0x303F: separate()
        default:
            flush()
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return }
            key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// A combining caron makes a plain `s`, `c` or `z` the letter of ``addMarked(_:)``.
    private mutating func caron() {
        guard !strippingMarks, let last = latin.last else { return }
        switch last {
        case UInt8(ascii: "s"): latin.buffer[latin.count - 1] = UInt8(ascii: "S")
        case UInt8(ascii: "c"): latin.buffer[latin.count - 1] = UInt8(ascii: "C")
        case UInt8(ascii: "z"): latin.buffer[latin.count - 1] = UInt8(ascii: "J")
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

    private mutating func separate() {
        flush()
        if let last = key.last, last != 0x20 { key.append(0x20) }
    }

    /// Rewrites the digraphs of the Latin run, longest first. Most letters are in none, and take no decision.
    private mutating func flush() {
        let count = latin.count
        guard count > 0 else { return }
        defer { latin.count = 0 }
        let letters = UnsafeBufferPointer(rebasing: latin.buffer[..<count])
        guard key.count + 2 * count <= key.buffer.count else { return }
        let symbols = key.buffer
        var end = key.count
        var index = 0
        while index < count {
            let letter = letters[index]
            if index + 1 < count, LatinFolding.mayBeDigraph(letter, letters[index + 1]) {
                let (length, first, second) = LatinFolding.rewrite(letters, at: index)
                symbols[end] = first
                end += 1
                if second != 0 {
                    symbols[end] = second
                    end += 1
                }
                index += length
            } else {
                // The second is overwritten unless it counts.
                let (symbol, isTwo) = LatinFolding.single(letter)
                symbols[end] = symbol
                symbols[end + 1] = UInt8(ascii: "s")
                end += isTwo ? 2 : 1
                index += 1
            }
        }
        key.count = end
    }

    /// Steps 4 and 5: what romanisations disagree about after the digraphs. Works in place: both only shorten.
    private mutating func finish() -> Int {
        finish(marks: UnsafeMutableBufferPointer(start: nil, count: 0)) { _, _ in }
    }

    /// - Parameter marks: lengths of the symbols, ascending, at separators; what they become is told as soon as it is known.
    @inline(__always)
    private mutating func finish(
        marks: UnsafeMutableBufferPointer<Int>, _ visit: (Int, UnsafeBufferPointer<UInt8>?) -> Void
    ) -> Int {
        flush()
        let symbols = key.buffer
        let count = key.count
        var end = 0
        var mark = 0
        // The last symbol, while a pair may begin with it.
        var open: UInt8 = 0
        for index in 0..<count {
            while mark < marks.count, marks[mark] <= index {
                if marks[mark] >= 0 { marks[mark] = end }
                mark += 1
            }
            let symbol = symbols[index]
            if Self.mayClosePair(symbol), let closed = Self.pair(open, symbol) {
                symbols[end - 1] = closed
                open = 0
                continue
            }
            open = symbol
            symbols[end] = Self.single(symbol)
            end += symbol == 0x20 ? 0 : 1
        }
        while mark < marks.count {
            if marks[mark] >= 0 { marks[mark] = end }
            mark += 1
        }
        // ii -> i, then ie -> e, then doubled letters -> one.
        mark = 0
        var length = 0
        var last: UInt8 = 0
        for position in 0..<end {
            while mark < marks.count, marks[mark] <= position {
                if marks[mark] >= 0 { visit(mark, UnsafeBufferPointer(rebasing: symbols[..<length])) }
                mark += 1
            }
            let byte = symbols[position]
            if byte == 0x65, last == 0x69 {
                length -= 1
                last = length > 0 ? symbols[length - 1] : 0
            }
            symbols[length] = byte
            length += byte == last && byte < 0x80 && byte > 0x39 ? 0 : 1
            last = byte
        }
        while mark < marks.count {
            if marks[mark] >= 0 { visit(mark, UnsafeBufferPointer(rebasing: symbols[..<length])) }
            mark += 1
        }
        return length
    }

    /// `u`, `s` and `C` end pairs.
    @inline(__always)
    private static func mayClosePair(_ symbol: UInt8) -> Bool {
        symbol == UInt8(ascii: "u") || symbol == UInt8(ascii: "s") || symbol == UInt8(ascii: "C")
    }

    /// What two symbols become together: `ou`, `ts`, `tC`, `sC`; `iou` needs no rule of its own.
    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> UInt8? {
        switch first {
        case UInt8(ascii: "o"): second == UInt8(ascii: "u") ? second : nil
        case UInt8(ascii: "t"):
            second == UInt8(ascii: "s") ? second : second == UInt8(ascii: "C") ? UInt8(ascii: "h") : nil
        case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "S"):
            second == UInt8(ascii: "C") ? UInt8(ascii: "s") : nil
        default: nil
        }
    }

    /// What a symbol becomes that is in no pair.
    @inline(__always)
    private static func single(_ symbol: UInt8) -> UInt8 {
        if symbol == UInt8(ascii: "z") { return UInt8(ascii: "s") }
        if symbol >= 0x60 || symbol < 0x41 { return symbol }
        // J, Q, S.
        return symbol == UInt8(ascii: "C") ? UInt8(ascii: "h") : UInt8(ascii: "s")
    }
}
