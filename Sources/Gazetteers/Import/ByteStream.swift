internal import CZlib

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Bytes that come in pieces.
protocol ByteStream: AnyObject {
    /// Fills `buffer` from its start; 0 at the end.
    func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int
}

/// A file, or a part of one.
final class FileStream: ByteStream {
    let path: String
    private let descriptor: Int32
    private var position: Int
    private var end: Int

    init(path: String) throws(GazetteerError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        position = 0
        end = .max
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .unreadable(path: path, reason: "it is a folder")
        }
        if status.st_mode & S_IFMT == S_IFREG { end = Int(status.st_size) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Bytes of the file; `Int.max` for a pipe.
    var size: Int { end }

    /// The bytes of `range`, fewer at the end of the file.
    func bytes(_ range: Range<Int>) throws(GazetteerError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        let count = pread(descriptor, &bytes, range.count, off_t(range.lowerBound))
        guard count >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        return Array(bytes[..<count])
    }

    /// Restricts reading to `range`.
    func seek(_ range: Range<Int>) { (position, end) = (range.lowerBound, min(end, range.upperBound)) }

    func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
        let wanted = min(buffer.count, end - position)
        guard wanted > 0 else { return 0 }
        while true {
            let count =
                end == .max
                ? systemRead(descriptor, buffer.baseAddress, wanted)
                : pread(descriptor, buffer.baseAddress, wanted, off_t(position))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
            position += count
            return count
        }
    }
}

/// What another stream holds in compressed form: raw deflate of a zip member, or gzip.
final class InflateStream: ByteStream {
    private let source: FileStream
    private let state: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private let expected: UInt32?
    private var sum: UInt = 0
    private var isAtEnd = false

    /// - Parameter expected: the CRC-32 that the archive states; `nil` for gzip, which checks its own.
    init(_ source: FileStream, expected: UInt32?) throws(GazetteerError) {
        self.source = source
        self.expected = expected
        input = .allocate(byteCount: 1 << 17, alignment: 8)
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        let window: Int32 = expected == nil ? 31 : -15
        let status = inflateInit2_(state, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw .unreadable(path: source.path, reason: "zlib does not start") }
    }

    deinit {
        inflateEnd(state)
        state.deallocate()
        input.deallocate()
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer) throws(GazetteerError) -> Int {
        guard !isAtEnd, !buffer.isEmpty else { return 0 }
        let output = buffer.bindMemory(to: UInt8.self)
        state.pointee.next_out = output.baseAddress
        state.pointee.avail_out = UInt32(clamping: output.count)
        while state.pointee.avail_out > 0 {
            if state.pointee.avail_in == 0 {
                let count = try source.read(input)
                guard count > 0 else { throw .unreadable(path: source.path, reason: "its compressed data are cut off") }
                state.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
                state.pointee.avail_in = UInt32(count)
            }
            let status = inflate(state, Z_NO_FLUSH)
            if status == Z_STREAM_END {
                // A gzip may be several in a row.
                if expected == nil, try startsAgain(), inflateReset(state) == Z_OK { continue }
                isAtEnd = true
                break
            }
            guard status == Z_OK else {
                throw .unreadable(path: source.path, reason: "its compressed data are damaged")
            }
        }
        let count = output.count - Int(state.pointee.avail_out)
        if let expected {
            sum = UInt(crc32(sum, output.baseAddress, UInt32(count)))
            if isAtEnd, UInt32(truncatingIfNeeded: sum) != expected {
                throw .unreadable(path: source.path, reason: "the checksum of its data does not match")
            }
        }
        return count
    }
}

extension InflateStream {
    /// Whether the source goes on with what looks like another gzip; zeros are padding.
    private func startsAgain() throws(GazetteerError) -> Bool {
        if state.pointee.avail_in == 0 {
            let count = try source.read(input)
            state.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
            state.pointee.avail_in = UInt32(count)
        }
        return state.pointee.avail_in > 0 && state.pointee.next_in.pointee == 0x1F
    }
}

/// Opens what holds a table: a file as it is, gzip, or the one table in a zip.
enum TableStream {
    /// - Returns: the bytes, and the name of what they are (`UA.txt` of `UA.zip`).
    static func open(_ path: String) throws(GazetteerError) -> (stream: any ByteStream, name: String) {
        let file = try FileStream(path: path)
        guard file.size != .max else { return (file, path) }
        let magic = try file.bytes(0..<4)
        if magic.starts(with: [0x1F, 0x8B]) { return (try InflateStream(file, expected: nil), path) }
        guard magic.starts(with: [0x50, 0x4B]) else { return (file, path) }
        let members = try ZipDirectory.members(of: file)
        // GeoNames' zips hold a readme beside the table, and iso-languagecodes beside the alternate names.
        let tables = members.filter { member in
            let name = member.name.lowercased()
            return !name.hasSuffix("/") && !name.hasSuffix("readme.txt") && !name.hasSuffix("iso-languagecodes.txt")
        }
        guard let table = tables.max(by: { $0.range.count < $1.range.count }) else {
            throw .unreadable(path: path, reason: "the zip holds no table")
        }
        file.seek(table.range)
        switch table.method {
        case 0: return (file, path + "/" + table.name)
        case 8: return (try InflateStream(file, expected: table.checksum), path + "/" + table.name)
        default: throw .unreadable(path: path, reason: "its compression method \(table.method) is not deflate")
        }
    }
}

/// `read`, which the streams' own name hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
