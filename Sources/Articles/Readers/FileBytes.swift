#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads whole files and streams of lines by `read(2)`.
public enum FileBytes {
    /// All bytes of the file at `path`.
    public static func read(_ path: String) throws(ArticleError) -> [UInt8] {
        var lines = try LineReader(path: path)
        return try lines.rest()
    }

    enum Kind {
        case file
        case folder
        /// A pipe, a socket or a device: reading it may never end.
        case special
    }

    /// What tells a folder from every other, whatever it is called.
    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// What stands at `path`, links followed; `nil` for nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .special
        }
    }

    /// The identity of what stands at `path`, links followed; `nil` for nothing.
    static func identity(of path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
    }
}

/// The lines of a file or of standard input, read in chunks: memory is bounded by the longest line.
struct LineReader: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private static let chunk = 1 << 18

    /// - Parameter path: a file, or `-` for standard input.
    init(path: String) throws(ArticleError) {
        self.path = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .missing(path: path) : .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
    }

    deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

    /// The next line without its line feed, or `nil` at the end.
    mutating func next() throws(ArticleError) -> [UInt8]? {
        var searched = start
        while true {
            if let feed = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = feed + 1 }
                return Array(buffer[start..<feed])
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Array(buffer[start...])
            }
            searched -= start
            try fill()
        }
    }

    /// Everything not read yet.
    mutating func rest() throws(ArticleError) -> [UInt8] {
        while !isAtEnd { try fill() }
        defer { start = buffer.count }
        return start == 0 ? buffer : Array(buffer[start...])
    }

    private mutating func fill() throws(ArticleError) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        var chunk = [UInt8](repeating: 0, count: Self.chunk)
        var got = -1
        repeat {
            got = chunk.withUnsafeMutableBytes { Self.readDescriptor(descriptor, $0) }
        } while got < 0 && errno == EINTR
        guard got >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        if got == 0 { isAtEnd = true }
        buffer.append(contentsOf: chunk[..<got])
    }

    private static func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        read(descriptor, buffer.baseAddress, buffer.count)
    }
}
