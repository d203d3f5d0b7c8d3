import Gazetteers
import Geodesy

/// Single JSON values as text.
enum JSONValueText {
    /// The text of a string with escapes, quotes included; `nil` when it is none.
    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if case .string(let text)? = JSONValue(bytes) { text } else { nil }
    }

    /// Whether `word` is a number by JSON's grammar: no plus, no leading zeros, digits around the point.
    static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard DecimalNumber.parse(word) != nil, let first = word.first, let last = word.last else { return false }
        let unsigned = first == UInt8(ascii: "-") ? word.dropFirst() : word[...]
        guard let digit = unsigned.first, isDigit(digit), isDigit(last) else { return false }
        let second = unsigned.dropFirst().first
        if digit == UInt8(ascii: "0"), let second, isDigit(second) { return false }
        for (index, byte) in word.enumerated() where byte == UInt8(ascii: ".") {
            guard index + 1 < word.count, isDigit(word[index + 1]) else { return false }
        }
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Appends `text` as a JSON string.
    static func append(_ text: String, to row: inout [UInt8]) {
        row.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): row.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x09: row.append(contentsOf: "\\t".utf8)
            case 0x0A: row.append(contentsOf: "\\n".utf8)
            case 0x0D: row.append(contentsOf: "\\r".utf8)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                row.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: row.append(byte)
            }
        }
        row.append(UInt8(ascii: "\""))
    }
}
