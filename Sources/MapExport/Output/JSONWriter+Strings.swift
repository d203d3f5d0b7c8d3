import Tables

/// Strings with their escapes.
extension JSONWriter {
    /// Appends the string after the comma that it may need.
    ///
    /// - Parameter isKey: whether a colon follows.
    mutating func quote(_ value: String, isKey: Bool = false) {
        if value.utf8.withContiguousStorageIfAvailable({ quote($0, isKey: isKey) }) == nil {
            var value = value
            value.withUTF8 { quote($0, isKey: isKey) }
        }
    }

    private mutating func quote(_ utf8: UnsafeBufferPointer<UInt8>, isKey: Bool) {
        let html = escaping == .html
        if !html, Self.isPlain(utf8) {
            appendPlain(utf8, isKey: isKey, afterComma: needsComma)
            return
        }
        if needsComma { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            let isPlain = byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            if isPlain, !html || !Self.needsHTMLEscape(utf8, at: index) {
                index += 1
                continue
            }
            append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
            index += appendEscape(utf8, at: index)
            start = index
        }
        append(UnsafeBufferPointer(rebasing: utf8[start...]))
        append(UInt8(ascii: "\""))
        if isKey { append(UInt8(ascii: ":")) }
    }

    /// Whether nothing in the string needs an escape in any JSON.
    static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(utf8)
        var index = 0
        while index + 8 <= bytes.count {
            guard JSONEscape.isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { return false }
            index += 8
        }
        // The last eight bytes once more, in place of fewer one by one.
        if index > 0 {
            return JSONEscape.isPlain(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
        }
        for byte in utf8 where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            return false
        }
        return true
    }

    /// Appends the string with its quotation marks, and what stands around them, at once.
    mutating func appendPlain(_ utf8: UnsafeBufferPointer<UInt8>, isKey: Bool, afterComma: Bool) {
        reserve(utf8.count + 4)
        count = storage.withUnsafeMutableBufferPointer { [count] storage in
            var end = count
            if afterComma {
                storage[end] = UInt8(ascii: ",")
                end += 1
            }
            end = storage.write(quoted: utf8, at: end)
            guard isKey else { return end }
            storage[end] = UInt8(ascii: ":")
            return end + 1
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
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case 0xE2:
            append(utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
            return 3
        default:
            append("\\u00")
            for digit in [byte >> 4, byte & 15] {
                append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        return 1
    }
}
