#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Any JSON, for data whose form is not ours (JSON-LD).
enum JSONNode: Decodable {
    case string(String)
    case array([JSONNode])
    case object([String: JSONNode])
    /// Numbers, truth values, null.
    case other

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Key.self) {
            var object: [String: JSONNode] = [:]
            for key in members.allKeys { object[key.stringValue] = try members.decode(JSONNode.self, forKey: key) }
            self = .object(object)
        } else if var list = try? decoder.unkeyedContainer() {
            var array: [JSONNode] = []
            while !list.isAtEnd { array.append(try list.decode(JSONNode.self)) }
            self = .array(array)
        } else if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .string(text)
        } else {
            self = .other
        }
    }

    /// `nil` for what is no JSON, or nested too deeply for the decoder.
    init?(_ bytes: [UInt8]) {
        guard let node = try? JSONDecoder().decode(JSONNode.self, from: Data(bytes)) else { return nil }
        self = node
    }

    subscript(key: String) -> JSONNode? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The text of a string, or of the first of a list.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .array(let list): list.lazy.compactMap(\.text).first
        case .object, .other: nil
        }
    }
}
