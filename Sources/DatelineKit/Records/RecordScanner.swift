import Tables

/// Reads JSON of the form that records are written in, straight into values: many times as fast as a decoder.
///
/// Whatever is of another form, though it may be JSON, it leaves to a decoder, which also knows what to say of it: what it does read
/// means the same there.
struct RecordScanner {
    /// Thrown at what is of another form.
    struct Unusual: Error {}

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next byte that is no space; 0 at the end.
    private mutating func peek() -> UInt8 {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return 0
    }

    private mutating func take(_ byte: UInt8) throws(Unusual) {
        guard peek() == byte else { throw Unusual() }
        position += 1
    }

    /// Takes the byte, if it is the next one.
    private mutating func has(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Checks that nothing follows.
    mutating func finish() throws(Unusual) {
        _ = peek()
        guard position == bytes.count else { throw Unusual() }
    }

    // MARK: Structure

    /// Calls `read` at the value of each member that has a name of `names`, and passes over the others.
    mutating func object<Member>(
        _ names: MemberNames<Member>, _ read: (inout Self, Member) throws(Unusual) -> Void
    ) throws(Unusual) {
        try take(UInt8(ascii: "{"))
        if has(UInt8(ascii: "}")) { return }
        var seen: UInt64 = 0
        var expected = 0
        repeat {
            try take(UInt8(ascii: "\""))
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                guard bytes[position] >= 0x20, bytes[position] < 0x80, bytes[position] != UInt8(ascii: "\\") else {
                    throw Unusual()
                }
                position += 1
            }
            let name = start..<position
            try take(UInt8(ascii: "\""))
            try take(UInt8(ascii: ":"))
            guard let number = names.number(of: bytes, name, expected: expected) else {
                try passOver()
                continue
            }
            // Decoders differ in which of two they take.
            guard seen & 1 << UInt64(number) == 0 else { throw Unusual() }
            seen |= 1 << UInt64(number)
            expected = number + 1
            try read(&self, names.members[number])
        } while has(UInt8(ascii: ","))
        try take(UInt8(ascii: "}"))
    }

    mutating func list<Item>(_ item: (inout Self) throws(Unusual) -> Item) throws(Unusual) -> [Item] {
        try take(UInt8(ascii: "["))
        var items: [Item] = []
        if has(UInt8(ascii: "]")) { return items }
        repeat { items.append(try item(&self)) } while has(UInt8(ascii: ","))
        try take(UInt8(ascii: "]"))
        return items
    }

    /// A value, or `nil` for null.
    mutating func optional<Value>(_ value: (inout Self) throws(Unusual) -> Value) throws(Unusual) -> Value? {
        guard peek() == UInt8(ascii: "n") else { return try value(&self) }
        try word("null")
        return nil
    }

    /// Whether a string comes next.
    mutating func isAtString() -> Bool { peek() == UInt8(ascii: "\"") }

    /// Passes over a value that is neither a list nor an object.
    mutating func passOver() throws(Unusual) {
        switch peek() {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        default: _ = try number()
        }
    }

    // MARK: Values

    mutating func bool() throws(Unusual) -> Bool {
        if peek() == UInt8(ascii: "t") {
            try word("true")
            return true
        }
        try word("false")
        return false
    }

    private mutating func word(_ word: StaticString) throws(Unusual) {
        _ = peek()
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<end]) }) else {
            throw Unusual()
        }
        position = end
    }

    mutating func integer() throws(Unusual) -> Int {
        let (value, decimals) = try decimal()
        guard decimals == 0 else { throw Unusual() }
        return value
    }

    /// The number, to the last bit: both the digits and the power of ten are exact as floating-point numbers.
    mutating func number() throws(Unusual) -> Double {
        let (value, decimals) = try decimal()
        return decimals == 0 ? Double(value) : Double(value) / Self.powers[decimals]
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
    ]

    /// The digits of a number of at most fifteen, without an exponent, and how many of them are decimals; no zero with a sign.
    private mutating func decimal() throws(Unusual) -> (value: Int, decimals: Int) {
        let isNegative = has(UInt8(ascii: "-"))
        let start = position
        var value = 0
        var point: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x30 < 10 {
                value = value * 10 + Int(byte &- 0x30)
            } else if byte == UInt8(ascii: "."), point == nil {
                point = position
            } else {
                guard byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E"), byte != UInt8(ascii: ".") else {
                    throw Unusual()
                }
                break
            }
            position += 1
            guard position - start <= 16 else { throw Unusual() }
        }
        let whole = (point ?? position) - start
        let decimals = point.map { position - $0 - 1 } ?? 0
        guard whole > 0, point == nil || decimals > 0, whole == 1 || bytes[start] != UInt8(ascii: "0"),
            whole + decimals <= 15, !isNegative || value != 0
        else { throw Unusual() }
        return (isNegative ? -value : value, decimals)
    }

    mutating func string() throws(Unusual) -> String {
        try take(UInt8(ascii: "\""))
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                guard let text = String(validating: bytes[start..<position], as: UTF8.self) else { throw Unusual() }
                position += 1
                return text
            }
            guard byte >= 0x20 else { throw Unusual() }
            if byte == UInt8(ascii: "\\") { return try escaped(from: start) }
            position += 1
        }
        throw Unusual()
    }

    /// The string that begins at `start`, and in which the first escape has been met.
    private mutating func escaped(from start: Int) throws(Unusual) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard let string = String(validating: text, as: UTF8.self) else { throw Unusual() }
                return string
            }
            guard byte >= 0x20 else { throw Unusual() }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard JSONEscape.append(bytes, at: &position, to: &text) else { throw Unusual() }
        }
        throw Unusual()
    }
}

/// The names of an object's members, looked for in the order in which they are written.
struct MemberNames<Member: CaseIterable & RawRepresentable<String> & Sendable>: Sendable {
    let members: [Member]
    private let bytes: [UInt8]
    private let ends: [Int]

    init() {
        members = Array(Member.allCases)
        bytes = members.flatMap { $0.rawValue.utf8 }
        var end = 0
        ends = members.map {
            end += $0.rawValue.utf8.count
            return end
        }
    }

    /// The number of the name that `json` has in `range`: first the one `expected`.
    func number(of json: [UInt8], _ range: Range<Int>, expected: Int) -> Int? {
        if expected < ends.count, isName(expected, json, range) { return expected }
        return ends.indices.first { isName($0, json, range) }
    }

    @inline(__always)
    private func isName(_ number: Int, _ json: [UInt8], _ range: Range<Int>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == range.count else { return false }
        for step in 0..<range.count where bytes[start + step] != json[range.lowerBound + step] { return false }
        return true
    }
}
