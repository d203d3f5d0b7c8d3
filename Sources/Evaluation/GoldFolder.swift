public import Articles
import GeoTypes

/// Articles of a folder with gold annotations in `gold/toponyms.tsv` and `gold/events.tsv`, as `seeds/README.md`
/// describes them.
public struct GoldFolder: Sendable {
    /// An event that a careful reader marks.
    public struct Event: Sendable {
        public var trigger: TextRange
        public var type: String
        public var modality: String
        /// The place, and others that are as right; empty where the text gives none.
        public var places: Set<String>
        public var start: String?
        public var end: String?
        /// Not to be counted as missed, nor as wrong when found.
        public var isOptional: Bool
    }

    public struct Item: Sendable {
        public var article: Article
        public var toponyms: [ToponymCorpus.Gold]
        public var events: [Event]
    }

    public var items: [Item]

    /// - Parameters:
    ///   - folder: the articles.
    ///   - gold: the folder of the annotations; `gold` in the articles' folder by default.
    /// - Throws: ``ArticleError`` when a file is missing, ``GoldError`` for a row that does not fit the text.
    public init(folder: String, gold: String? = nil) throws {
        let gold = gold ?? folder + "/gold"
        let toponymRows = try Self.rows(gold + "/toponyms.tsv")
        let eventRows = try Self.rows(gold + "/events.tsv")
        var reader = ArticleReader([folder])
        items = []
        while let input = reader.next() {
            switch input {
            case .article(let article):
                let map = CodePointMap(Array(article.text.utf8))
                items.append(
                    Item(
                        article: article,
                        toponyms: try toponymRows.filter { $0["file"] == article.id }.map {
                            try Self.toponym($0, article: article, map: map)
                        },
                        events: try eventRows.filter { $0["file"] == article.id }.map {
                            try Self.event($0, article: article, map: map)
                        }))
            case .failure(let error): throw error
            case .annotation, .warning: break
            }
        }
    }

    /// The rows of a table with a header, by column.
    private static func rows(_ path: String) throws -> [[String: String]] {
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        var lines = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard !lines.isEmpty else { return [] }
        let header = lines.removeFirst().map(String.init)
        return lines.map { fields in
            Dictionary(zip(header, fields.map(String.init))) { first, _ in first }
        }
    }

    private static func range(
        _ row: [String: String], text column: String, article: Article, map: CodePointMap
    ) throws -> TextRange {
        guard let start = row["start"].flatMap({ Int($0) }).flatMap({ map.byteOffset(ofCodePoint: $0) }),
            let end = row["end"].flatMap({ Int($0) }).flatMap({ map.byteOffset(ofCodePoint: $0) }), start < end,
            Array(article.text.utf8)[start..<end].elementsEqual((row[column] ?? "").utf8)
        else { throw GoldError(file: article.id, start: row["start"] ?? "", text: row[column] ?? "") }
        return TextRange(start, end)
    }

    private static func toponym(
        _ row: [String: String], article: Article, map: CodePointMap
    ) throws -> ToponymCorpus.Gold {
        let coordinate = row["latitude"].flatMap { Double($0) }.flatMap { latitude in
            row["longitude"].flatMap { Double($0) }.map { (latitude, $0) }
        }
        return ToponymCorpus.Gold(
            range: try range(row, text: "text", article: article, map: map), placeID: row["place_id"]?.nonEmpty,
            coordinate: coordinate.map { .init(latitude: $0, longitude: $1) }, isDemonym: false)
    }

    private static func event(_ row: [String: String], article: Article, map: CodePointMap) throws -> Event {
        let note = row["note"] ?? ""
        var places: Set<String> = []
        if let place = row["place_id"]?.nonEmpty { places.insert(place) }
        for word in note.split(whereSeparator: { " ,;".contains($0) }) where word.contains(":") {
            places.insert(String(word))
        }
        return Event(
            trigger: try range(row, text: "trigger", article: article, map: map), type: row["event_type"] ?? "",
            modality: row["modality"] ?? "asserted", places: row["place_id"]?.nonEmpty == nil ? [] : places,
            start: row["start_day"]?.nonEmpty, end: row["end_day"]?.nonEmpty, isOptional: note.contains("optional"))
    }
}

/// A gold annotation that does not fit its text.
public struct GoldError: Error, CustomStringConvertible {
    var file: String
    var start: String
    var text: String

    public var description: String {
        "\(file): the gold annotation '\(text)' at \(start) does not stand there; mend its offsets"
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
