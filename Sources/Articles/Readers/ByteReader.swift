#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The bytes of a file or of standard input, read in chunks and unpacked where they are gzip: memory is bounded by what is asked for.
struct ByteReader: ~Copyable {
    private let descriptor: Int32
    let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var packed: [UInt8] = []
    private var packedStart = 0
    private var gunzip: Gunzip?
    private var isBegun = false
    private var decoder: StreamDecoder?
    private static let chunk = 1 << 18
    /// How much is asked for at a time: a whole small file and one byte more.
    private let step: Int

    /// - Parameter path: a file, or `-` for standard input.
    init(path: String) throws(ArticleError) {
        self.path = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            step = Self.chunk
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .missing(path: path) : .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        step = isFile ? max(1024, min(Self.chunk, Int(clamping: status.st_size) &+ 1)) : Self.chunk
    }

    deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

    /// The next line without its line feed, or `nil` at the end.
    ///
    /// - Throws: ``ArticleError/limit(path:line:detail:)`` for a longer one, which is skipped: the next call goes on after it.
    mutating func line(limit: Int = .max) throws(ArticleError) -> [UInt8]? {
        var searched = start
        while true {
            if let feed = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = feed + 1 }
                guard feed - start <= limit else { throw .limit(path: path, line: nil, detail: Self.tooLong(limit)) }
                return Array(buffer[start..<feed])
            }
            if buffer.count - start > limit {
                try skipLine()
                throw .limit(path: path, line: nil, detail: Self.tooLong(limit))
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return Array(buffer[start...])
            }
            searched -= start
            try fill()
        }
    }

    /// The next line and whether it had an end, or `nil` at the end.
    mutating func lineOrRest() throws(ArticleError) -> (line: [UInt8], isWhole: Bool)? {
        guard let line = try line() else { return nil }
        return (line, start > 0 && buffer[start - 1] == 0x0A)
    }

    /// The next line, a longer one cut at `limit`, with a hash of all its bytes; `nil` at the end.
    mutating func cutLine(limit: Int) throws(ArticleError) -> (bytes: [UInt8], hash: UInt64, isCut: Bool)? {
        var line: [UInt8] = []
        var hash = ContentHash()
        var length = 0
        while true {
            let piece = buffer[start...]
            let feed = piece.firstIndex(of: 0x0A)
            let part = piece[..<(feed ?? piece.endIndex)]
            length += part.count
            hash.add(part)
            line += part.prefix(max(0, limit - line.count))
            if let feed {
                start = feed + 1
                return (line, hash.value, length > limit)
            }
            start = buffer.count
            if isAtEnd { return length == 0 ? nil : (line, hash.value, length > limit) }
            try fill()
        }
    }

    static func tooLong(_ limit: Int) -> String { "the document is longer than \(limit) bytes" }

    private mutating func skipLine() throws(ArticleError) {
        while true {
            if let feed = buffer[start...].firstIndex(of: 0x0A) {
                start = feed + 1
                return
            }
            start = buffer.count
            guard !isAtEnd else { return }
            try fill()
        }
    }

    /// Everything not read yet.
    ///
    /// - Throws: ``ArticleError/limit(path:line:detail:)`` when there is more than `limit`.
    mutating func rest(limit: Int = .max) throws(ArticleError) -> [UInt8] {
        while !isAtEnd {
            try fill()
            if buffer.count - start > limit { throw .limit(path: path, line: nil, detail: Self.tooLong(limit)) }
        }
        defer { start = buffer.count }
        return start == 0 ? buffer : Array(buffer[start...])
    }

    /// The next bytes, `count` of them or what there is until the end; they are not taken.
    mutating func peek(_ count: Int) throws(ArticleError) -> ArraySlice<UInt8> {
        while !isAtEnd, buffer.count - start < count { try fill() }
        return buffer[start...].prefix(count)
    }

    /// The bytes up to the first that is no white space, and `more` after it; they are not taken. Reads no further than it must.
    mutating func peekText(more: Int) throws(ArticleError) -> ArraySlice<UInt8> {
        var searched = start
        while true {
            if let first = buffer[searched...].firstIndex(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
            ),
                isAtEnd || buffer.count - first >= more || buffer[first] == UInt8(ascii: "{")
            {
                return buffer[start...].prefix(first - start + more)
            }
            if isAtEnd { return buffer[start...] }
            let offset = searched - start
            try fill()
            searched = start + offset
        }
    }

    /// Takes up to `count` bytes.
    mutating func take(_ count: Int) throws(ArticleError) -> [UInt8] {
        let bytes = Array(try peek(count))
        start += bytes.count
        return bytes
    }

    /// Takes and forgets up to `count` bytes.
    mutating func skip(_ count: Int) throws(ArticleError) {
        var left = count
        while left > 0 {
            if start == buffer.count {
                guard !isAtEnd else { return }
                try fill()
            }
            let step = min(left, buffer.count - start)
            start += step
            left -= step
        }
    }

    /// Whether a whole line is at hand, or the end, without waiting for the descriptor. Takes in what has come.
    mutating func isLineReady() -> Bool {
        var searched = start
        while !isAtEnd {
            if buffer[searched...].contains(0x0A) { return true }
            searched = buffer.count - start
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, 0) > 0 else { return false }
            do { try fill() } catch { return true }
            searched += start
        }
        return true
    }

    // MARK: Encodings

    /// The encoding by the first bytes: by a mark, else the one that is given, else one that is plainly not UTF-8; `nil` when they
    /// do not tell. Waits for no more than has come already.
    mutating func detectEncoding(given: TextEncoding?) throws(ArticleError) -> TextEncoding? {
        let head = try peek(4)
        if let known = TextEncoding(mark: head) ?? given { return known }
        return EncodingDetector.streamEncoding(Array(buffer[start...].prefix(1 << 16)))
    }

    /// From here on what is read is UTF-8 made of `encoding`.
    mutating func decode(from encoding: TextEncoding) {
        decoder = StreamDecoder(encoding)
        buffer = decoder?.decode(buffer[start...], isLast: isAtEnd) ?? []
        start = 0
    }

    // MARK: Filling

    private mutating func fill() throws(ArticleError) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        guard decoder != nil else { return try fillRaw() }
        let known = buffer
        buffer = []
        try fillRaw()
        let decoded = decoder?.decode(buffer[...], isLast: isAtEnd) ?? []
        buffer = known + decoded
    }

    private mutating func fillRaw() throws(ArticleError) {
        if !isBegun {
            isBegun = true
            packed = try readChunk()
            if packed.count == 1 { packed += try readChunk() }
            if packed.starts(with: [0x1F, 0x8B]) {
                gunzip = try Gunzip(path: path)
            } else {
                isAtEnd = packed.isEmpty
                buffer += packed
                packed = []
                return
            }
        } else if gunzip == nil {
            let chunk = try readChunk()
            isAtEnd = chunk.isEmpty
            buffer += chunk
            return
        }
        try unpack()
    }

    private mutating func unpack() throws(ArticleError) {
        guard let gunzip else { return }
        let before = buffer.count
        while buffer.count == before {
            if packedStart == packed.count {
                packed = try readChunk()
                packedStart = 0
                if packed.isEmpty {
                    isAtEnd = true
                    guard gunzip.isBetweenMembers else {
                        throw .unreadable(path: path, reason: "the gzip data end too early; fetch the file again")
                    }
                    return
                }
            }
            packedStart += try gunzip.unpack(packed[packedStart...], into: &buffer, most: Self.chunk, path: path)
        }
    }

    private func readChunk() throws(ArticleError) -> [UInt8] {
        var got = -1
        let chunk = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
            repeat {
                got = Self.readDescriptor(descriptor, UnsafeMutableRawBufferPointer(buffer))
            } while got < 0 && errno == EINTR
            count = max(0, got)
        }
        guard got >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        return chunk
    }

    private static func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        read(descriptor, buffer.baseAddress, buffer.count)
    }
}
