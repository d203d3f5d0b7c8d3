/// Walks the bytes of `entries`. What lies outside reads as nothing, so that a damaged file cannot trap.
struct EntryCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    /// Where reading stops.
    private var end: Int

    /// - Parameter section: the whole of `entries`.
    init(_ section: UnsafeRawBufferPointer, at position: Int) {
        bytes = section
        end = section.count
        self.position = min(max(0, position), section.count)
    }

    var isAtEnd: Bool { position >= end }

    /// A LEB128 number; 0 at the end.
    @inline(__always)
    mutating func number() -> Int {
        guard position < end else { return 0 }
        let first = bytes[position]
        position += 1
        if first < 0x80 { return Int(first) }
        var value = Int(first & 0x7F)
        var shift = 7
        while position < end, shift < 56 {
            let byte = bytes[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    /// Bytes with their length before them, as far as they lie inside.
    @inline(__always)
    mutating func text() -> UnsafeRawBufferPointer {
        let length = min(number(), end - position)
        defer { position += length }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + length)])
    }

    /// Narrows the cursor to the spellings of the entry whose key was just read, and returns where the next begins.
    @inline(__always)
    mutating func enterSpellings() -> Int {
        end = endOfPart()
        return end
    }

    /// Reads a length, and returns where what is so long ends.
    @inline(__always)
    mutating func endOfPart() -> Int {
        let length = min(number(), end - position)
        return position + length
    }

    mutating func skip(to position: Int) { self.position = min(max(self.position, position), end) }
}
