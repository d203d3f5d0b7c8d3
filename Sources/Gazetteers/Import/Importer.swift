import Tables

/// Reads sources of places and names into an ``IndexWriter``, line by line: what it holds does not grow with them.
///
/// A bad line is counted, told to ``onProblem`` with its number and the reason, and skipped.
public final class Importer {
    public struct Options: Sendable {
        /// Take names in scripts other than Latin and Cyrillic too.
        public var allScripts = false
        /// Take names from GeoNames' column of alternates; false when a table of them is given as well.
        public var alternatesColumn = true
        /// Stop at the first bad line.
        public var strict = false

        public init() {}
    }

    /// What was wrong with a line.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public var path: String
        /// From 1; for GeoJSON the number of the feature.
        public var line: Int
        public var reason: String

        public var description: String { "\(path):\(line): \(reason)" }
    }

    /// What came of the sources.
    public struct Counts: Hashable, Sendable {
        public var lines = 0
        public var places = 0
        public var names = 0
        public var bad = 0
        /// Names and parents of places that no source has.
        public var strangers = 0
    }

    public let writer: IndexWriter
    public private(set) var counts = Counts()
    let options: Options
    private let onProblem: (Problem) -> Void
    private(set) var stamp: UInt64 = IndexFormat.hash([])

    public init(writer: IndexWriter, options: Options = Options(), onProblem: @escaping (Problem) -> Void = { _ in }) {
        self.writer = writer
        self.options = options
        self.onProblem = onProblem
    }

    /// A hash of what was read.
    public var sourceStamp: UInt64 { StableHash.mixed(stamp) }

    /// Calls `body` with each line and its number; a reason that it returns is a problem.
    func readLines(
        _ path: String, _ body: (UnsafeBufferPointer<UInt8>, Int) throws(GazetteerError) -> String?
    ) throws(GazetteerError) {
        let (stream, name) = try TableStream.open(path)
        let lines = LineReader(stream)
        var checksum = IndexChecksum()
        while let line = try lines.next() {
            counts.lines += 1
            checksum.add(UnsafeRawBufferPointer(line))
            if let reason = try body(line, lines.number) { try problem(name, lines.number, reason) }
        }
        if lines.overlong > 0 { try problem(name, lines.number, "\(lines.overlong) lines of over 16 MB") }
        note(checksum)
    }

    func countLine() { counts.lines += 1 }

    func note(_ checksum: IndexChecksum) { stamp = StableHash.mixed(stamp ^ checksum.value) }

    func problem(_ path: String, _ line: Int, _ reason: String) throws(GazetteerError) {
        counts.bad += 1
        if options.strict { throw .table(path: path, line: line, found: reason, expected: "a sound line, by --strict") }
        onProblem(Problem(path: path, line: line, reason: reason))
    }

    func add(_ row: PlaceRow) throws(GazetteerError) -> String? {
        if let long = ([row.name] + row.alternates).first(where: { $0.utf8.count > 16_000 }) {
            return "a name takes \(long.utf8.count) bytes"
        }
        guard try writer.add(row) else { return "the id '\(row.id)' occurs twice" }
        counts.places += 1
        counts.names += 1 + row.alternates.count
        return nil
    }

    func countName(_ isKnown: Bool) {
        if isKnown { counts.names += 1 } else { counts.strangers += 1 }
    }
}

/// Lines of a stream, without their ends.
final class LineReader {
    private let stream: any ByteStream
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    private var start = 0
    private var filled = 0
    private var isAtEnd = false
    private(set) var number = 0
    private(set) var overlong = 0

    init(_ stream: any ByteStream) { self.stream = stream }

    deinit { buffer.deallocate() }

    /// Valid until the next call.
    func next() throws(GazetteerError) -> UnsafeBufferPointer<UInt8>? {
        var searched = start
        while true {
            let bytes = UnsafeRawBufferPointer(buffer).bindMemory(to: UInt8.self)
            if let end = bytes[searched..<filled].firstIndex(of: 0x0A) {
                return line(bytes, end: end, next: end + 1)
            }
            searched = filled
            if isAtEnd {
                guard start < filled else { return nil }
                return line(bytes, end: filled, next: filled)
            }
            if start > 0, let base = buffer.baseAddress {
                base.copyMemory(from: base + start, byteCount: filled - start)
                searched -= start
                filled -= start
                start = 0
            }
            if filled == buffer.count {
                if buffer.count >= 16 << 20 {
                    overlong += 1
                    (filled, searched) = (0, 0)
                } else {
                    grow()
                }
            }
            let count = try stream.read(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count == 0 { isAtEnd = true }
            filled += count
        }
    }

    private func line(_ bytes: UnsafeBufferPointer<UInt8>, end: Int, next: Int) -> UnsafeBufferPointer<UInt8> {
        var (first, last) = (start, end)
        if last > first, bytes[last - 1] == 0x0D { last -= 1 }
        // A byte order mark.
        if number == 0, last - first >= 3, bytes[first] == 0xEF, bytes[first + 1] == 0xBB, bytes[first + 2] == 0xBF {
            first += 3
        }
        start = next
        number += 1
        return UnsafeBufferPointer(rebasing: bytes[first..<last])
    }

    private func grow() {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 4, alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
    }
}
