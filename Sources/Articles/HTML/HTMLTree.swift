internal import CXML2

/// An HTML page as a flat list of nodes in document order: a subtree is a range of indices, so nothing that walks the page
/// needs recursion, however deep it is.
struct HTMLTree {
    struct Node {
        /// The element's name in lower case; `#text` for text.
        var name: String
        /// -1 for the root.
        var parent: Int
        /// The index after the subtree's last node.
        var end: Int
        /// Bytes in ``HTMLTree/text``; empty for elements.
        var text: Range<Int>
        var attributes: Range<Int>
    }

    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    private(set) var attributes: [(name: String, value: String)] = []

    /// More nodes than any article has.
    static let mostNodes = 1_000_000

    /// Reads a page with libxml2, which takes any bytes and mends what is not well formed. Nothing is loaded from elsewhere.
    ///
    /// - Parameter encoding: the name of the encoding of `bytes`, as libxml2 and iconv know it.
    /// - Returns: `nil` when there is no element at all.
    /// - Throws: ``ArticleError/limit(path:line:detail:)`` for a page nested too deeply or with too many nodes.
    init?(_ bytes: [UInt8], encoding: String, path: String) throws(ArticleError) {
        xmlInitParser()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        guard let parser = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        let tree = bytes.withUnsafeBytes { buffer in
            htmlCtxtReadMemory(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
                encoding, Int32(bitPattern: options))
        }
        guard let tree else { return nil }
        defer { xmlFreeDoc(tree) }
        // The parser stops at its own limits (256 levels, 10 MB in one text); what it has by then is not the page.
        if parser.pointee.disableSAX != 0, let message = xmlCtxtGetLastError(parser)?.pointee.message {
            throw .limit(path: path, line: nil, detail: "the page ends early: " + Self.oneLine(message))
        }
        guard let root = xmlDocGetRootElement(tree) else { return nil }
        copy(root)
        if nodes.count >= Self.mostNodes {
            throw .limit(path: path, line: nil, detail: "the page has more than \(Self.mostNodes) nodes")
        }
    }

    private static func oneLine(_ message: UnsafePointer<CChar>) -> String {
        String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Attributes that anyone asks for.
    private static let wanted: Set<String> = [
        "id", "class", "itemprop", "itemtype", "property", "name", "content", "datetime", "href", "rel", "role", "type",
        "lang", "xml:lang", "http-equiv", "style", "hidden", "aria-hidden", "title", "data-testid",
    ]

    /// Elements whose contents are no text of the page.
    private static let skipped: Set<String> = [
        "style", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    ]

    private mutating func copy(_ root: xmlNodePtr) {
        var current: xmlNodePtr? = root
        var parent = -1
        while let node = current, nodes.count < Self.mostNodes {
            if append(node, parent: parent), let child = node.pointee.children {
                parent = nodes.count - 1
                current = child
                continue
            }
            var here: xmlNodePtr? = node
            current = nil
            while let done = here {
                if done == root { break }
                if let next = done.pointee.next {
                    current = next
                    break
                }
                here = done.pointee.parent
                if parent >= 0 {
                    nodes[parent].end = nodes.count
                    parent = nodes[parent].parent
                }
            }
        }
        for index in nodes.indices where nodes[index].end == 0 { nodes[index].end = nodes.count }
    }

    /// - Returns: whether the children follow.
    private mutating func append(_ node: xmlNodePtr, parent: Int) -> Bool {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            guard let content = node.pointee.content else { return false }
            let start = text.count
            text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
            nodes.append(
                Node(name: "#text", parent: parent, end: nodes.count + 1, text: start..<text.count, attributes: 0..<0))
            return false
        case XML_ELEMENT_NODE:
            let name = Self.string(node.pointee.name).lowercased()
            guard !Self.skipped.contains(name) else { return false }
            let first = attributes.count
            var property = node.pointee.properties
            while let here = property {
                let name = Self.string(here.pointee.name).lowercased()
                if Self.wanted.contains(name) { attributes.append((name, Self.value(of: here))) }
                property = here.pointee.next
            }
            nodes.append(
                Node(name: name, parent: parent, end: 0, text: 0..<0, attributes: first..<attributes.count))
            let isScript = name == "script"
            let follows =
                node.pointee.children != nil
                && (!isScript || self[nodes.count - 1, "type"]?.lowercased().contains("ld+json") == true)
            if !follows { nodes[nodes.count - 1].end = nodes.count }
            return follows
        default: return false
        }
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    /// The text of an attribute, which libxml2 keeps as a list of pieces.
    private static func value(of attribute: xmlAttrPtr) -> String {
        guard let value = xmlNodeListGetString(attribute.pointee.doc, attribute.pointee.children, 1) else { return "" }
        defer { dateline_xml_free(value) }
        return String(cString: value)
    }

    // MARK: Reading

    /// The value of an attribute, or `nil` where it is missing or empty.
    subscript(node: Int, name: String) -> String? {
        for index in nodes[node].attributes where attributes[index].name == name {
            return attributes[index].value.isEmpty ? nil : attributes[index].value
        }
        return nil
    }

    /// The text of a subtree with white space collapsed, up to about `limit` bytes.
    func collapsedText(of node: Int, limit: Int = 4_000) -> String {
        var line = CollapsedText()
        for index in node..<nodes[node].end where line.count < limit {
            if nodes[index].text.isEmpty {
                if nodes[index].name == "br" { line.append([0x20]) }
            } else {
                line.append(text[nodes[index].text])
            }
        }
        return String(decoding: line.bytes, as: UTF8.self)
    }

    /// The raw text of a script.
    func rawText(of node: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in node..<nodes[node].end { bytes.append(contentsOf: text[nodes[index].text]) }
        return bytes
    }
}

/// Text with every run of white space made one space, and none at its beginning.
struct CollapsedText {
    private(set) var storage: [UInt8] = []
    private var isAfterSpace = true

    var count: Int { storage.count }

    /// Without the space at the end.
    var bytes: ArraySlice<UInt8> { storage.last == 0x20 ? storage.dropLast() : storage[...] }

    mutating func append(_ text: some Collection<UInt8>) {
        var rest = text.makeIterator()
        var pending = rest.next()
        while let byte = pending {
            pending = rest.next()
            if byte <= 0x20 || byte == 0x7F {
                space()
            } else if byte == 0xC2, pending == 0xA0 {
                // A no-break space.
                pending = rest.next()
                space()
            } else {
                storage.append(byte)
                isAfterSpace = false
            }
        }
    }

    private mutating func space() {
        if !isAfterSpace { storage.append(0x20) }
        isAfterSpace = true
    }
}
