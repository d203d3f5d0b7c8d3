/// A line that an engine sent, whatever it holds.
public struct EngineLine: Sendable {
    /// From 1.
    public var number: Int
    /// The id as JSON: that of the document as it is written, or a name made of a hash of the line.
    public var id: [UInt8]
    public var bytes: [UInt8]
    /// Why it is no document.
    public var fault: ArticleError?

    /// The document, to be read; ids and warnings name it by its line.
    public func document(path: String, published: PartialDate?, givenSpans: Bool) -> PendingDocument {
        PendingDocument(
            form: fault.map { .failed($0) } ?? .json(givenSpans: givenSpans), bytes: bytes, id: "\(path):\(number)",
            path: path, line: number, published: published)
    }
}

/// The lines of standard input or of a file for a filter that answers each: blank ones too, and those that are too long.
public struct EngineLines: ~Copyable {
    private var bytes: ByteReader
    private let path: String
    private let limit: Int
    private var number = 0

    /// - Parameter limit: the bytes of the longest line that is read.
    /// - Throws: ``ArticleError`` when there is no such file.
    public init(path: String, limit: Int) throws(ArticleError) {
        bytes = try ByteReader(path: path)
        self.path = path
        self.limit = limit
    }

    /// Whether a line is at hand.
    public mutating func isReady() -> Bool { bytes.isLineReady() }

    public mutating func next() throws(ArticleError) -> EngineLine? {
        guard let (whole, hash, isCut) = try bytes.cutLine(limit: limit) else { return nil }
        var line = whole
        number += 1
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        if line.last == 0x0D { line.removeLast() }
        var id = Array("\"content:\(String(hash, radix: 16))\"".utf8)
        if let own = JSONMember.raw("id", in: line), Self.isScalar(own) { id = Array(own) }
        var fault: ArticleError?
        if isCut {
            fault = .limit(path: path, line: number, detail: ByteReader.tooLong(limit))
            line = []
        } else if !line.contains(where: { $0 > 0x20 }) {
            fault = .json(path: path, line: number, detail: "found an empty line")
        }
        return EngineLine(number: number, id: id, bytes: line, fault: fault)
    }

    /// Whether these bytes are a string or a number that can be passed on as they are.
    private static func isScalar(_ json: ArraySlice<UInt8>) -> Bool {
        guard UTF8Check.firstInvalid(Array(json)) == nil, !json.contains(where: { $0 < 0x20 }) else { return false }
        var wrapped = Array("[".utf8) + json + Array("]".utf8)
        JSONSurrogates.mend(&wrapped)
        guard case .array(let list)? = JSONNode(wrapped), list.count == 1 else { return false }
        return json != ArraySlice("null".utf8)
    }
}
