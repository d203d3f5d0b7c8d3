#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file that grows under a name of its own and takes its final one when it is complete; what is written before that stays, so
/// that an interrupted run can go on.
public final class PartFile: ByteSink {
    private let path: String
    private let sink: FileDescriptorSink
    private var isOpen = true

    /// Opens the file at `path`, made if need be.
    ///
    /// - Parameter size: the bytes of it that stay; the rest is cut off.
    /// - Throws: ``OutputError/cannotCreate(path:code:)``.
    public init(path: String, keeping size: Int) throws {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw OutputError.cannotCreate(path: path, code: errno) }
        sink = FileDescriptorSink(descriptor: descriptor, path: path)
        guard ftruncate(descriptor, off_t(size)) == 0, lseek(descriptor, 0, SEEK_END) == off_t(size) else {
            throw OutputError.cannotWrite(path: path, code: errno)
        }
    }

    deinit { if isOpen { close(sink.descriptor) } }

    public func write(_ bytes: UnsafeRawBufferPointer) throws { try sink.write(bytes) }

    public func flush() throws { try sink.flush() }

    /// Closes the file and gives it the name `target`, over what stands there.
    public func commit(as target: String) throws {
        try sink.flush()
        isOpen = false
        guard close(sink.descriptor) == 0 || errno == EINTR else {
            throw OutputError.cannotWrite(path: path, code: errno)
        }
        guard rename(path, target) == 0 else { throw OutputError.cannotCreate(path: target, code: errno) }
    }
}
