public import Articles
public import GeoTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Documents with gold toponyms.
///
/// One JSON object a line: `id`, `text`, optionally `title`, `source` (the outlet) and `date`, and
/// `toponyms[{start, end, geonameid, lat, lon, type}]`, offsets in code points. CONTRIBUTING.md describes it.
public struct ToponymCorpus: Sendable {
    public struct Gold: Sendable {
        public var range: TextRange
        /// `geonames:707292`; `nil` where the corpus does not link the name.
        public var placeID: String?
        public var coordinate: Coordinate?
        public var isDemonym: Bool

        public init(range: TextRange, placeID: String?, coordinate: Coordinate?, isDemonym: Bool = false) {
            self.range = range
            self.placeID = placeID
            self.coordinate = coordinate
            self.isDemonym = isDemonym
        }
    }

    public struct Item: Sendable {
        public var article: Article
        public var toponyms: [Gold]

        public init(article: Article, toponyms: [Gold]) {
            self.article = article
            self.toponyms = toponyms
        }
    }

    public var name: String
    public var items: [Item]

    public init(name: String, items: [Item]) {
        self.name = name
        self.items = items
    }

    private struct Line: Decodable {
        struct Toponym: Decodable {
            var start: Int
            var end: Int
            var geonameid: String?
            var lat: Double?
            var lon: Double?
            var type: String?
        }
        var id: String
        var text: String
        var title: String?
        var source: String?
        var date: String?
        var toponyms: [Toponym]
    }

    /// Types of the corpora that are no toponyms in the definitions used here.
    private static let demonymTypes: Set<String> = ["Demonym", "Language", "Homonym"]

    /// - Throws: an error that names the file, and the line where there is one.
    public init(path: String) throws {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        name = file.hasSuffix(".jsonl") ? String(file.dropLast(6)) : file
        items = []
        let bytes = try FileBytes.read(path)
        for (number, line) in bytes.split(separator: 0x0A).enumerated() {
            let json: Line
            do {
                json = try JSONDecoder().decode(Line.self, from: Data(line))
            } catch {
                throw ArticleError.json(path: path, line: number + 1, detail: "found no document with gold toponyms")
            }
            let map = CodePointMap(Array(json.text.utf8))
            let toponyms = json.toponyms.compactMap { toponym -> Gold? in
                guard let start = map.byteOffset(ofCodePoint: toponym.start),
                    let end = map.byteOffset(ofCodePoint: toponym.end), start < end
                else { return nil }
                let coordinate = toponym.lat.flatMap { latitude in
                    toponym.lon.flatMap { Coordinate(checkedLatitude: latitude, longitude: $0) }
                }
                return Gold(
                    range: TextRange(start, end),
                    placeID: toponym.geonameid.flatMap { Int($0) }.map { "geonames:\($0)" }, coordinate: coordinate,
                    isDemonym: toponym.type.map { Self.demonymTypes.contains($0) } ?? false)
            }
            let article = Article(
                id: json.id, text: json.text, title: json.title, publisher: json.source,
                published: json.date.flatMap { PartialDate(edtf: String($0.prefix(10))) })
            items.append(Item(article: article, toponyms: toponyms))
        }
    }
}
