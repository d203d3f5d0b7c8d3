/// The members of a zip (PKWARE APPNOTE 6.3), from its central directory.
enum ZipDirectory {
    struct Member {
        var name: String
        var method: Int
        var checksum: UInt32
        /// Where its data lie in the file.
        var range: Range<Int>
    }

    static func members(of file: FileStream) throws(GazetteerError) -> [Member] {
        let tailStart = max(0, file.size - 65_557)
        let tail = try file.bytes(tailStart..<file.size)
        guard
            let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
                number(tail, $0, 4) == 0x0605_4B50
            })
        else { throw damaged(file, "it has no directory") }
        var start = number(tail, end + 16, 4)
        var size = number(tail, end + 12, 4)
        if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
            guard end >= 20, number(tail, end - 20, 4) == 0x0706_4B50 else { throw damaged(file, "no zip64 locator") }
            let record = number(tail, end - 12, 8)
            guard record >= 0, record <= file.size else { throw damaged(file, "its zip64 record lies outside it") }
            let wide = try file.bytes(record..<(record &+ 56))
            guard wide.count == 56, number(wide, 0, 4) == 0x0606_4B50 else { throw damaged(file, "no zip64 record") }
            (size, start) = (number(wide, 40, 8), number(wide, 48, 8))
        }
        guard start >= 0, size >= 0, start <= file.size, size <= file.size - start, size < 1 << 28 else {
            throw damaged(file, "its directory lies outside it")
        }
        let directory = try file.bytes(start..<(start + size))
        var members: [Member] = []
        var position = 0
        while position + 46 <= directory.count, number(directory, position, 4) == 0x0201_4B50 {
            let lengths = [28, 30, 32].map { number(directory, position + $0, 2) }
            let next = position + 46 + lengths.reduce(0, +)
            guard next <= directory.count else { break }
            let name = directory[(position + 46)..<(position + 46 + lengths[0])]
            var compressed = number(directory, position + 20, 4)
            var header = number(directory, position + 42, 4)
            let extra = Array(directory[(position + 46 + lengths[0])..<(position + 46 + lengths[0] + lengths[1])])
            widen(&compressed, &header, isLong: number(directory, position + 24, 4) == 0xFFFF_FFFF, extra)
            members.append(
                Member(
                    name: String(decoding: name, as: UTF8.self), method: number(directory, position + 10, 2),
                    checksum: UInt32(truncatingIfNeeded: number(directory, position + 16, 4)),
                    range: try dataRange(file, header: header, size: compressed)))
            position = next
        }
        return members
    }

    /// Takes sizes over 4 GB from the zip64 field of `extra`.
    private static func widen(_ compressed: inout Int, _ header: inout Int, isLong: Bool, _ extra: [UInt8]) {
        var position = 0
        while position + 4 <= extra.count {
            let size = number(extra, position + 2, 2)
            if number(extra, position, 2) == 1 {
                var field = position + 4 + (isLong ? 8 : 0)
                if compressed == 0xFFFF_FFFF {
                    compressed = number(extra, field, 8)
                    field += 8
                }
                if header == 0xFFFF_FFFF { header = number(extra, field, 8) }
                return
            }
            position += 4 + size
        }
    }

    private static func dataRange(_ file: FileStream, header: Int, size: Int) throws(GazetteerError) -> Range<Int> {
        guard header >= 0, size >= 0, header < file.size - 30 else { throw damaged(file, "a member lies outside it") }
        let local = try file.bytes(header..<(header + 30))
        guard number(local, 0, 4) == 0x0403_4B50 else { throw damaged(file, "a member has no header") }
        let start = header + 30 + number(local, 26, 2) + number(local, 28, 2)
        guard start <= file.size, size <= file.size - start else { throw damaged(file, "a member is cut off") }
        return start..<(start + size)
    }

    /// A little-endian number; 0 outside.
    private static func number(_ bytes: [UInt8], _ offset: Int, _ length: Int) -> Int {
        guard offset >= 0, offset + length <= bytes.count else { return 0 }
        var value: UInt64 = 0
        for index in (0..<length).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
        return Int(truncatingIfNeeded: value & (1 << 62 - 1))
    }

    private static func damaged(_ file: FileStream, _ reason: String) -> GazetteerError {
        .unreadable(path: file.path, reason: "the zip is damaged: " + reason)
    }
}
