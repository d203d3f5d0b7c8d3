import Articles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Cuts a file or standard input into pieces of whole lines. What is read is handed on as it comes.
final class PairChunks {
    private let descriptor: Int32
    private let path: String
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private let size = 1 << 16
    /// Whether a line feed in quotes is part of a cell.
    var hasQuotes = false

    /// - Throws: ``PlaceError/missingFile(path:)``, ``PlaceError/badFile(path:detail:)``.
    init(path: String) throws(PlaceError) {
        self.path = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .missingFile(path: path) : .badFile(path: path, detail: String(cString: strerror(errno)))
        }
    }

    deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

    /// The first line with its line feed; `nil` for an empty input.
    func firstLine() throws(PlaceError) -> [UInt8]? {
        while true {
            if let feed = rest.firstIndex(of: 0x0A) {
                defer { rest.removeFirst(feed + 1) }
                return Array(rest[...feed])
            }
            if isAtEnd {
                defer { rest = [] }
                return rest.isEmpty ? nil : rest
            }
            try fill()
        }
    }

    /// Puts back what ``firstLine()`` took.
    func putBack(_ line: [UInt8]) { rest.insert(contentsOf: line, at: 0) }

    /// The next whole lines, about 64 kB of them; `nil` at the end.
    func next() throws(PlaceError) -> [UInt8]? {
        while true {
            if rest.count >= size || isAtEnd {
                if isAtEnd {
                    defer { rest = [] }
                    return rest.isEmpty ? nil : rest
                }
                if let end = lastLineEnd() {
                    let chunk = Array(rest[..<end])
                    rest.removeFirst(end)
                    return chunk
                }
            }
            try fill()
        }
    }

    /// Behind the last line feed that ends a line.
    private func lastLineEnd() -> Int? {
        if !hasQuotes || !rest.contains(UInt8(ascii: "\"")) { return rest.lastIndex(of: 0x0A).map { $0 + 1 } }
        var isQuoted = false
        var end: Int?
        for (index, byte) in rest.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if byte == 0x0A, !isQuoted { end = index + 1 }
        }
        return end
    }

    private func fill() throws(PlaceError) {
        let start = rest.count
        rest.append(contentsOf: repeatElement(0, count: size))
        var got = -1
        repeat {
            got = rest.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + start }, size) }
        } while got < 0 && errno == EINTR
        rest.removeLast(size - max(0, got))
        guard got >= 0 else { throw .badFile(path: path, detail: String(cString: strerror(errno))) }
        if got == 0 { isAtEnd = true }
    }
}
