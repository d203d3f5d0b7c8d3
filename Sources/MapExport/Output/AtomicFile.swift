#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file that appears whole or not at all.
///
/// What is written goes to a hidden file in the same folder, which ``commit()`` renames over the target. Without a
/// commit the hidden file is removed and the target stays as it was. A symbolic link is followed, the permissions of
/// an existing file are kept, and something that is no regular file (`/dev/stdout`, a named pipe) is written in place.
public final class AtomicFile: ByteSink {
    /// As the caller gave it.
    public let path: String
    private let target: String
    private let temporary: String?
    private let sink: FileDescriptorSink
    private let sync: Bool
    private var isOpen = true

    /// Opens the hidden file.
    ///
    /// - Parameter sync: whether ``commit()`` waits until the bytes are on the disk (`fsync`).
    /// - Throws: ``OutputError/cannotCreate(path:code:)``.
    public init(path: String, sync: Bool = false) throws {
        self.path = path
        self.sync = sync
        target = Self.resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw OutputError.cannotCreate(path: path, code: EISDIR) }
        if exists, kind != S_IFREG {
            temporary = nil
            let descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw OutputError.cannotCreate(path: path, code: errno) }
            sink = FileDescriptorSink(descriptor: descriptor, path: path)
            return
        }
        let (name, descriptor) = try Self.openTemporary(beside: target, path: path)
        if exists { _ = fchmod(descriptor, status.st_mode & 0o7777) }
        temporary = name
        sink = FileDescriptorSink(descriptor: descriptor, path: path)
    }

    deinit { discard() }

    /// Whether there is something at `path` that is no regular file: what is written goes there, and no file takes its place.
    public static func isInPlace(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    /// Writes a file through `body`; when `body` throws, the target stays as it was.
    public static func write<Result>(
        to path: String, sync: Bool = false, _ body: (AtomicFile) throws -> Result
    ) throws -> Result {
        let file = try AtomicFile(path: path, sync: sync)
        let result = try body(file)
        try file.commit()
        return result
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws { try sink.write(bytes) }

    public func flush() throws { try sink.flush() }

    /// Puts the file in its place.
    public func commit() throws {
        guard isOpen else { return }
        do {
            try sink.flush()
            if sync, temporary != nil, fsync(sink.descriptor) != 0 {
                throw OutputError.cannotWrite(path: path, code: errno)
            }
        } catch {
            discard()
            throw error
        }
        isOpen = false
        // Network file systems report a full disk here.
        guard close(sink.descriptor) == 0 || errno == EINTR else {
            let code = errno
            if let temporary { unlink(temporary) }
            throw OutputError.cannotWrite(path: path, code: code)
        }
        guard let temporary else { return }
        guard rename(temporary, target) == 0 else {
            let code = errno
            unlink(temporary)
            throw OutputError.cannotCreate(path: path, code: code)
        }
    }

    /// Gives up what was written. Nothing happens after ``commit()``.
    public func discard() {
        guard isOpen else { return }
        isOpen = false
        close(sink.descriptor)
        if let temporary { unlink(temporary) }
    }

    /// The file behind symbolic links, or `path` where there is none yet.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func openTemporary(beside target: String, path: String) throws -> (name: String, descriptor: Int32) {
        let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
        var number = 0
        while true {
            number += 1
            let name = "\(folder).dateline-\(getpid())-\(number).tmp"
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (name, descriptor) }
            guard errno == EEXIST || errno == EINTR else { throw OutputError.cannotCreate(path: path, code: errno) }
        }
    }
}
