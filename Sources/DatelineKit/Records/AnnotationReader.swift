internal import Articles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension AnnotationRecord {
    /// Reads a line that `dateline annotate` wrote.
    ///
    /// - Throws: ``KitError/annotation(path:line:detail:)``.
    public init(line: [UInt8], path: String, number: Int) throws {
        var line = line
        JSONSurrogates.mend(&line)
        do {
            self = try JSONDecoder().decode(AnnotationRecord.self, from: Data(line))
        } catch let error as DecodingError {
            throw KitError.annotation(path: path, line: number, detail: Self.detail(of: error))
        }
    }

    private static func detail(of error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            let parent = place(context)
            return "found no member \"\(parent.isEmpty ? "" : parent + ".")\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "found another type in \"\(place(context))\""
        case .dataCorrupted(let context):
            return "found damaged data\(context.codingPath.isEmpty ? "" : " in \"\(place(context))\"")"
        @unknown default: return "found JSON of another form"
        }
    }
}
