import Tables

/// Mends JSON that escapes half of a surrogate pair (`\ud83d` alone), as programs with UTF-16 strings write it: RFC 8259,
/// section 8.2, leaves its meaning open, and decoders refuse it.
package enum JSONSurrogates {
    /// Replaces every lone surrogate of `json` by `\ufffd`; the length stays.
    package static func mend(_ json: inout [UInt8]) {
        var index = 0
        while index < json.count {
            guard json[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            switch surrogate(json, at: index) {
            case nil: index += 2
            case .some(let unit) where unit < 0xDC00 && (surrogate(json, at: index + 6) ?? 0) >= 0xDC00: index += 12
            default:
                json.replaceSubrange(index..<index + 6, with: "\\ufffd".utf8)
                index += 6
            }
        }
    }

    /// The surrogate that is escaped at `index`, 0xD800...0xDFFF, or `nil`.
    private static func surrogate(_ json: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 <= json.count, json[index] == UInt8(ascii: "\\"), json[index + 1] == UInt8(ascii: "u"),
            let unit = JSONEscape.codeUnit(json, at: index + 2)
        else { return nil }
        return (0xD800...0xDFFF).contains(unit) ? unit : nil
    }
}
