/// The pages of a crawl (WARC, ISO 28500): one `response` record after another.
struct WARCReader: ~Copyable {
    struct Page: Sendable {
        var address: String
        var charset: String?
        var bytes: [UInt8]
    }

    enum Item: Sendable {
        case page(Page)
        /// A record that could not be read; the next one can.
        case failure(ArticleError)
    }

    private var bytes: ByteReader
    private static let longestHeader = 1 << 16

    init(_ bytes: consuming ByteReader) { self.bytes = bytes }

    /// The next page; records that are no page (requests, metadata, images, errors) are passed over.
    ///
    /// - Throws: ``ArticleError/malformed(path:line:detail:)`` where the file is no WARC; nothing can be read after that.
    mutating func next(limit: Int) throws(ArticleError) -> Item? {
        while true {
            guard let version = try nextLine() else { return nil }
            if version.isEmpty { continue }
            guard version.starts(with: "WARC/".utf8) else {
                throw .malformed(path: bytes.path, line: nil, detail: "found no WARC record where one should begin")
            }
            let header = try fields()
            guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
                throw .malformed(path: bytes.path, line: nil, detail: "found a WARC record without Content-Length")
            }
            let address = header["warc-target-uri"]?.trimmingBrackets ?? ""
            guard header["warc-type"] == "response", address.hasPrefix("http") else {
                try bytes.skip(length)
                continue
            }
            guard length <= limit else {
                try bytes.skip(length)
                return .failure(.limit(path: address, line: nil, detail: ByteReader.tooLong(limit)))
            }
            let block = try bytes.take(length)
            guard block.count == length else {
                throw .malformed(path: bytes.path, line: nil, detail: "the last WARC record ends too early")
            }
            do throws(ArticleError) {
                if let page = try HTTPResponse.page(block, address: address, limit: limit) { return .page(page) }
            } catch {
                return .failure(error)
            }
        }
    }

    private mutating func nextLine() throws(ArticleError) -> [UInt8]? {
        guard var line = try bytes.line(limit: Self.longestHeader) else { return nil }
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// The named fields up to an empty line, names in lower case.
    private mutating func fields() throws(ArticleError) -> [String: String] {
        var lines: [[UInt8]] = []
        while let line = try nextLine(), !line.isEmpty, lines.count < 1_000 { lines.append(line) }
        return HTTPResponse.fields(lines)
    }
}

/// What a server answered, as it came over the wire (RFC 9112).
enum HTTPResponse {
    /// - Returns: `nil` for what is no page of HTML, or no success.
    static func page(_ block: [UInt8], address: String, limit: Int) throws(ArticleError) -> WARCReader.Page? {
        var lines: [[UInt8]] = []
        var rest = block[...]
        while let feed = rest.firstIndex(of: 0x0A) {
            var line = Array(rest[..<feed])
            rest = rest[(feed + 1)...]
            if line.last == 0x0D { line.removeLast() }
            if line.isEmpty { break }
            lines.append(line)
        }
        guard let status = lines.first, status.starts(with: "HTTP/".utf8),
            status.split(separator: 0x20).dropFirst().first?.first == UInt8(ascii: "2")
        else { return nil }
        let header = fields(lines.dropFirst())
        let type = (header["content-type"] ?? "text/html").lowercased()
        guard type.contains("html") else { return nil }
        var body = Array(rest)
        // Crawlers often undo both and leave the fields: what does not parse is taken as it is.
        if header["transfer-encoding"]?.lowercased().contains("chunked") == true { body = unchunked(body) ?? body }
        if body.starts(with: [0x1F, 0x8B]) {
            var text: [UInt8] = []
            let gunzip = try Gunzip(path: address)
            var used = 0
            while used < body.count {
                let taken = try gunzip.unpack(body[used...], into: &text, most: 1 << 20, path: address)
                guard text.count <= limit else {
                    throw .limit(path: address, line: nil, detail: ByteReader.tooLong(limit))
                }
                guard taken > 0 else { break }
                used += taken
            }
            body = text
        }
        let charset = type.firstRange(of: "charset=").map { range in
            String(
                type[range.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix {
                    $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
                })
        }
        return WARCReader.Page(address: address, charset: charset, bytes: body)
    }

    static func fields(_ lines: some Sequence<[UInt8]>) -> [String: String] {
        var fields: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            fields[name] = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmedWhiteSpace
        }
        return fields
    }

    /// The body without the lengths of its chunks; `nil` when it is not chunked.
    private static func unchunked(_ body: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var rest = body[...]
        while let feed = rest.firstIndex(of: 0x0A) {
            let digits = rest[..<feed].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
            guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0 else { return nil }
            rest = rest[(feed + 1)...]
            if length == 0 { return result }
            guard length <= rest.count else { return nil }
            result += rest.prefix(length)
            rest = rest.dropFirst(length)
            if rest.first == 0x0D { rest = rest.dropFirst() }
            if rest.first == 0x0A { rest = rest.dropFirst() }
        }
        return result.isEmpty ? nil : result
    }
}

extension String {
    fileprivate var trimmingBrackets: String {
        hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
    }
}
