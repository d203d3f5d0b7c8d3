#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads whole files by `read(2)`.
public enum FileBytes {
    /// All bytes of the file at `path`, unpacked where they are gzip.
    public static func read(_ path: String) throws(ArticleError) -> [UInt8] {
        var bytes = try ByteReader(path: path)
        return try bytes.rest()
    }

    /// The first bytes of the file at `path`, up to `count`.
    public static func head(_ path: String, count: Int) throws(ArticleError) -> [UInt8] {
        var bytes = try ByteReader(path: path)
        return Array(try bytes.peek(count))
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
