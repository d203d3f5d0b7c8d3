internal import CXML2

/// RSS 2.0, RSS 1.0 (RDF) and Atom (RFC 4287): an article an entry, with the fullest text that it carries.
enum FeedReader {
    /// - Throws: ``ArticleError/malformed(path:line:detail:)`` for what is no feed, or declares entities of its own.
    static func articles(_ bytes: [UInt8], id: String, path: String) throws(ArticleError) -> [Article] {
        xmlInitParser()
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOCDATA.rawValue
        let tree = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, nil,
                Int32(bitPattern: options))
        }
        guard let tree else { throw .malformed(path: path, line: nil, detail: "this is no XML; expected RSS or Atom") }
        defer { xmlFreeDoc(tree) }
        // Entities that expand to others are how small files become huge ones; feeds need none.
        if let subset = tree.pointee.intSubset, subset.pointee.entities != nil {
            throw .limit(path: path, line: nil, detail: "the feed declares entities of its own, which are not expanded")
        }
        guard let root = xmlDocGetRootElement(tree), ["rss", "feed", "RDF"].contains(name(root)) else {
            throw .malformed(path: path, line: nil, detail: "this XML is no feed; expected RSS or Atom")
        }
        let channel = children(root, "channel").first ?? root
        let publisher = children(channel, "title").first.map(text)
        let entries =
            children(channel, "item") + (channel == root ? [] : children(root, "item")) + children(root, "entry")
        // RSS says it in an element, RDF in one of Dublin Core, Atom in an attribute.
        let language =
            children(channel, "language").first.map(text) ?? attribute(channel, "lang") ?? attribute(root, "lang")
        var articles: [Article] = []
        for (index, entry) in entries.enumerated() {
            var found = article(entry, number: index + 1, publisher: publisher, id: id, path: path)
            let own = children(entry, "language").first.map(text) ?? attribute(entry, "lang")
            found.language = LanguageIdentification.declared(own ?? language, of: found.text)
            articles.append(found)
        }
        guard !articles.isEmpty else { throw .empty(path: path, line: nil) }
        return articles
    }

    private static func article(
        _ entry: xmlNodePtr, number: Int, publisher: String?, id: String, path: String
    ) -> Article {
        func first(_ names: String...) -> String? {
            for name in names {
                for node in children(entry, name) {
                    let found = text(node)
                    if found.utf8.contains(where: { $0 > 0x20 }) { return found }
                }
            }
            return nil
        }
        let link = children(entry, "link").lazy.compactMap { node -> String? in
            if let relation = attribute(node, "rel"), relation != "alternate" { return nil }
            let address = attribute(node, "href") ?? text(node)
            return address.isEmpty ? nil : address.filter { !$0.isWhitespace }
        }.first
        let title = first("title").map { plain($0, path: path).split(separator: "\n").joined(separator: " ") }
        let body = first("encoded", "content") ?? first("description", "summary") ?? ""
        let date = first("pubDate", "published", "date", "issued", "updated", "modified")
        var content = plain(body, path: path)
        // An entry that is only a headline is an article of one line.
        if content.isEmpty { content = title ?? "" }
        let key = first("guid", "id").flatMap { $0.contains { $0 == "\n" } ? nil : $0 } ?? link ?? "\(id):\(number)"
        return Article(
            id: key.filter { !$0.isWhitespace }, text: content, title: title,
            publisher: first("source").flatMap { $0.contains("\n") ? nil : $0 } ?? publisher,
            published: date.flatMap { HTMLDates.day($0) }, url: link)
    }

    /// The text of a description, which is mostly HTML, paragraphs apart by blank lines.
    private static func plain(_ markup: String, path: String) -> String {
        guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return markup.trimmedWhiteSpace
        }
        let page = "<html><body><div>" + markup + "</div></body></html>"
        guard let tree = try? HTMLTree(Array(page.utf8), encoding: "UTF-8", path: path) else { return "" }
        let paragraphs = TextBlock.blocks(of: tree).map(\.text)
        return String(decoding: Array(paragraphs.joined(separator: [0x0A, 0x0A])), as: UTF8.self)
    }

    // MARK: Nodes

    private static func name(_ node: xmlNodePtr) -> String { node.pointee.name.map { String(cString: $0) } ?? "" }

    private static func children(_ node: xmlNodePtr, _ wanted: String) -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var child = node.pointee.children
        while let here = child {
            if here.pointee.type == XML_ELEMENT_NODE, name(here) == wanted { found.append(here) }
            child = here.pointee.next
        }
        return found
    }

    private static func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
        // `xml:lang` has a namespace.
        guard let value = name == "lang" ? xmlGetProp(node, name) : xmlGetNoNsProp(node, name) else { return nil }
        defer { dateline_xml_free(value) }
        return String(cString: value)
    }

    /// The characters of a subtree. Elements inside are the markup of XHTML content: their ends part paragraphs.
    private static func text(_ root: xmlNodePtr) -> String {
        var bytes: [UInt8] = []
        var current = root.pointee.children
        while let node = current {
            if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE,
                let content = node.pointee.content
            {
                bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
            }
            if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
                current = child
                continue
            }
            var here: xmlNodePtr? = node
            current = nil
            while let done = here, done != root {
                if done.pointee.type == XML_ELEMENT_NODE, !TextBlock.inline.contains(name(done)) {
                    bytes.append(contentsOf: "\n\n".utf8)
                }
                if let next = done.pointee.next {
                    current = next
                    break
                }
                here = done.pointee.parent
            }
        }
        return String(decoding: bytes, as: UTF8.self).trimmedWhiteSpace
    }
}

extension String {
    var trimmedWhiteSpace: String { String(self[...].trimmed) }
}
