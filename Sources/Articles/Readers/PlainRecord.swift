import Tables

/// An article as one object of JSON (RFC 8259) whose members are strings or null, as nearly all come: read in one pass.
///
/// Whatever else a line holds, be it an error, is left to the decoder, so that there is one place that says what is wrong.
struct PlainRecord {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var unescaped: [UInt8] = []

    /// - Parameter line: valid UTF-8.
    /// - Returns: `nil` for anything but such an object.
    static func article(_ line: [UInt8]) -> JSONArticle? {
        line.withUnsafeBufferPointer { bytes in
            var record = PlainRecord(bytes)
            return record.article()
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func article() -> JSONArticle? {
        var article = JSONArticle()
        var seen: Set<JSONArticle.CodingKeys> = []
        guard take("{") else { return nil }
        repeat {
            guard let name = string(), take(":") else { return nil }
            let key = JSONArticle.CodingKeys(stringValue: name)
            if let key, !seen.insert(key).inserted { return nil }
            if takeNull() {
                if key == .events { return nil }
                continue
            }
            guard let value = string() else { return nil }
            switch key {
            case .id: article.id = .string(value)
            case .text: article.text = value
            case .title: article.title = .string(value)
            case .publisher: article.publisher = .string(value)
            case .source: article.source = .string(value)
            case .published: article.published = .string(value)
            case .date: article.date = .string(value)
            case .url: article.url = .string(value)
            case .language: article.language = .string(value)
            case .toponyms, .events, .error: return nil
            case nil: break
            }
        } while take(",")
        guard take("}") else { return nil }
        skipSpace()
        return index == bytes.count ? article : nil
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 {
            guard [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) else { return }
            index += 1
        }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private mutating func takeNull() -> Bool {
        skipSpace()
        guard index + 4 <= bytes.count, bytes[index..<index + 4].elementsEqual("null".utf8) else { return false }
        index += 4
        return true
    }

    /// Passes over what stands for itself in a string: up to a quotation mark, a backslash or a control character.
    private mutating func passPlain() {
        while index + 8 <= bytes.count {
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard JSONEscape.isPlain(word) else { break }
            index += 8
        }
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
            bytes[index] != UInt8(ascii: "\\")
        {
            index += 1
        }
    }

    /// A string; `nil` for anything else, with ``index`` anywhere.
    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = index
        passPlain()
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[start..<index - 1], as: UTF8.self)
        }
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[start..<index])
        while index < bytes.count, bytes[index] >= 0x20 {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: unescaped, as: UTF8.self)
            case UInt8(ascii: "\\"):
                index += 1
                guard JSONEscape.append(bytes, at: &index, to: &unescaped) else { return nil }
            default:
                let start = index
                passPlain()
                unescaped.append(contentsOf: bytes[start..<index])
            }
        }
        return nil
    }
}
