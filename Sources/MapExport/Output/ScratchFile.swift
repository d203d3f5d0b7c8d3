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
