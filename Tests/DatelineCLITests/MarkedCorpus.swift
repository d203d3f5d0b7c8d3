import Foundation

/// Articles with their gold within the text, for languages without a corpus: `Tests/Corpora/Cyrillic`.
///
/// An article begins with a line `== id day`. `[Ізюмі|707292]` is a toponym and its GeoNames id (or `-` for a place that the
/// gazetteer lacks), `{14 вересня|2022-09-14}` a date and its EDTF (`?` for one that may be left out), and
/// `<обстріляли|ASSAULT heavy-weapons|asserted|706483|2022-09-14>` an event: type and mode, modality, place and date, or `-`
/// where the text has none. Types and modalities that would do as well follow `/`; `?` before a type is an event that may be
/// told apart or not. Offsets are Unicode code points.
struct MarkedCorpus {
    struct Span {
        var range: Range<Int>
        var value: String
    }

    struct Event {
        var range: Range<Int>
        var types: [String]
        var modalities: [String]
        var place: String
        var date: String
        var isOptional: Bool
    }

    struct Article {
        var id: String
        var published: String
        var text = ""
        var toponyms: [Span] = []
        var times: [Span] = []
        var events: [Event] = []

        /// As a line of JSON Lines.
        func line() throws -> String {
            let object = ["id": id, "published": published, "text": text]
            return String(
                decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
        }
    }

    private(set) var articles: [Article] = []

    init(path: String) throws {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("== ") {
                let parts = line.split(separator: " ")
                articles.append(Article(id: String(parts[1]), published: String(parts[2])))
            } else if !articles.isEmpty {
                Self.read(line, into: &articles[articles.count - 1])
            }
        }
    }

    private static func read(_ line: Substring, into article: inout Article) {
        let closing: [Character: Character] = ["[": "]", "{": "}", "<": ">"]
        var rest = line
        while let opening = rest.firstIndex(where: { closing[$0] != nil }) {
            article.text += rest[..<opening]
            let kind = rest[opening]
            rest = rest[rest.index(after: opening)...]
            // A date may have brackets of its own.
            var end = rest.firstIndex(of: closing[kind] ?? " ") ?? rest.endIndex
            if kind == "[", let bar = rest.firstIndex(of: "|") {
                end = rest[bar...].firstIndex(of: "]") ?? rest.endIndex
            }
            let parts = rest[..<end].split(separator: "|").map(String.init)
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
            guard let words = parts.first else { continue }
            let start = article.text.unicodeScalars.count
            article.text += words
            let range = start..<article.text.unicodeScalars.count
            switch (kind, parts.count) {
            case ("[", 2): article.toponyms.append(Span(range: range, value: parts[1]))
            case ("{", 2): article.times.append(Span(range: range, value: parts[1]))
            case ("<", 5):
                let type = parts[1].drop { $0 == "?" }.prefix { $0 != " " }
                article.events.append(
                    Event(
                        range: range, types: type.split(separator: "/").map(String.init),
                        modalities: parts[2].split(separator: "/").map(String.init), place: parts[3], date: parts[4],
                        isOptional: parts[1].hasPrefix("?")))
            default: break
            }
        }
        article.text += rest
    }
}

/// What was found and right of what was marked.
struct Tally {
    var right = 0
    var found = 0
    var marked = 0

    var f1: Double { found + marked == 0 ? 0 : 2 * Double(right) / Double(found + marked) }
}

/// Toponyms, dates and events of annotation records against a ``MarkedCorpus``.
struct MarkedScore {
    var toponyms = Tally()
    var dates = Tally()
    /// By type: the trigger, or another event of the type in the sentence.
    var events = Tally()
    /// With the right place and date where the gold has them.
    var whole = Tally()

    private typealias Object = [String: Any]

    init(_ corpus: MarkedCorpus, records: String) throws {
        for (article, line) in zip(corpus.articles, records.split(separator: "\n")) {
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object ?? [:]
            spans(article, record)
            events(article, record["events"] as? [Object] ?? [])
        }
    }

    private static func range(_ object: Object?) -> Range<Int> {
        guard let start = object?["start"] as? Int, let end = object?["end"] as? Int, start <= end else { return 0..<0 }
        return start..<end
    }

    private static func place(_ object: Object) -> String {
        let id = (object["place"] as? Object)?["id"] as? String ?? "-"
        return id.hasPrefix("geonames:") ? String(id.dropFirst(9)) : id
    }

    private mutating func spans(_ article: MarkedCorpus.Article, _ record: Object) {
        let places = (record["toponyms"] as? [Object] ?? []).map { (Self.range($0), Self.place($0)) }
        toponyms.found += places.count
        toponyms.marked += article.toponyms.count
        toponyms.right +=
            article.toponyms.filter { gold in
                places.contains { $0.0.overlaps(gold.range) && $0.1 == gold.value }
            }.count
        let gold = article.times.filter { $0.value != "?" }
        dates.marked += gold.count
        for time in record["times"] as? [Object] ?? [] {
            guard let edtf = time["edtf"] as? String else { continue }
            let range = Self.range(time)
            if gold.contains(where: { $0.range.overlaps(range) && $0.value == edtf }) {
                dates.right += 1
                dates.found += 1
            } else if time["type"] as? String == "DATE",
                !article.times.contains(where: { $0.value == "?" && $0.range.overlaps(range) })
            {
                dates.found += 1
            }
        }
    }

    private mutating func events(_ article: MarkedCorpus.Article, _ found: [Object]) {
        var left = Array(found.indices)
        var pairs: [(gold: Int, event: Int)] = []
        for isSentence in [false, true] {
            for (number, gold) in article.events.enumerated() where !pairs.contains(where: { $0.gold == number }) {
                let match = left.first { index in
                    guard gold.types.contains(found[index]["event_type"] as? String ?? "") else { return false }
                    let range = Self.range(found[index][isSentence ? "passage" : "trigger"] as? Object)
                    return isSentence ? range.contains(gold.range.lowerBound) : range.overlaps(gold.range)
                }
                guard let match else { continue }
                left.removeAll { $0 == match }
                pairs.append((number, match))
            }
        }
        let required = pairs.filter { !article.events[$0.gold].isOptional }
        let spurious = left.filter { index in
            let passage = Self.range(found[index]["passage"] as? Object)
            return !article.events.contains {
                $0.isOptional && passage.contains($0.range.lowerBound)
                    && $0.types.contains(found[index]["event_type"] as? String ?? "")
            }
        }
        let marked = article.events.filter { !$0.isOptional }.count
        events.right += required.count
        whole.right +=
            required.filter { pair in
                let gold = article.events[pair.gold]
                let date = (found[pair.event]["time"] as? Object)?["edtf"] as? String ?? "-"
                return (gold.place == "-" || gold.place == Self.place(found[pair.event]))
                    && (gold.date == "-" || gold.date == date)
            }.count
        events.found += required.count + spurious.count
        whole.found += required.count + spurious.count
        events.marked += marked
        whole.marked += marked
    }
}
