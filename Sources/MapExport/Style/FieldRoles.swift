/// Which fields of a layer the formats draw by. A layer that lacks one is drawn without it.
public enum FieldRoles {
    /// The title of a feature.
    public static let title = "name"
    /// What colour and folder go by.
    public static let category = "event_type"
    /// A feature is drawn hollow when this field holds something else than ``plainModality``.
    public static let modality = "modality"
    public static let plainModality = "asserted"
    /// The size of a dot.
    public static let weight = "reports"
    /// The words behind a feature.
    public static let passage = "passage"
    /// ISO 8601 UTC, the end exclusive.
    public static let start = "start"
    public static let end = "end"
    /// The article behind a feature.
    public static let articleTitle = "article_title"
    public static let articleURL = "article_url"
    public static let publisher = "publisher"
    public static let published = "published"
    /// Fields that carry style and no fact.
    public static let styling: Set<String> = ["marker-color", "marker-symbol"]

    /// Fields for programs: data in every format, but not told in balloons.
    public static let technical: Set<String> = [
        "place_id", "feature_code", "country_code", "sources", "passage_start", "passage_end", "article_id", "trigger",
    ]

    /// Whether `text` is an address that may become a link: `http:` or `https:`, without spaces or control characters.
    public static func isWebAddress(_ text: String) -> Bool {
        let bytes = text.utf8
        let scheme = text.prefix { $0 != ":" }.lowercased()
        let isWeb = (scheme == "http" || scheme == "https") && text.dropFirst(scheme.count).hasPrefix("://")
        return isWeb && bytes.count > scheme.utf8.count + 3 && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}
