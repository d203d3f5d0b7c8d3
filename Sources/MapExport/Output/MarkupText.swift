/// Text in XML and HTML.
extension [UInt8] {
    /// Appends `text` escaped for the content or a quoted attribute of XML 1.0. What XML 1.0 cannot hold (control
    /// characters but tab and line ends, U+FFFE, U+FFFF) becomes U+FFFD; `>` is always escaped, so `]]>` never stands.
    package mutating func appendXML(_ text: String) { appendMarkup(text, html: false) }

    /// Appends `text` escaped for HTML inside XML's CDATA: as ``appendXML(_:)``, and `$[`, which Google Earth would
    /// replace in a balloon, loses its meaning.
    package mutating func appendHTML(_ text: String) { appendMarkup(text, html: true) }

    private mutating func appendMarkup(_ text: String, html: Bool) {
        var text = text
        text.withUTF8 { utf8 in
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                switch byte {
                case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
                case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
                case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
                case UInt8(ascii: "$") where html: append(contentsOf: "&#36;".utf8)
                case 0x09, 0x0A: append(byte)
                // A bare carriage return would be read as a line feed; written as a reference it stays.
                case 0x0D: append(contentsOf: "&#13;".utf8)
                case 0..<0x20, 0x7F: append(contentsOf: "\u{FFFD}".utf8)
                case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
                    append(contentsOf: "\u{FFFD}".utf8)
                    index += 2
                default: append(byte)
                }
                index += 1
            }
        }
    }

    /// Appends bytes that are markup already.
    package mutating func appendMarkup(_ markup: StaticString) {
        markup.withUTF8Buffer { append(contentsOf: $0) }
    }
}
