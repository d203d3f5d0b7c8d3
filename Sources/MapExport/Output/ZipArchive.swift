internal import CZlib

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes a ZIP archive (PKWARE APPNOTE 6.3) piece by piece: deflated members, sizes in data descriptors, so that nothing is
/// held back. Every member carries the same date: the same members give the same bytes.
final class ZipArchive {
    private struct Member {
        var name: String
        var checksum: UInt32
        var packed: UInt32
        var size: UInt32
        var offset: UInt32
    }

    private let sink: any ByteSink
    private var members: [Member] = []
    private var written: UInt64 = 0

    init(sink: any ByteSink) { self.sink = sink }

    /// Adds a member whose content `body` writes.
    ///
    /// - Throws: what the sink or `body` throws; ``OutputError`` beyond 4 GiB, the limit of the format.
    func add(_ name: String, _ body: (any ByteSink) throws -> Void) throws {
        let offset = try size(written)
        try write(header: [0x0403_4B50], shorts: [20, 0x0808, 8] + Self.date, longs: [0, 0, 0], name: name, tail: [0])
        let deflater = try Deflater(sink: sink)
        try body(deflater)
        try deflater.finish()
        written += deflater.packed
        let member = Member(
            name: name, checksum: deflater.checksum, packed: try size(deflater.packed),
            size: try size(deflater.size), offset: offset)
        members.append(member)
        try write([0x0807_4B50, member.checksum, member.packed, member.size].flatMap(Self.bytes))
    }

    /// Writes the directory. Nothing may follow.
    func finish() throws {
        let start = written
        for member in members {
            try write(
                header: [0x0201_4B50], shorts: [20, 20, 0x0808, 8] + Self.date,
                longs: [member.checksum, member.packed, member.size], name: member.name, tail: [0, 0, 0, 0, 0, 0],
                offset: member.offset)
        }
        let length = written - start
        let count = UInt16(truncatingIfNeeded: members.count)
        var end = Self.bytes(UInt32(0x0605_4B50)) + [0, 0, count, count].flatMap(Self.bytes)
        end += try [size(length), size(start)].flatMap(Self.bytes) + [0, 0]
        try write(end)
    }

    /// 1 January 1980, midnight: time, date.
    private static let date: [UInt16] = [0, 0x21]

    private func write(
        header: [UInt32], shorts: [UInt16], longs: [UInt32], name: String, tail: [UInt16], offset: UInt32? = nil
    ) throws {
        var bytes = header.flatMap(Self.bytes) + shorts.flatMap(Self.bytes) + longs.flatMap(Self.bytes)
        bytes += Self.bytes(UInt16(truncatingIfNeeded: name.utf8.count)) + tail.flatMap(Self.bytes)
        if let offset { bytes += Self.bytes(offset) }
        try write(bytes + Array(name.utf8))
    }

    private func write(_ bytes: [UInt8]) throws {
        try sink.write(bytes)
        written += UInt64(bytes.count)
    }

    private func size(_ value: UInt64) throws -> UInt32 {
        guard let size = UInt32(exactly: value) else {
            throw OutputError.cannotWrite(path: "a ZIP archive of more than 4 GiB", code: EFBIG)
        }
        return size
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}

/// Deflates (RFC 1951) what it is given into another sink.
private final class Deflater: ByteSink {
    private(set) var size: UInt64 = 0
    private(set) var packed: UInt64 = 0
    private(set) var checksum: UInt32 = 0
    private let sink: any ByteSink
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: 1 << 16)

    init(sink: any ByteSink) throws {
        self.sink = sink
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = deflateInit2_(
            stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw OutputError.cannotWrite(path: "a ZIP archive", code: ENOMEM) }
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while let base = rest.bindMemory(to: UInt8.self).baseAddress, !rest.isEmpty {
            let count = min(rest.count, 1 << 30)
            checksum = UInt32(truncatingIfNeeded: crc32(UInt(checksum), base, UInt32(count)))
            size += UInt64(count)
            stream.pointee.next_in = UnsafeMutablePointer(mutating: base)
            stream.pointee.avail_in = UInt32(count)
            try pump(Z_NO_FLUSH)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
    }

    func finish() throws {
        stream.pointee.next_in = nil
        stream.pointee.avail_in = 0
        try pump(Z_FINISH)
    }

    private func pump(_ flush: Int32) throws {
        var isFull = true
        while isFull {
            let count = output.withUnsafeMutableBufferPointer { buffer in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                _ = deflate(stream, flush)
                return buffer.count - Int(stream.pointee.avail_out)
            }
            try sink.write(output[..<count])
            packed += UInt64(count)
            isFull = count == output.count
        }
    }
}
