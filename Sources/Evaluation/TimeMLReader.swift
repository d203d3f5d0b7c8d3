internal import CXML2

/// A document of TimeML (ISO 24617-1): its text, its date and its time expressions.
public struct TimeMLDocument: Hashable, Sendable {
    /// A `TIMEX3` element of the text.
    public struct Expression: Hashable, Sendable {
        /// Offsets into the UTF-8 bytes of ``TimeMLDocument/text``, `end` exclusive.
        public var start: Int
        public var end: Int
        /// `DATE`, `TIME`, `DURATION` or `SET`.
        public var type: String
        public var value: String
        public var mod: String?

        public init(start: Int, end: Int, type: String, value: String, mod: String? = nil) {
            self.start = start
            self.end = end
            self.type = type
            self.value = value
            self.mod = mod
        }
    }

    /// The characters of the `TEXT` element, or of the whole document where it has none.
    public var text = ""
    /// The value of the `TIMEX3` whose `functionInDocument` is `CREATION_TIME`, else `PUBLICATION_TIME`.
    public var creationTime: String?
    /// In the order of the text; those without any text are left out.
    public var expressions: [Expression] = []
}

/// A TimeML file that cannot be read.
public struct TimeMLError: Error, Hashable, CustomStringConvertible {
    public var path: String
    public var line: Int
    public var detail: String

    public var description: String {
        "\(path): line \(line): \(detail); 'evaluate times' reads TimeML, which is well-formed XML with TIMEX3 elements"
    }
}

extension TimeMLDocument {
    /// Reads a file of TimeML with libxml2: nothing outside the file is loaded, entities of its own are not expanded.
    ///
    /// - Throws: ``TimeMLError`` for what is not well-formed.
    public init(bytes: [UInt8], path: String) throws {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let tree = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, nil,
                options)
        }
        guard let tree, let root = xmlDocGetRootElement(tree) else {
            let error = xmlGetLastError()
            let message = error.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "no XML"
            throw TimeMLError(
                path: path, line: Int(error?.pointee.line ?? 0),
                detail: message.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        defer { xmlFreeDoc(tree) }
        self.init()
        let body = Self.first("TEXT", in: root, depth: 0) ?? root
        var utf8: [UInt8] = []
        collect(body, into: &utf8, depth: 0)
        text = String(decoding: utf8, as: UTF8.self)
        creationTime =
            Self.time(withFunction: "CREATION_TIME", in: root, depth: 0)
            ?? Self.time(withFunction: "PUBLICATION_TIME", in: root, depth: 0)
        expressions.sort { ($0.start, $1.end) < ($1.start, $0.end) }
    }

    /// What is nested deeper than any annotation is.
    private static let deepest = 200

    private static func children(_ node: xmlNodePtr) -> [xmlNodePtr] {
        var result: [xmlNodePtr] = []
        var child = node.pointee.children
        while let here = child {
            result.append(here)
            child = here.pointee.next
        }
        return result
    }

    private static func name(_ node: xmlNodePtr) -> String {
        node.pointee.type == XML_ELEMENT_NODE ? node.pointee.name.map { String(cString: $0) } ?? "" : ""
    }

    private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        guard let value = xmlGetProp(node, name) else { return nil }
        defer { dateline_xml_free(value) }
        return String(cString: value)
    }

    private static func first(_ wanted: String, in node: xmlNodePtr, depth: Int) -> xmlNodePtr? {
        guard depth < deepest else { return nil }
        if name(node) == wanted { return node }
        for child in children(node) {
            if let found = first(wanted, in: child, depth: depth + 1) { return found }
        }
        return nil
    }

    private static func time(withFunction function: String, in node: xmlNodePtr, depth: Int) -> String? {
        guard depth < deepest else { return nil }
        if name(node) == "TIMEX3", attribute("functionInDocument", of: node) == function {
            return attribute("value", of: node)
        }
        for child in children(node) {
            if let found = time(withFunction: function, in: child, depth: depth + 1) { return found }
        }
        return nil
    }

    private mutating func collect(_ node: xmlNodePtr, into text: inout [UInt8], depth: Int) {
        guard depth < Self.deepest else { return }
        let start = text.count
        for child in Self.children(node) {
            switch child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = child.pointee.content { text += String(cString: content).utf8 }
            default: collect(child, into: &text, depth: depth + 1)
            }
        }
        guard Self.name(node) == "TIMEX3", text.count > start else { return }
        expressions.append(
            Expression(
                start: start, end: text.count, type: Self.attribute("type", of: node) ?? "",
                value: Self.attribute("value", of: node) ?? "", mod: Self.attribute("mod", of: node)))
    }
}
