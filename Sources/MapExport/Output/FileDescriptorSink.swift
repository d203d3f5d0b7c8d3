#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A buffered sink over an open file descriptor. Every failed write throws.
///
/// Call ``flush()`` at the end: the deinitialiser writes nothing, because it could not report a full disk.
public final class FileDescriptorSink: ByteSink {
    public let descriptor: Int32
    /// What error messages call it.
    public let path: String
    private var buffer: [UInt8] = []
    private let capacity: Int

    /// A sink that does not own its descriptor and never closes it.
    ///
    /// - Parameter capacity: bytes kept back before a write, at least 1.
    public init(descriptor: Int32, path: String, capacity: Int = 1 << 16) {
        self.descriptor = descriptor
        self.path = path
        self.capacity = max(1, capacity)
        buffer.reserveCapacity(self.capacity)
    }

    public static func standardOutput() -> FileDescriptorSink {
        FileDescriptorSink(descriptor: 1, path: "standard output")
    }

    public static func standardError() -> FileDescriptorSink {
        FileDescriptorSink(descriptor: 2, path: "standard error", capacity: 1)
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        if buffer.count + bytes.count > capacity { try flush() }
        if bytes.count >= capacity {
            try writeNow(bytes)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    public func flush() throws {
        guard !buffer.isEmpty else { return }
        // Dropped also when the write fails: nothing is ever written twice.
        defer { buffer.removeAll(keepingCapacity: true) }
        try buffer.withUnsafeBytes { try writeNow($0) }
    }

    private func writeNow(_ bytes: UnsafeRawBufferPointer) throws {
        guard let base = bytes.baseAddress else { return }
        var done = 0
        while done < bytes.count {
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, base + done, bytes.count - done)
            #elseif canImport(Musl)
                let count = Musl.write(descriptor, base + done, bytes.count - done)
            #else
                let count = Darwin.write(descriptor, base + done, bytes.count - done)
            #endif
            if count >= 0 {
                done += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: try waitUntilWritable()
            case EPIPE: throw OutputError.closedPipe(path: path)
            default: throw OutputError.cannotWrite(path: path, code: errno)
            }
        }
    }

    /// A descriptor inherited in non-blocking mode (some terminals and runners set it) is waited for.
    private func waitUntilWritable() throws {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&request, 1, -1) >= 0 || errno == EINTR else {
            throw OutputError.cannotWrite(path: path, code: errno)
        }
    }
}
