internal import Articles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension AnnotationRecord {
    /// Reads a line that `dateline annotate` wrote, and checks it: another program may have written it, too.
    ///
    /// - Throws: ``KitError/annotation(path:line:detail:)``.
    public init(line: [UInt8], path: String, number: Int) throws {
        if let record = AnnotationRecord(usual: line) {
            self = record
            return
        }
        var line = line
        JSONSurrogates.mend(&line)
        do {
            self = try JSONDecoder().decode(AnnotationRecord.self, from: Data(line))
            try check()
        } catch let error as DecodingError {
            throw KitError.annotation(path: path, line: number, detail: Self.detail(of: error))
        } catch let fault as AnnotationFault {
            throw KitError.annotation(
                path: path, line: number,
                detail: "found \(fault.found) in \"\(fault.member)\", expected \(fault.expected)")
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        // `--engine` passes ids on as they come: numbers, too.
        if case .number(let digits)? = try? container.decode(JSONScalar.self, forKey: .id) {
            id = digits
        } else {
            id = try container.decode(String.self, forKey: .id)
        }
        title = try text(.title)
        published = try text(.published)
        publisher = try text(.publisher)
        url = try text(.url)
        language = try text(.language)
        unread = try container.decodeIfPresent(Bool.self, forKey: .unread)
        sketch = try text(.sketch)
        toponyms = try container.decode([ToponymRecord].self, forKey: .toponyms)
        times = try container.decode([TimeRecord].self, forKey: .times)
        events = try container.decode([EventRecord].self, forKey: .events)
    }

    private static func detail(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            return "found no member \"\(member(context.codingPath + [key]))\""
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let place = context.codingPath.isEmpty ? "the line" : "\"\(member(context.codingPath))\""
            return "found another type in \(place), expected \(name(of: type))"
        case .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { return "found damaged data" }
            return "found damaged data in \"\(member(context.codingPath))\" (\(context.debugDescription))"
        @unknown default: return "found JSON of another form"
        }
    }

    /// The member's path, such as `events[0].time.end`.
    private static func member(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a string"
        case is Int.Type: "a whole number"
        case is Double.Type: "a number"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }
}
