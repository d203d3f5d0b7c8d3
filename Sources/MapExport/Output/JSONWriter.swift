import Tables

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
    public var bytes: [UInt8] { Array(storage[..<count]) }
    /// The bytes, and memory for more: what is appended piece by piece costs as much as what it says.
    var storage: [UInt8]
    var count = 0
    let escaping: Escaping
    private var depth = 0
    /// Whether a comma goes before the next value, key or item.
    var needsComma = false
    var pendingNewlines = 0

    public init(escaping: Escaping = .minimal, capacity: Int = 0) {
        self.escaping = escaping
        storage = [UInt8](repeating: 0, count: capacity)
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
        name.withUTF8Buffer { appendPlain($0, isKey: true, afterComma: needsComma) }
        needsComma = false
    }

    /// A line feed before the next item, key or closing bracket; outside of everything, at once.
    public mutating func newline() {
        guard depth > 0 else {
            append(0x0A)
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
        reserve(longestNumber)
        count = storage.withUnsafeMutableBufferPointer { [count] in $0.write(value, at: count) }
        needsComma = true
    }

    /// The integer, or null.
    public mutating func integer(_ value: Int?) {
        if let value { integer(value) } else { null() }
    }

    /// A number with at most `decimals` (0...9) places and no trailing zeros; null when it is not finite.
    public mutating func number(_ value: Double, decimals: Int) {
        guard value.isFinite else { return null() }
        separate()
        reserve(longestNumber)
        let end = storage.withUnsafeMutableBufferPointer { [count] in $0.write(value, decimals: decimals, at: count) }
        if let end {
            count = end
        } else {
            var text = "\(value)"
            text.withUTF8 { append($0) }
        }
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
        json.withUnsafeBufferPointer { append($0) }
        needsComma = true
    }

    /// Bytes between top-level values, such as the record separator of RFC 8142.
    mutating func separator(_ text: [UInt8]) { text.withUnsafeBufferPointer { append($0) } }

    // MARK: Passing on

    /// Hands over what has been written, and forgets it; the memory for more stays.
    package mutating func take() -> [UInt8] {
        defer { count = 0 }
        return bytes
    }

    /// Hands the bytes to `sink` once there are at least `threshold` of them, and forgets them.
    public mutating func drain(to sink: some ByteSink, atLeast threshold: Int = 0) throws {
        guard count >= threshold else { return }
        defer { count = 0 }
        try sink.write(bytes)
    }

    // MARK: Parts

    @inline(__always)
    private mutating func separate() {
        if needsComma { append(UInt8(ascii: ",")) }
        if pendingNewlines > 0 { breakLines() }
    }

    private mutating func breakLines() {
        while pendingNewlines > 0 {
            append(0x0A)
            pendingNewlines -= 1
        }
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        if pendingNewlines > 0 { breakLines() }
        append(bracket)
        depth -= 1
        needsComma = true
    }

    private mutating func literal(_ text: StaticString) {
        separate()
        append(text)
        needsComma = true
    }

    mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        reserve(utf8.count)
        storage.withUnsafeMutableBufferPointer { [count] storage in
            if let base = storage.baseAddress, let source = utf8.baseAddress {
                (base + count).update(from: source, count: utf8.count)
            }
        }
        count += utf8.count
    }

    mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

    mutating func append(_ byte: UInt8) {
        if count == storage.count { reserve(1) }
        storage[count] = byte
        count += 1
    }

    /// Makes room for so many bytes more.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if storage.count - count < more { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(more, storage.count, 256)))
    }
}
