#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file without a name, written once and then read from its start. The system removes it with the process.
final class TemporaryFile {
    private let descriptor: Int32
    private let folder: String
    private var position = 0

    init(folder: String) throws(GazetteerError) {
        self.folder = folder
        var path = Array((folder + "/dateline-run-XXXXXX").utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .unwritable(path: folder, reason: String(cString: strerror(errno))) }
        unlink(path)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func write(_ bytes: [UInt8]) throws(GazetteerError) {
        let isWritten = bytes.withUnsafeBytes { writeAll(descriptor, $0) }
        guard isWritten else { throw .unwritable(path: folder, reason: String(cString: strerror(errno))) }
    }

    /// Fills `buffer` as far as the file goes, and returns how far that is.
    func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
        var count = 0
        while count < buffer.count {
            let result = pread(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count, off_t(position))
            if result < 0, errno == EINTR { continue }
            guard result >= 0 else { throw .unreadable(path: folder, reason: String(cString: strerror(errno))) }
            if result == 0 { break }
            count += result
            position += result
        }
        return count
    }
}

private func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
}

/// Where the bytes of an index go.
protocol IndexSink: AnyObject {
    func write(_ bytes: UnsafeRawBufferPointer) throws(GazetteerError)
    /// Replaces the first bytes, and ends the file.
    func finish(header: [UInt8]) throws(GazetteerError)
}

final class MemorySink: IndexSink {
    private(set) var bytes: [UInt8] = []

    func write(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

    func finish(header: [UInt8]) { bytes.replaceSubrange(..<header.count, with: header) }
}

/// A file that takes its name only when it is complete.
final class FileSink: IndexSink {
    private let path: String
    private let partial: [CChar]
    private let descriptor: Int32
    private var isFinished = false

    init(path: String) throws(GazetteerError) {
        self.path = path
        // Renaming over `/dev/null` would take it away from everybody.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw .unwritable(path: path, reason: "it is no regular file, and an index is one")
        }
        var partial = Array((path + ".XXXXXX").utf8CString)
        descriptor = mkstemp(&partial)
        self.partial = partial
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: String(cString: strerror(errno))) }
        // mkstemp makes it the user's alone; an index is for whoever may read its folder.
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished { unlink(partial) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(GazetteerError) {
        guard writeAll(descriptor, bytes) else { throw failure }
    }

    func finish(header: [UInt8]) throws(GazetteerError) {
        guard pwrite(descriptor, header, header.count, 0) == header.count, fsync(descriptor) == 0 else { throw failure }
        guard rename(partial, path) == 0 else { throw failure }
        isFinished = true
    }

    private var failure: GazetteerError { .unwritable(path: path, reason: String(cString: strerror(errno))) }
}
