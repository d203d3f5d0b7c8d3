/// The map library of the page (leafletjs.com, BSD 2-Clause): inlined, or fetched by the reader's browser.
public struct Leaflet: Sendable {
    let styleElement: String
    let scriptElement: String
    /// Where the browser fetches it, or `nil` when it is inlined.
    let origin: String?

    /// The library's own files, 1.7 or later: the page needs no network then.
    ///
    /// - Parameters:
    ///   - script: the text of `leaflet.js`.
    ///   - css: the text of `leaflet.css`.
    public init(script: String, css: String) {
        // A source map is a file that the page does not have beside it.
        let lines = script.split(separator: "\n").filter { !$0.hasPrefix("//# sourceMappingURL") }
        styleElement = "<style>\n" + css.neutralised + "\n</style>"
        scriptElement = "<script>\n" + lines.joined(separator: "\n").neutralised + "\n</script>"
        origin = nil
    }

    private init(styleElement: String, scriptElement: String, origin: String) {
        self.styleElement = styleElement
        self.scriptElement = scriptElement
        self.origin = origin
    }

    /// Leaflet 1.9.4 from unpkg.com, held to the published hashes: for machines without the package.
    public static let cdn = Leaflet(
        styleElement: """
            <link rel="stylesheet" href="https://unpkg.com/leaflet@1.9.4/dist/leaflet.css" \
            integrity="sha256-p4NxAoJBhIIN+hmNHrzRCf9tD/miZyoHS5obTRR9BMY=" crossorigin="">
            """,
        scriptElement: """
            <script src="https://unpkg.com/leaflet@1.9.4/dist/leaflet.js" \
            integrity="sha256-20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo=" crossorigin=""></script>
            """,
        origin: "https://unpkg.com")
}

extension String {
    /// The text of a script or style with nothing that would end or comment out its element.
    var neutralised: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        let source = Array(utf8)
        for (index, byte) in source.enumerated() {
            bytes.append(byte)
            guard byte == UInt8(ascii: "<"), index + 1 < source.count else { continue }
            let next = source[index + 1]
            let isEnd =
                next == UInt8(ascii: "/") && index + 2 < source.count && source[index + 2] | 0x20 == UInt8(ascii: "s")
            let isComment = next == UInt8(ascii: "!")
            // `<\/` and `<\!` mean `</` and `<!` in the strings and patterns where they can stand.
            if isEnd || isComment { bytes.append(UInt8(ascii: "\\")) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
