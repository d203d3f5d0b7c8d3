/// The objects of a JSON text one at a time: those of a list, or one after another. Memory is bounded by the longest.
struct JSONElements: ~Copyable {
    private var bytes: ByteReader
    private var line = 1
    private var isEmpty = true

    init(_ bytes: consuming ByteReader) { self.bytes = bytes }

    /// The next object and the line it begins on; `nil` at the end.
    ///
    /// - Throws: ``ArticleError/json(path:line:detail:)`` for what is no list of objects, and ``ArticleError/limit(path:line:detail:)``.
    mutating func next(limit: Int) throws(ArticleError) -> (element: [UInt8], line: Int)? {
        var element: [UInt8] = []
        var first = line
        var depth = 0
        var isInString = false
        var isEscaped = false
        while true {
            let chunk = try bytes.peek(1 << 16)
            guard !chunk.isEmpty else {
                guard depth == 0 else {
                    throw .json(path: bytes.path, line: first, detail: "the object that begins here does not end")
                }
                guard !isEmpty else { throw .empty(path: bytes.path, line: nil) }
                return nil
            }
            var index = chunk.startIndex
            while index < chunk.endIndex {
                let byte = chunk[index]
                index += 1
                if byte == 0x0A { line += 1 }
                if depth == 0 {
                    switch byte {
                    case UInt8(ascii: "{"):
                        depth = 1
                        isEmpty = false
                        first = line
                        element.append(byte)
                    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), 0xEF, 0xBB,
                        0xBF:
                        break
                    default:
                        throw .json(
                            path: bytes.path, line: line,
                            detail: "found '\(Unicode.Scalar(byte))' where an object should begin")
                    }
                    continue
                }
                element.append(byte)
                if isInString {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isInString = false
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "}"):
                    depth -= 1
                    if depth == 0 {
                        try bytes.skip(index - chunk.startIndex)
                        return (element, first)
                    }
                default: break
                }
            }
            if element.count > limit {
                throw .limit(path: bytes.path, line: first, detail: ByteReader.tooLong(limit))
            }
            try bytes.skip(chunk.count)
        }
    }
}
