/// Looks into a JSON object for one member without decoding the rest, so far as the object is well formed up to there.
public enum JSONMember {
    /// The value of a top-level member as it is written, if it is a string, a number or a word.
    public static func raw(_ name: String, in json: [UInt8]) -> ArraySlice<UInt8>? {
        var index = json.startIndex
        func skipSpace() { while index < json.endIndex, json[index] <= 0x20 { index += 1 } }
        /// Passes a string; the index is at its first quote.
        func skipString() -> Bool {
            index += 1
            while index < json.endIndex {
                switch json[index] {
                case UInt8(ascii: "\\"): index += 2
                case UInt8(ascii: "\""):
                    index += 1
                    return true
                default: index += 1
                }
            }
            return false
        }
        /// Passes a value of any kind; commas and brackets inside it are counted, not checked.
        func skipValue() -> Bool {
            var depth = 0
            while index < json.endIndex {
                switch json[index] {
                case UInt8(ascii: "\""):
                    guard skipString() else { return false }
                    if depth == 0 { return true }
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return true }
                    depth -= 1
                    if depth == 0 {
                        index += 1
                        return true
                    }
                case UInt8(ascii: ","):
                    if depth == 0 { return true }
                default: break
                }
                index += 1
            }
            return false
        }
        if json.starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
        skipSpace()
        guard index < json.endIndex, json[index] == UInt8(ascii: "{") else { return nil }
        index += 1
        while true {
            skipSpace()
            guard index < json.endIndex, json[index] == UInt8(ascii: "\"") else { return nil }
            let key = index + 1
            guard skipString() else { return nil }
            let isWanted = json[key..<(index - 1)].elementsEqual(name.utf8)
            skipSpace()
            guard index < json.endIndex, json[index] == UInt8(ascii: ":") else { return nil }
            index += 1
            skipSpace()
            let start = index
            guard skipValue() else { return nil }
            if isWanted {
                guard let first = json[start..<index].first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[")
                else { return nil }
                var end = index
                while end > start, json[end - 1] <= 0x20 { end -= 1 }
                return json[start..<end]
            }
            skipSpace()
            guard index < json.endIndex, json[index] == UInt8(ascii: ",") else { return nil }
            index += 1
        }
    }

    /// The value of a top-level member that is a string.
    public static func string(_ name: String, in json: [UInt8]) -> String? {
        guard let raw = raw(name, in: json), raw.first == UInt8(ascii: "\"") else { return nil }
        if !raw.contains(UInt8(ascii: "\\")) { return String(validating: raw.dropFirst().dropLast(), as: UTF8.self) }
        return JSONNode(Array(raw))?.text
    }
}
