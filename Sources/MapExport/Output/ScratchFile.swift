#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file of the temporary folder (`TMPDIR`, else `/tmp`) that goes when its owner goes.
final class ScratchFile {
    let path: String
    private let descriptor: Int32

    init() throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/dateline-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw OutputError.cannotCreate(path: path, code: errno) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Writes to the file, from where the last sink ended.
    func sink() -> FileDescriptorSink { FileDescriptorSink(descriptor: descriptor, path: path) }

    /// Hands the bytes of `range`, all of which are there, to `sink`.
    func copy(_ range: Range<Int>, to sink: any ByteSink) throws {
        let bytes = try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let part = pread(
                    descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
                    off_t(range.lowerBound + count))
                if part < 0, errno == EINTR { continue }
                guard part > 0 else {
                    throw OutputError.cannotWrite(path: path, code: part < 0 ? errno : EIO)
                }
                count += part
            }
        }
        try sink.write(bytes)
    }

    /// Hands the file's bytes to `sink`; `mend` may change the first of them.
    func copy(to sink: any ByteSink, mend: (inout [UInt8]) -> Void) throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var offset = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw OutputError.cannotWrite(path: path, code: errno) }
            guard count > 0 else { return }
            if offset == 0 { mend(&buffer) }
            try sink.write(buffer[..<count])
            offset += count
        }
    }
}
