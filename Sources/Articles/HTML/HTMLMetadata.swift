/// Title, canonical address and publisher of a page, from what it says of itself for machines, best first.
struct HTMLMetadata {
    let linked: LinkedData
    /// `meta` elements in order: the name (or property, or itemprop) in lower case, and the content.
    let meta: [(name: String, content: String)]
    private(set) var title: String?
    private(set) var url: String?
    private(set) var publisher: String?
    /// The code of the language it says it is in.
    private(set) var language: String?
    /// What the page says it is about: the only text of a page that shows none.
    private(set) var summary: String?

    init(_ tree: HTMLTree) {
        linked = LinkedData(tree)
        var meta: [(name: String, content: String)] = []
        var canonical: String?
        var heading: String?
        var headings = 0
        var pageTitle: String?
        var pageLanguage: String?
        for index in tree.nodes.indices {
            switch tree.nodes[index].name {
            case "html": pageLanguage = pageLanguage ?? tree[index, "lang"] ?? tree[index, "xml:lang"]
            case "meta":
                guard let content = tree[index, "content"] else { continue }
                if tree[index, "http-equiv"]?.lowercased() == "content-language" {
                    meta.append(("content-language", content))
                }
                for attribute in ["property", "name", "itemprop"] {
                    if let name = tree[index, attribute] { meta.append((name.lowercased(), content)) }
                }
            case "link" where canonical == nil && tree[index, "rel"]?.lowercased() == "canonical":
                canonical = tree[index, "href"]
            case "title" where pageTitle == nil: pageTitle = Self.line(tree.collapsedText(of: index))
            case "h1":
                guard let text = Self.line(tree.collapsedText(of: index)) else { continue }
                headings += 1
                heading = heading ?? text
            default: break
            }
        }
        self.meta = meta
        func first(_ names: String...) -> String? {
            for name in names {
                if let found = meta.first(where: { $0.name == name && !$0.content.isEmpty }) {
                    return Self.line(found.content)
                }
            }
            return nil
        }
        publisher =
            linked.publisher.flatMap(Self.line) ?? first("og:site_name", "article:publisher_name", "application-name")
            ?? first("dc.publisher", "dcterms.publisher", "publisher", "cre").flatMap { $0.contains("/") ? nil : $0 }
        let social = first("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
        let own = linked.title.flatMap(Self.line)
        // A page's only heading is its title, unless it names the site.
        let shown = headings == 1 && heading != publisher ? heading : nil
        title =
            own ?? social.map { Self.withoutSite($0, publisher: publisher) }
            ?? shown ?? pageTitle.map { Self.withoutSite($0, publisher: publisher) } ?? heading
        language =
            linked.language.flatMap(Self.line) ?? pageLanguage.flatMap(Self.line)
            ?? first("og:locale", "dc.language", "dcterms.language", "content-language", "language")
        summary = first("og:description", "description", "twitter:description", "dc.description")
        url = [canonical, first("og:url"), linked.url].lazy.compactMap(\.self).first(where: Self.isAddress)
    }

    private static func isAddress(_ text: String) -> Bool {
        let lower = text.prefix(8).lowercased()
        return (lower.hasPrefix("http://") || lower.hasPrefix("https://")) && !text.contains(" ")
    }

    /// Text with character references resolved that were escaped twice, in one line; `nil` when nothing is left.
    private static func line(_ text: String) -> String? {
        var collapsed = CollapsedText()
        collapsed.append(CharacterReferences.resolved(text).utf8)
        return collapsed.bytes.isEmpty ? nil : String(decoding: collapsed.bytes, as: UTF8.self)
    }

    /// `Shelling in Izium - The Paper` without its last part, where that is the publisher, or short and set off by a bar.
    private static func withoutSite(_ title: String, publisher: String?) -> String {
        for separator in [" | ", " – ", " — ", " - ", " :: ", " « "] {
            let parts = title.split(separator: separator)
            guard parts.count >= 2, let last = parts.last else { continue }
            let names = last.lowercased()
            let isPublisher =
                publisher.map { names.contains($0.lowercased()) || $0.lowercased().contains(names) } ?? false
            let rest = parts.dropLast().joined(separator: separator)
            if isPublisher || separator != " - " && last.utf8.count <= 30 && rest.utf8.count > 2 * last.utf8.count {
                return rest
            }
        }
        return title
    }
}

/// Character references that were escaped twice (`&amp;#8217;` in an attribute reads `&#8217;`).
enum CharacterReferences {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘",
        "rdquo": "”", "ldquo": "“", "ndash": "–", "mdash": "—", "hellip": "…",
    ]

    static func resolved(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let found = character(rest[rest.index(after: start)..<end])
            else {
                result.append(rest.removeFirst())
                continue
            }
            result += found
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.first == "#" else { return named[String(name)] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(value), value >= 0x20
        else { return nil }
        return String(scalar)
    }
}
