/// Sorts the names of an index by key, in runs that go to temporary files when they outgrow the memory.
///
/// A record is `ordinal u32, kind u8, zero u8, key length u16, name length u16, key, name`.
struct PostingSorter {
    private let folder: String
    private let memory: Int
    private var buffer: [UInt8] = []
    private var entries: [(head: UInt64, offset: UInt32)] = []
    private var runs: [PostingRun] = []
    private(set) var count = 0
    static let headerSize = 10

    init(folder: String, memory: Int) {
        self.folder = folder
        // Offsets are of 32 bits.
        self.memory = min(memory, 2 << 30)
    }

    mutating func add(
        key: [UInt8], name: UnsafeBufferPointer<UInt8>, ordinal: UInt32, kind: NameKind
    ) throws(GazetteerError) {
        let size = Self.headerSize + key.count + name.count
        if buffer.count + size > memory { try spill() }
        entries.append((Self.head(key), UInt32(buffer.count)))
        buffer.appendInteger(ordinal)
        buffer.append(kind.rawValue)
        buffer.append(0)
        buffer.appendInteger(UInt16(key.count))
        buffer.appendInteger(UInt16(name.count))
        buffer.append(contentsOf: key)
        buffer.append(contentsOf: name)
        count += 1
    }

    /// The first eight bytes of a key, for a quick comparison.
    static func head(_ key: some Sequence<UInt8>) -> UInt64 {
        var head: UInt64 = 0
        var shift: UInt64 = 64
        for byte in key {
            shift -= 8
            head |= UInt64(byte) << shift
            if shift == 0 { break }
        }
        return head
    }

    private mutating func sort() {
        buffer.withUnsafeBytes { bytes in
            entries.sort { a, b in
                if a.head != b.head { return a.head < b.head }
                let (keyA, keyB) = (Posting.key(bytes, Int(a.offset)), Posting.key(bytes, Int(b.offset)))
                let order = Posting.compare(keyA, keyB)
                return order != 0 ? order < 0 : a.offset < b.offset
            }
        }
    }

    private mutating func spill() throws(GazetteerError) {
        sort()
        let file = try TemporaryFile(folder: folder)
        var chunk: [UInt8] = []
        chunk.reserveCapacity(1 << 20)
        for entry in entries {
            let start = Int(entry.offset)
            let size = buffer.withUnsafeBytes { Posting.size($0, start) }
            if chunk.count + size > 1 << 20 {
                try file.write(chunk)
                chunk.removeAll(keepingCapacity: true)
            }
            chunk.append(contentsOf: buffer[start..<(start + size)])
        }
        try file.write(chunk)
        runs.append(PostingRun(file: file))
        buffer.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    /// Visits all records in order of key; of equal keys the earlier added first.
    mutating func merge(_ body: (Posting) throws(GazetteerError) -> Void) throws(GazetteerError) {
        if runs.isEmpty {
            sort()
            for entry in entries {
                var failure: GazetteerError?
                buffer.withUnsafeBytes { bytes in
                    do throws(GazetteerError) { try body(Posting(bytes, Int(entry.offset))) } catch { failure = error }
                }
                if let failure { throw failure }
            }
        } else {
            if !entries.isEmpty { try spill() }
            buffer = []
            entries = []
            for run in runs { try run.advance() }
            while true {
                var best: PostingRun?
                for run in runs where !run.isAtEnd {
                    if let known = best, !run.precedes(known) { continue }
                    best = run
                }
                guard let run = best else { break }
                try body(run.current)
                try run.advance()
            }
        }
        runs = []
        buffer = []
        entries = []
    }
}

/// A record of the sorter. Valid until the run it comes from moves on.
struct Posting {
    var ordinal: UInt32
    var kind: UInt8
    var key: UnsafeRawBufferPointer
    var name: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer, _ offset: Int) {
        ordinal = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        kind = bytes[offset + 4]
        key = Self.key(bytes, offset)
        let end = offset + PostingSorter.headerSize + key.count
        name = UnsafeRawBufferPointer(rebasing: bytes[end..<(offset + Self.size(bytes, offset))])
    }

    static func key(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UnsafeRawBufferPointer {
        let count = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 6, as: UInt16.self)))
        let start = offset + PostingSorter.headerSize
        return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)])
    }

    static func size(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        let key = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 6, as: UInt16.self))
        let name = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt16.self))
        return PostingSorter.headerSize + Int(key) + Int(name)
    }

    /// Negative, zero or positive, by bytes.
    static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
        for index in 0..<min(a.count, b.count) where a[index] != b[index] { return Int(a[index]) - Int(b[index]) }
        return a.count - b.count
    }
}

/// A sorted run, read back in order.
final class PostingRun {
    private let file: TemporaryFile
    private let chunk: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var position = 0
    private(set) var isAtEnd = false
    private var head: UInt64 = 0

    init(file: TemporaryFile) {
        self.file = file
        // Twice the largest record, so that one always fits after the rest is moved to the front.
        chunk = .allocate(byteCount: 1 << 20, alignment: 8)
    }

    deinit { chunk.deallocate() }

    private var nextSize = 0

    var current: Posting { Posting(UnsafeRawBufferPointer(chunk), position) }

    func advance() throws(GazetteerError) {
        position += nextSize
        if filled - position < PostingSorter.headerSize || filled - position < size { try refill() }
        guard filled - position >= PostingSorter.headerSize else {
            isAtEnd = true
            return
        }
        nextSize = size
        head = PostingSorter.head(current.key)
    }

    private var size: Int { Posting.size(UnsafeRawBufferPointer(chunk), position) }

    private func refill() throws(GazetteerError) {
        let rest = filled - position
        if rest > 0, let base = chunk.baseAddress { base.copyMemory(from: base + position, byteCount: rest) }
        position = 0
        filled = rest
        filled += try file.read(UnsafeMutableRawBufferPointer(rebasing: chunk[rest...]))
    }

    func precedes(_ other: PostingRun) -> Bool {
        head != other.head ? head < other.head : Posting.compare(current.key, other.current.key) < 0
    }
}
