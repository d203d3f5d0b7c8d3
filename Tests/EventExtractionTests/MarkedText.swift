import Articles
import EventExtraction
import Foundation
import Gazetteers
import GeoTypes
import Geoparsing
import TemporalTagging

/// A text whose toponyms and dates are marked: `[[Izium|geonames:707292|PPL|UA]]` (`[[Izium]]` for a town of Ukraine without
/// more, `[[Nowhere|-]]` for a name without a place, `[[Nowhere|-Donetsk]]` for one in Donetsk, `[[Spanish|~t:1|PCLI|ES]]` for a demonym) and `{{on March 4|2022-03-04}}`, `{{last year|2021}}`.
struct MarkedText {
    var text = ""
    var toponyms: [ResolvedToponym] = []
    var times: [TemporalExpression] = []

    init(_ marked: String) {
        var rest = Substring(marked)
        while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
            let mark = rest[open]
            let next = rest.index(after: open)
            guard next < rest.endIndex, rest[next] == mark, let close = rest.range(of: mark == "[" ? "]]" : "}}") else {
                text += rest[...open]
                rest = rest[next...]
                continue
            }
            text += rest[..<open]
            let parts = rest[rest.index(after: next)..<close.lowerBound].split(
                separator: "|", omittingEmptySubsequences: false)
            let start = text.utf8.count
            text += parts[0]
            let range = TextRange(start, text.utf8.count)
            if mark == "[" { add(parts, range) } else if parts.count > 1 { addTime(parts[1], range) }
            rest = rest[close.upperBound...]
        }
        text += rest
        resolveHolders()
    }

    private mutating func add(_ parts: [Substring], _ range: TextRange) {
        let written = parts.count > 1 ? String(parts[1]) : "test:" + parts[0]
        let isDemonym = written.hasPrefix("~")
        let id = isDemonym ? String(written.dropFirst()) : written
        let place =
            id.hasPrefix("-")
            ? nil
            : Place(
                id: id, name: String(parts[0]), coordinate: Coordinate(latitude: 0, longitude: 0),
                featureCode: parts.count > 2 ? String(parts[2]) : "PPL",
                countryCode: parts.count > 3 ? String(parts[3]) : "UA",
                admin1: parts.count > 4 ? String(parts[4]) : nil)
        toponyms.append(
            ResolvedToponym(
                range: range, place: place, unresolved: place == nil ? .notInGazetteer : nil, confidence: 0.9,
                role: isDemonym ? .demonym : .literal))
        if id.hasPrefix("-"), id.count > 1 { holders.append((toponyms.count - 1, String(id.dropFirst()))) }
    }

    /// The names of what toponyms without a place lie in.
    private var holders: [(index: Int, name: String)] = []

    private mutating func resolveHolders() {
        let bytes = Array(text.utf8)
        for (index, name) in holders {
            toponyms[index].liesIn =
                toponyms.first { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) == name }?.range
        }
    }

    private mutating func addTime(_ value: Substring, _ range: TextRange) {
        // `{{over the past week|P1W=2022-09-06}}`: a duration of which the days are known.
        let parts = value.split(separator: "=")
        let date = PartialDate(edtf: parts.last ?? value)
        let span = date.map {
            TimeSpan(
                start: $0.firstDay, end: $0.lastDay.advanced(by: 1),
                precision: $0.day != nil ? .day : $0.month != nil ? .month : .year)
        }
        times.append(
            TemporalExpression(
                range: range, kind: date == nil || parts.count > 1 ? .duration : .date, value: String(value),
                edtf: date?.edtf, span: span)
        )
    }
}

/// The extractor with the tables of the module, and its events in words.
enum Extraction {
    static let tables: [String: String] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/EventExtraction/Resources/en")
        var tables: [String: String] = [:]
        for name in EventExtractor.tableNames {
            tables[name] = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
        }
        return tables
    }()

    static let extractor = Result { try EventExtractor(tables: tables) }

    static func events(
        _ marked: String, title: String? = nil, published: String? = nil
    ) throws -> (events: [Event], text: MarkedText) {
        let text = MarkedText(marked)
        let date = published.flatMap { PartialDate(edtf: $0) }
        let document = Document(Article(id: "test", text: text.text, title: title, published: date))
        return (try extractor.get().extract(document, toponyms: text.toponyms, times: text.times), text)
    }

    /// `TYPE` or `TYPE/mode` of each event.
    static func types(_ marked: String) throws -> [String] {
        try events(marked).events.map { $0.type + ($0.mode.map { "/" + $0 } ?? "") }
    }

    static func words(_ range: TextRange, in text: String) -> String {
        String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
    }

    /// `TYPE @ place, date` of each event: the name as written, the EDTF.
    static func links(_ marked: String, title: String? = nil, published: String? = nil) throws -> [String] {
        let (events, text) = try events(marked, title: title, published: published)
        return events.map { event in
            let place = event.toponym.map { words(text.toponyms[$0].range, in: text.text) } ?? "-"
            let date = event.time.flatMap { text.times[$0].edtf } ?? "-"
            return "\(event.type) @ \(place), \(date)"
        }
    }
}
