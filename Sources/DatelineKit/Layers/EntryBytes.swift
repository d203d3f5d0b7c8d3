/// Writes values one after another into the bytes of an entry of a ``Spill``.
struct EntryWriter {
    private(set) var bytes: [UInt8] = []

    /// Seven bits a byte, the lowest first; small numbers of either sign are short.
    mutating func put(_ value: Int) {
        var left = UInt64(bitPattern: Int64(value)) << 1 ^ UInt64(bitPattern: Int64(value) >> 63)
        while left >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
            left >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: left))
    }

    mutating func put(_ value: Double) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
        }
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes += text.utf8
    }

    /// Whether there is a value, and the value.
    mutating func put<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
        bytes.append(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func put(_ text: String?) { put(text) { $0.put($1) } }
    mutating func put(_ value: Int?) { put(value) { $0.put($1) } }
    mutating func put(_ value: Double?) { put(value) { $0.put($1) } }
}

/// Reads what an ``EntryWriter`` wrote. Behind the end everything is empty.
struct EntryReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func byte() -> UInt8 {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func integer() -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = byte()
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 || shift > 63 { break }
        }
        return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    mutating func double() -> Double {
        var bits: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(byte()) << shift }
        return Double(bitPattern: bits)
    }

    mutating func text() -> String {
        let count = integer()
        guard count >= 0, count <= bytes.count - position else { return "" }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func optional<Value>(_ read: (inout Self) -> Value) -> Value? { byte() == 0 ? nil : read(&self) }

    mutating func optionalText() -> String? { optional { $0.text() } }
    mutating func optionalInteger() -> Int? { optional { $0.integer() } }
    mutating func optionalDouble() -> Double? { optional { $0.double() } }
}
