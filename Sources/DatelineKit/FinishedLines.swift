internal import Articles

/// The lines of an interrupted run: one for each document that was done.
public struct FinishedLines: Sendable {
    private let path: String
    private let names: [String]
    private let isError: [Bool]
    /// The bytes of the whole lines; what follows is half a line.
    public let size: Int

    /// Reads what is at `path`; nothing there is nothing done.
    ///
    /// - Parameter header: what the first line must be, where there is one.
    /// - Throws: ``RunError/cannotResume(path:reason:)`` when the file holds something else.
    public init(path: String, header: [UInt8]? = nil) throws {
        self.path = path
        var names: [String] = []
        var isError: [Bool] = []
        var size = 0
        do {
            var lines = try WholeLines(path: path)
            if let header, let first = try lines.next(), first != header {
                throw RunError.cannotResume(
                    path: path, reason: "it was made by another version, or with other options or data")
            }
            while let line = try lines.next() {
                guard let id = JSONMember.string("id", in: line) else {
                    throw RunError.cannotResume(
                        path: path, reason: "line \(names.count + 1) is no record of 'dateline annotate'")
                }
                names.append(id)
                isError.append(JSONMember.raw("error", in: line) != nil)
            }
            size = lines.size
        } catch ArticleError.missing {}
        self.names = names
        self.isError = isError
        self.size = size
    }

    public var count: Int { names.count }

    /// Passes over the documents that are done.
    func skip(_ source: ArticleSource, ids: inout UniqueNames) throws {
        for (index, name) in names.enumerated() {
            var document: PendingDocument?
            repeat { document = source.next() } while document?.isNotice == true
            guard let document else {
                throw RunError.cannotResume(
                    path: path, reason: "it holds \(names.count) documents, the input only \(index)")
            }
            if isError[index] { continue }
            let claimed = ids.claim(name)
            // Only the last is looked into: that the input is another one would show there.
            guard index == names.count - 1, case .article(let article) = document.read().content else { continue }
            if claimed != article.id, !claimed.hasPrefix(article.id + "#") {
                throw RunError.cannotResume(
                    path: path, reason: "document \(index + 1) of the input is '\(article.id)', here it is '\(name)'")
            }
        }
    }
}
