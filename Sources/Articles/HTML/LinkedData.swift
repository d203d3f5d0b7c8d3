/// What a page says of itself in JSON-LD (schema.org): the object whose type is an article.
struct LinkedData {
    private(set) var title: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var url: String?
    private(set) var publisher: String?
    private(set) var body: String?
    private(set) var language: String?

    init(_ tree: HTMLTree) {
        var best = 0
        for index in tree.nodes.indices
        where tree.nodes[index].name == "script" && tree.nodes[index].end > index + 1 {
            guard let root = Self.parse(tree.rawText(of: index)) else { continue }
            var pending: [(node: JSONNode, depth: Int)] = [(root, 0)]
            // Breadth first, and not far: what is nested are other articles that this one links to.
            var next = 0
            while next < pending.count, next < 2_000 {
                let (node, depth) = pending[next]
                next += 1
                switch node {
                case .array(let list): pending += list.map { ($0, depth) }
                case .object(let members):
                    let rank = Self.rank(node["@type"])
                    if rank > best {
                        best = rank
                        take(node)
                    }
                    if depth < 2 {
                        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                            if let inner = members[key] { pending.append((inner, depth + 1)) }
                        }
                    }
                case .string, .other: break
                }
            }
        }
    }

    /// JSON as pages carry it: with bare line ends in strings, in a comment or a CDATA section.
    private static func parse(_ bytes: [UInt8]) -> JSONNode? {
        guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
        else { return nil }
        var json = bytes[start...end].map { $0 < 0x20 ? 0x20 : $0 }
        JSONSurrogates.mend(&json)
        return JSONNode(json)
    }

    /// How surely an object of this type is the article of the page; 0 for others.
    private static func rank(_ type: JSONNode?) -> Int {
        switch type {
        case .array(let list): return list.map { rank($0) }.max() ?? 0
        case .string(let name):
            if name.hasSuffix("NewsArticle") { return 4 }
            if name.hasSuffix("Article") || name.hasSuffix("BlogPosting") { return 3 }
            if name.hasSuffix("VideoObject") || name.hasSuffix("SocialMediaPosting") { return 2 }
            return name.hasSuffix("WebPage") ? 1 : 0
        default: return 0
        }
    }

    private mutating func take(_ node: JSONNode) {
        title = node["headline"]?.text ?? node["name"]?.text
        published = node["datePublished"]?.text ?? node["uploadDate"]?.text ?? node["dateCreated"]?.text
        modified = node["dateModified"]?.text
        url = node["mainEntityOfPage"]?["@id"]?.text ?? node["mainEntityOfPage"]?.text ?? node["url"]?.text
        body = node["articleBody"]?.text
        // A code, or an object of schema.org's type Language.
        language =
            node["inLanguage"]?.text ?? node["inLanguage"]?["alternateName"]?.text ?? node["inLanguage"]?["name"]?.text
        publisher = Self.name(of: node["publisher"])
    }

    private static func name(of node: JSONNode?) -> String? {
        switch node {
        case .array(let list): list.lazy.compactMap { name(of: $0) }.first
        case .object: node?["name"]?.text
        case .string(let text): text.contains("/") ? nil : text
        case .other, nil: nil
        }
    }
}
