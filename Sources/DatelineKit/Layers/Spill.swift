internal import MapExport
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Entries of bytes that a run keeps until it writes its files: in memory while they are few, then in a temporary file.
///
/// The file loses its name as soon as it is open, so that it goes with the process, however that ends.
final class Spill: Sendable {
    private struct State {
        /// What is not in the file: all, or what came last.
        var tail: [UInt8] = []
        /// The bytes in the file.
        var written = 0
        var descriptor: Int32 = -1
        /// The name that the file had, for messages.
        var path = ""
        /// What was asked for last, and what follows it.
        var window: [UInt8] = []
        var windowStart = 0
        var failure: OutputError?
    }

    /// Entries begin at multiples of this.
    static let grain = 16
    /// What is written at once, in bytes.
    private static let most = 1 << 18
    /// What is read at once, in bytes, where one entry after another is asked for, and elsewhere.
    private static let windowSize = 1 << 14
    private static let leastWindow = 1 << 11

    private let state = Mutex(State())
    private let folder: String?
    private let memory: Int

    /// - Parameters:
    ///   - folder: where the temporary file is made; `nil`, or one that cannot be written to, for `TMPDIR`, else `/tmp`.
    ///   - memory: bytes from which on there is a file.
    init(folder: String? = nil, memory: Int = 4 << 20) {
        self.folder = folder
        self.memory = memory
    }

    deinit {
        state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
    }

    /// The bytes taken so far.
    var count: Int { state.withLock { $0.written + $0.tail.count } }

    /// Takes an entry.
    ///
    /// - Returns: where it begins, a multiple of ``grain``.
    /// - Throws: ``OutputError``, as of a full disk.
    func append(_ bytes: [UInt8]) throws -> Int {
        try state.withLock { state in
            let offset = state.written + state.tail.count
            let length = UInt32(clamping: bytes.count)
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                state.tail.append(UInt8(truncatingIfNeeded: length >> shift))
            }
            state.tail += bytes
            while state.tail.count % Self.grain != 0 { state.tail.append(0) }
            if state.tail.count > (state.descriptor >= 0 ? min(Self.most, memory) : memory) {
                try flush(&state)
            }
            return offset
        }
    }

    /// The entry that begins at `offset`, and where the next one does. After a failure, of which ``check()`` tells, it is empty.
    func entry(at offset: Int) -> (bytes: [UInt8], end: Int) {
        state.withLock { state in
            let length = Self.read(offset..<offset + 4, &state).reversed().reduce(0) { $0 << 8 | Int($1) }
            let bytes = Self.read(offset + 4..<offset + 4 + length, &state)
            let end = offset + 4 + length
            return (Array(bytes), (end + Self.grain - 1) / Self.grain * Self.grain)
        }
    }

    /// - Throws: what went wrong in reading.
    func check() throws {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private static func read(_ range: Range<Int>, _ state: inout State) -> ArraySlice<UInt8> {
        if range.lowerBound >= state.written {
            let range = range.lowerBound - state.written..<range.upperBound - state.written
            return range.upperBound <= state.tail.count ? state.tail[range] : []
        }
        let start = state.windowStart
        if range.lowerBound < start || range.upperBound > start + state.window.count {
            let end = start + state.window.count
            let isNext = range.lowerBound >= start && range.lowerBound < end + grain
            let size = max(isNext ? windowSize : leastWindow, range.count)
            let count = min(size, state.written - range.lowerBound)
            fill(&state, from: range.lowerBound, count: count)
        }
        let local = range.lowerBound - state.windowStart..<range.upperBound - state.windowStart
        return local.upperBound <= state.window.count ? state.window[local] : []
    }

    private static func fill(_ state: inout State, from offset: Int, count: Int) {
        var code: Int32 = 0
        let descriptor = state.descriptor
        state.window = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let part = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
                if part < 0, errno == EINTR { continue }
                guard part > 0 else {
                    code = part < 0 ? errno : EIO
                    return
                }
                done += part
            }
        }
        state.windowStart = offset
        if code != 0, state.failure == nil { state.failure = .cannotRead(path: state.path, code: code) }
    }

    private func flush(_ state: inout State) throws {
        if state.descriptor < 0 { (state.descriptor, state.path) = try open() }
        let sink = FileDescriptorSink(descriptor: state.descriptor, path: state.path, capacity: 1)
        try sink.write(state.tail)
        state.written += state.tail.count
        state.tail.removeAll(keepingCapacity: state.tail.count <= 2 * Self.most)
    }

    private func open() throws -> (descriptor: Int32, path: String) {
        let usual = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var failure = OutputError.cannotCreate(path: usual, code: ENOENT)
        for folder in [folder, usual].compactMap({ $0 }) {
            var template = Array((folder + "/.dateline-XXXXXX").utf8CString)
            let descriptor = mkstemp(&template)
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard descriptor >= 0 else {
                failure = .cannotCreate(path: path, code: errno)
                continue
            }
            unlink(path)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return (descriptor, path)
        }
        throw failure
    }
}
