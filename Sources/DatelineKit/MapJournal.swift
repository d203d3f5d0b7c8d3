internal import Articles
internal import MapExport

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What a run of `map` that can be resumed has done so far: a file with a header and a line for each document, its record or why
/// it has none.
public final class MapJournal {
    let done: FinishedLines
    private let path: String
    private let sink: PartFile

    /// Opens the journal at `path`, made if need be.
    ///
    /// - Parameter stamp: what must be the same for a run to go on with another's: version, data, options.
    /// - Throws: ``RunError/cannotResume(path:reason:)``, or an ``OutputError``.
    public init(path: String, stamp: String) throws {
        var header = JSONWriter()
        header.beginObject()
        header.key("journal")
        header.string("dateline map")
        header.key("stamp")
        header.string(stamp)
        header.endObject()
        done = try FinishedLines(path: path, header: header.bytes)
        self.path = path
        sink = try PartFile(path: path, keeping: done.size)
        if done.size == 0 { try sink.write(header.bytes + [0x0A]) }
    }

    /// The documents that are done.
    public var count: Int { done.count }

    /// Takes down what became of a document.
    func write(_ outcome: DocumentOutcome) throws {
        switch outcome.content {
        case .record(let record, let line): try sink.write(line.isEmpty ? record.line : line)
        case .failed(let failure): try sink.write(Self.line(failure, isBefore: false))
        case .failedBefore(let failure): try sink.write(Self.line(failure, isBefore: true))
        case .nothing: break
        }
    }

    func flush() throws { try sink.flush() }

    /// Forgets it all: the run is complete.
    public func remove() { unlink(path) }

    /// Reads again what was done, in order.
    func replay(jobs: Int, take: (DocumentOutcome) throws -> Void) throws {
        guard done.count > 0 else { return }
        var lines = try WholeLines(path: path)
        _ = try lines.next()
        var left = done.count
        let path = path
        try OrderedMap.run(
            OrderedMap.Options(jobs: jobs), context: {},
            next: {
                left -= 1
                return left >= 0 ? try lines.next() : nil
            }, size: { $0.count }, transform: { _, line in Result { try Self.outcome(line, path: path) } },
            take: { try take($0.get()) })
    }

    private static func line(_ failure: DocumentOutcome.Failure, isBefore: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (key, value) in [("id", failure.id), ("error", failure.message), ("input", failure.input)] {
            json.key(key)
            json.string(value)
        }
        json.key("code")
        json.string(isBefore ? "before" : "\(failure.code)")
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func outcome(_ line: [UInt8], path: String) throws -> DocumentOutcome {
        guard let message = JSONMember.string("error", in: line) else {
            do {
                return DocumentOutcome(
                    content: .record(try AnnotationRecord(line: line, path: path, number: 1), line: []), path: path)
            } catch {
                throw RunError.cannotResume(path: path, reason: "\(error)")
            }
        }
        let code = JSONMember.string("code", in: line).flatMap { Int32($0) }
        let failure = DocumentOutcome.Failure(
            id: JSONMember.string("id", in: line) ?? "", input: JSONMember.string("input", in: line) ?? "",
            message: message, code: code ?? 65)
        return DocumentOutcome(content: code == nil ? .failedBefore(failure) : .failed(failure), path: path)
    }
}
