import Articles
public import Gazetteers
import GeoTypes

/// What an analyst says of names: that one is this place, or no place, everywhere or in one article.
///
/// A table `name,article,place,latitude,longitude,note` (RFC 4180, UTF-8). `place` is an id of the gazetteer or `none`;
/// without it `latitude` and `longitude`, degrees on WGS 84, say where the place is. An empty `article` means all.
public struct OverrideTable: Sendable {
    package enum Decision: Hashable, Sendable {
        case place(Place)
        case noPlace
    }

    package struct Entry: Sendable {
        package var name: String
        /// `nil` for all articles.
        package var article: String?
        package var decision: Decision
        package var line: Int
        /// The folding key of the name.
        var key: [UInt8]
        /// Whether the name begins with a capital: then the text must too.
        var isCapitalized: Bool
    }

    package let path: String
    package let entries: [Entry]
    /// The numbers of the entries by the folding key of their first word, the longest names first, those of one article
    /// before those of all.
    private let byFirstWord: [[UInt8]: [Int]]

    private static let columns = ["article", "place", "latitude", "longitude", "note"]

    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: for messages.
    ///   - gazetteer: where ids are looked up.
    /// - Throws: ``UserTableError`` with the line, what was found there and what was expected.
    public init(_ bytes: [UInt8], path: String, gazetteer: any Gazetteer) throws(UserTableError) {
        self.path = path
        var entries: [Entry] = []
        var lines: [[String]: Int] = [:]
        for row in try UserTable(bytes, path: path, required: ["name"], optional: Self.columns).rows {
            guard let name = row["name"], case let key = FoldingKey.fold(name), !key.isEmpty else {
                throw row.error(found: "no name", expected: "a name as articles write it, in the column 'name'")
            }
            let decision = try Self.decision(row, name: name, gazetteer: gazetteer)
            let identity = [
                String(decoding: key, as: UTF8.self), row["article"] ?? "", row["article"] == nil ? "" : "1",
            ]
            if let line = lines[identity] {
                throw row.error(
                    found: "'\(name)' again, which line \(line) decides too", expected: "each name once an article")
            }
            lines[identity] = row.line
            entries.append(
                Entry(
                    name: name, article: row["article"], decision: decision, line: row.line, key: key,
                    isCapitalized: Document(Article(id: "", text: name)).tokens.first?.isCapitalized ?? false))
        }
        self.entries = entries
        var byFirstWord: [[UInt8]: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            let tokens = Document(Article(id: "", text: entry.name))
            guard let first = tokens.tokens.first(where: { $0.kind != .punctuation }) else { continue }
            byFirstWord[FoldingKey.fold(tokens.text(first)), default: []].append(index)
        }
        self.byFirstWord = byFirstWord.mapValues { indices in
            indices.sorted { a, b in
                let (x, y) = (entries[a], entries[b])
                if x.key.count != y.key.count { return x.key.count > y.key.count }
                return (x.article == nil ? 1 : 0, a) < (y.article == nil ? 1 : 0, b)
            }
        }
    }

    private static func decision(
        _ row: UserTable.Row, name: String, gazetteer: any Gazetteer
    ) throws(UserTableError) -> Decision {
        let latitude = row["latitude"]
        let longitude = row["longitude"]
        if let id = row["place"] {
            guard latitude == nil, longitude == nil else {
                throw row.error(
                    found: "both the place '\(id)' and a position", expected: "one of them; leave the other empty")
            }
            if id.lowercased() == "none" { return .noPlace }
            guard let place = gazetteer.place(id: id) else {
                throw row.error(
                    found: "the place '\(id)', which the gazetteer has not",
                    expected: "an id such as 'dateline gazetteer search \"\(name)\"' lists, 'none', or a position")
            }
            return .place(place)
        }
        guard let latitude, let longitude else {
            throw row.error(
                found: "no place for '\(name)'",
                expected: "an id of the gazetteer or 'none' in 'place', or both 'latitude' and 'longitude'")
        }
        guard let north = Double(latitude), let east = Double(longitude),
            let coordinate = Coordinate(checkedLatitude: north, longitude: east)
        else {
            throw row.error(
                found: "the position '\(latitude), \(longitude)'",
                expected: "degrees: a latitude from -90 to 90 and a longitude from -180 to 180")
        }
        return .place(
            Place(id: "override:\(latitude),\(longitude)", name: name, coordinate: coordinate, featureCode: "PPL"))
    }

    /// A name of the table in a text.
    struct Match {
        var entry: Int
        var tokens: Range<Int>
    }

    /// Where the names of the table stand in a document, from left to right, the longest first, none overlapping.
    func matches(in document: Document) -> [Match] {
        guard !entries.isEmpty else { return [] }
        var matches: [Match] = []
        var index = 0
        while index < document.tokens.count {
            guard let match = match(at: index, in: document) else {
                index += 1
                continue
            }
            matches.append(match)
            index = match.tokens.upperBound
        }
        return matches
    }

    private func match(at start: Int, in document: Document) -> Match? {
        let first = document.tokens[start]
        guard first.kind != .punctuation, let indices = byFirstWord[FoldingKey.fold(document.text(first))] else {
            return nil
        }
        for index in indices {
            let entry = entries[index]
            guard entry.article == nil || entry.article == document.article.id,
                !entry.isCapitalized || first.isCapitalized || first.shape == .none
            else { continue }
            // As many tokens as make up the key; a key is never longer than its letters.
            for end in (start + 1)...min(start + 24, document.tokens.count) {
                guard document.tokens[end - 1].kind != .punctuation else { continue }
                let range = TextRange(first.range.start, document.tokens[end - 1].range.end)
                let key = FoldingKey.fold(document.text(range))
                if key == entry.key { return Match(entry: index, tokens: start..<end) }
                if key.count > entry.key.count + 4 { break }
            }
        }
        return nil
    }

    /// One line for each entry that is not in `applied`, for the end of a run.
    public func unused(_ applied: Set<Int>) -> [String] {
        entries.indices.filter { !applied.contains($0) }.map { index in
            let entry = entries[index]
            let scope = entry.article.map { "in the article '\($0)'" } ?? "in any article"
            return "\(path):\(entry.line): the override of '\(entry.name)' met no name \(scope); check its spelling"
                + (entry.article == nil ? "" : " and the article's id")
        }
    }
}
