/// The members of a JSON object (RFC 8259) on one line, by where they stand: checked, and not copied.
struct JSONLine {
    struct Member {
        var key: String
        /// Bytes of the value.
        var value: Range<Int>
        /// The value, where it is a string without its quotes and escapes.
        var text: String?
    }

    private(set) var members: [Member] = []
    /// The closing brace.
    private(set) var end = 0
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// What is wrong, and where.
    struct Fault: Error {
        var offset: Int
        var expected: String
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
        self.bytes = bytes
        skip()
        try take(UInt8(ascii: "{"), "a JSON object")
        skip()
        if next == UInt8(ascii: "}") {
            end = index
            index += 1
        } else {
            while true {
                skip()
                let key = try string()
                skip()
                try take(UInt8(ascii: ":"), "a colon after the name of a member")
                skip()
                let start = index
                if next == UInt8(ascii: "\"") {
                    let text = try string()
                    members.append(Member(key: key, value: start..<index, text: text))
                } else {
                    try value(depth: 0)
                    members.append(Member(key: key, value: start..<index))
                }
                skip()
                if next == UInt8(ascii: "}") {
                    end = index
                    index += 1
                    break
                }
                try take(UInt8(ascii: ","), "a comma or the end of the object")
            }
        }
        skip()
        guard index == bytes.count else { throw Fault(offset: index, expected: "nothing after the object") }
    }

    func member(_ key: String) -> Member? { members.first { $0.key.lowercased() == key } }

    private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func skip() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D { index += 1 }
    }

    private mutating func take(_ byte: UInt8, _ expected: String) throws(Fault) {
        guard next == byte else { throw Fault(offset: index, expected: expected) }
        index += 1
    }

    private mutating func string() throws(Fault) -> String {
        let start = index
        try take(UInt8(ascii: "\""), "a string in quotes")
        var hasEscapes = false
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] < 0x20 { throw Fault(offset: index, expected: "no control characters in a string") }
            if bytes[index] == UInt8(ascii: "\\") {
                hasEscapes = true
                index += 1
            }
            index += 1
        }
        try take(UInt8(ascii: "\""), "quotes at the end of a string")
        let inside = UnsafeBufferPointer(rebasing: bytes[start + 1..<index - 1])
        guard hasEscapes else { return String(decoding: inside, as: UTF8.self) }
        guard let text = JSONValueText.string(UnsafeBufferPointer(rebasing: bytes[start..<index])) else {
            throw Fault(offset: start, expected: "a string with the escapes of JSON")
        }
        return text
    }

    private mutating func value(depth: Int) throws(Fault) {
        guard depth < 64 else { throw Fault(offset: index, expected: "objects and arrays less than 64 deep") }
        switch next {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isObject = next == UInt8(ascii: "{")
            let close = UInt8(ascii: isObject ? "}" : "]")
            index += 1
            skip()
            if next == close {
                index += 1
                return
            }
            while true {
                skip()
                if isObject {
                    _ = try string()
                    skip()
                    try take(UInt8(ascii: ":"), "a colon after the name of a member")
                    skip()
                }
                try value(depth: depth + 1)
                skip()
                if next == close {
                    index += 1
                    return
                }
                try take(UInt8(ascii: ","), "a comma, or the end of the \(isObject ? "object" : "array")")
            }
        case UInt8(ascii: "\""): _ = try string()
        default: try scalar()
        }
    }

    /// A number, `true`, `false` or `null`.
    private mutating func scalar() throws(Fault) {
        let start = index
        while index < bytes.count, !(bytes[index] <= 0x20), !",]}".utf8.contains(bytes[index]) { index += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        let isWord = ["true", "false", "null"].contains { word.elementsEqual($0.utf8) }
        guard isWord || JSONValueText.isNumber(word) else { throw Fault(offset: start, expected: "a JSON value") }
    }
}
