public import Articles
public import GeoTypes

/// Where outlets are at home: a table `outlet,place,latitude,longitude,country_code,radius_km,articles,local_articles`
/// that `dateline learn-outlets` writes and `--outlets` reads. People may mend it.
public struct OutletTable: Sendable {
    public struct Home: Hashable, Sendable {
        /// The outlet as articles name it, in lower case and without `www.`.
        public var outlet: String
        /// The name of the place at the home's centre.
        public var place: String
        public var coordinate: Coordinate
        public var countryCode: String?
        /// Metres within which three in four of the outlet's local places lie.
        public var radius: Double
        /// Articles with a place that could be resolved, and those of them with one within 161 km of the home.
        public var articles: Int
        public var localArticles: Int

        /// What a document of the outlet may take from it: the share of local articles, less where few are known.
        public var prior: DocumentPrior {
            DocumentPrior(
                home: coordinate, countryCode: countryCode, radius: radius,
                strength: Double(localArticles) / Double(articles + 1))
        }
    }

    public static let columns = [
        "outlet", "place", "latitude", "longitude", "country_code", "radius_km", "articles", "local_articles",
    ]

    /// In the order of their outlets.
    public let homes: [Home]
    private let byOutlet: [String: Int]

    public init(_ homes: [Home]) {
        self.homes = homes.sorted { $0.outlet < $1.outlet }
        byOutlet = Dictionary(self.homes.enumerated().map { ($1.outlet, $0) }) { first, _ in first }
    }

    /// - Throws: ``UserTableError`` with the line, what was found there and what was expected.
    public init(_ bytes: [UInt8], path: String) throws(UserTableError) {
        var homes: [Home] = []
        let required = ["outlet", "latitude", "longitude"]
        let optional = Self.columns.filter { !required.contains($0) }
        for row in try UserTable(bytes, path: path, required: required, optional: optional).rows {
            guard let outlet = row["outlet"] else {
                throw row.error(found: "no outlet", expected: "its name in the column 'outlet'")
            }
            guard let latitude = row["latitude"].flatMap({ Double($0) }),
                let longitude = row["longitude"].flatMap({ Double($0) }),
                let coordinate = Coordinate(checkedLatitude: latitude, longitude: longitude)
            else {
                throw row.error(
                    found: "the position '\(row["latitude"] ?? ""), \(row["longitude"] ?? "")'",
                    expected: "degrees: a latitude from -90 to 90 and a longitude from -180 to 180")
            }
            func number(_ column: String, default value: Double) throws(UserTableError) -> Double {
                guard let text = row[column] else { return value }
                guard let number = Double(text), number.isFinite, (0...1e9).contains(number) else {
                    throw row.error(found: "'\(text)' in '\(column)'", expected: "a number of at least 0")
                }
                return number
            }
            // A line written by hand, with a position only, is believed.
            let articles = Int(try number("articles", default: 20))
            let local = min(articles, Int(try number("local_articles", default: Double(articles))))
            homes.append(
                Home(
                    outlet: Self.key(outlet), place: row["place"] ?? "", coordinate: coordinate,
                    countryCode: row["country_code"]?.uppercased(),
                    radius: try number("radius_km", default: 50) * 1000, articles: articles, localArticles: local))
        }
        self.init(homes)
    }

    /// One outlet under its spellings: lower case, without `www.` and spaces around.
    public static func key(_ publisher: String) -> String {
        var key = publisher.lowercased()[...]
        while key.first == " " { key.removeFirst() }
        while key.last == " " { key.removeLast() }
        return String(key.hasPrefix("www.") ? key.dropFirst(4) : key)
    }

    /// What the table knows of the outlet of `article`.
    public func prior(for article: Article) -> DocumentPrior? {
        article.publisher.flatMap { byOutlet[Self.key($0)] }.map { homes[$0].prior }
    }

    /// The table as comma-separated values; lines end in a line feed.
    public var csv: String {
        var lines = [Self.columns.joined(separator: ",")]
        for home in homes {
            lines.append(
                [
                    Self.cell(home.outlet), Self.cell(home.place), Self.decimal(home.coordinate.latitude, 100_000),
                    Self.decimal(home.coordinate.longitude, 100_000), home.countryCode ?? "",
                    Self.decimal(home.radius / 1000, 10), "\(home.articles)", "\(home.localArticles)",
                ].joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func decimal(_ value: Double, _ scale: Double) -> String {
        "\((value * scale).rounded() / scale + 0)"
    }
}
