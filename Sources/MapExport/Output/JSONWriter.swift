/// Writes JSON (RFC 8259) piece by piece into bytes, with the commas in their places.
///
/// Nothing is checked but commas: the caller begins, ends and keys what it means to.
public struct JSONWriter: Sendable {
    /// What is escaped beyond what JSON demands (`"`, `\` and control characters).
    public enum Escaping: Sendable {
        /// Nothing.
        case minimal
        /// `<`, `>`, `&`, U+2028 and U+2029, so that the text can stand in an HTML or JavaScript file as it is.
        case html
    }

    /// What has been written and not yet been drained.
    public private(set) var bytes: [UInt8] = []
    private let escaping: Escaping
    private var depth = 0
    /// Whether a comma goes before the next value, key or item.
    private var needsComma = false
    private var pendingNewlines = 0

    public init(escaping: Escaping = .minimal, capacity: Int = 0) {
        self.escaping = escaping
        bytes.reserveCapacity(capacity)
    }

    /// The bytes as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Structure

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// The name of the next member.
    public mutating func key(_ name: String) {
        if pendingNewlines > 0 {
            separate()
            needsComma = false
        }
        quote(name, isKey: true)
        needsComma = false
    }

    /// The name of the next member, in which nothing needs an escape.
    public mutating func member(_ name: StaticString) {
        if pendingNewlines > 0 {
            separate()
            needsComma = false
        }
        name.withUTF8Buffer { appendShort($0, isKey: true, afterComma: needsComma) }
        needsComma = false
    }

    /// A line feed before the next item, key or closing bracket; outside of everything, at once.
    public mutating func newline() {
        guard depth > 0 else {
            bytes.append(0x0A)
            needsComma = false
            return
        }
        pendingNewlines += 1
    }

    // MARK: Values

    public mutating func string(_ value: String) {
        if pendingNewlines > 0 {
            separate()
            needsComma = false
        }
        quote(value)
        needsComma = true
    }

    /// The string, or null.
    public mutating func string(_ value: String?) {
        if let value { string(value) } else { null() }
    }

    public mutating func integer(_ value: Int) {
        separate()
        bytes.append(integer: value)
        needsComma = true
    }

    /// The integer, or null.
    public mutating func integer(_ value: Int?) {
        if let value { integer(value) } else { null() }
    }

    /// A number with at most `decimals` (0...9) places and no trailing zeros; null when it is not finite.
    public mutating func number(_ value: Double, decimals: Int) {
        separate()
        if !bytes.append(value, decimals: decimals) { bytes.append(contentsOf: "null".utf8) }
        needsComma = true
    }

    /// The number, or null.
    public mutating func number(_ value: Double?, decimals: Int) {
        if let value { number(value, decimals: decimals) } else { null() }
    }

    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    public mutating func null() { literal("null") }

    /// An array of strings.
    public mutating func strings(_ values: [String]) {
        beginArray()
        for value in values { string(value) }
        endArray()
    }

    /// A value that is JSON already.
    public mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Bytes between top-level values, such as the record separator of RFC 8142.
    mutating func separator(_ text: [UInt8]) { bytes.append(contentsOf: text) }

    // MARK: Passing on

    /// Hands the bytes to `sink` once there are at least `threshold` of them, and forgets them.
    public mutating func drain(to sink: some ByteSink, atLeast threshold: Int = 0) throws {
        guard bytes.count >= threshold else { return }
        defer { bytes.removeAll(keepingCapacity: true) }
        try sink.write(bytes)
    }

    // MARK: Parts

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        breakLines()
    }

    private mutating func breakLines() {
        while pendingNewlines > 0 {
            bytes.append(0x0A)
            pendingNewlines -= 1
        }
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        breakLines()
        bytes.append(bracket)
        depth -= 1
        needsComma = true
    }

    private mutating func literal(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }

    /// Appends the string after the comma that it may need.
    ///
    /// - Parameter isKey: whether a colon follows.
    private mutating func quote(_ value: String, isKey: Bool = false) {
        if value.utf8.withContiguousStorageIfAvailable({ quote($0, isKey: isKey) }) == nil {
            var value = value
            value.withUTF8 { quote($0, isKey: isKey) }
        }
    }

    private mutating func quote(_ utf8: UnsafeBufferPointer<UInt8>, isKey: Bool) {
        let html = escaping == .html
        if !html, utf8.count <= Self.short, Self.isPlain(utf8) {
            appendShort(utf8, isKey: isKey, afterComma: needsComma)
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            let isPlain = byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            if isPlain, !html || !Self.needsHTMLEscape(utf8, at: index) {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
            index += appendEscape(utf8, at: index)
            start = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        bytes.append(UInt8(ascii: "\""))
        if isKey { bytes.append(UInt8(ascii: ":")) }
    }

    /// The longest string that is written in one piece, in bytes.
    private static let short = 1020

    /// Whether nothing in the string needs an escape in any JSON.
    private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var special: UInt8 = 0
        for byte in utf8 {
            special |= byte < 0x20 ? 1 : 0
            special |= byte == UInt8(ascii: "\"") ? 1 : 0
            special |= byte == UInt8(ascii: "\\") ? 1 : 0
        }
        return special == 0
    }

    /// Appends the string with its quotation marks, and what stands around them, at once.
    private mutating func appendShort(_ utf8: UnsafeBufferPointer<UInt8>, isKey: Bool, afterComma: Bool) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: utf8.count + 4) { piece in
            piece[0] = UInt8(ascii: ",")
            piece[1] = UInt8(ascii: "\"")
            if let base = piece.baseAddress, let source = utf8.baseAddress {
                (base + 2).update(from: source, count: utf8.count)
            }
            piece[utf8.count + 2] = UInt8(ascii: "\"")
            piece[utf8.count + 3] = UInt8(ascii: ":")
            let range = (afterComma ? 0 : 1)..<utf8.count + (isKey ? 4 : 3)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[range]))
        }
    }

    private static func needsHTMLEscape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch utf8[index] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): true
        case 0xE2: index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8
        default: false
        }
    }

    /// Appends the escape of the character at `index` and returns its length in bytes.
    private mutating func appendEscape(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = utf8[index]
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case UInt8(ascii: "\\"): bytes.append(contentsOf: [byte, byte])
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0xE2:
            bytes.append(contentsOf: (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
            return 3
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            for digit in [byte >> 4, byte & 15] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        return 1
    }
}
