public import Articles
import DatelineKit

/// The news reports and answer keys of the Message Understanding Conferences 3 and 4 (1991-92): incidents of
/// terrorism with type, stage, date and location.
public struct MUCCorpus: EventCorpus {
    /// An incident of the answer keys.
    struct Incident: Sendable {
        /// Names from the country down to the town, for each of the alternative places.
        var chains: [[String]] = []
        /// The one day, as ISO 8601; `nil` where only a range or nothing is known.
        var day: String?
        /// All days that the date names.
        var days: Set<String> = []
        var isAccomplished = false
        var type = ""

        /// The names below the country.
        var places: Set<String> { Set(chains.flatMap { $0.dropFirst() }) }
    }

    public private(set) var articles: [Article] = []
    private(set) var incidents: [String: [Incident]] = [:]

    private static let months = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]

    /// - Throws: ``ArticleError`` when a file cannot be read.
    public init(texts: [String], keys: [String], half: TimeCorpus.Half = .all) throws {
        for path in texts { Self.read(try FileBytes.read(path), into: &articles) }
        articles = articles.enumerated().filter { half.takes($0.offset) }.map(\.element)
        for path in keys { readKeys(String(decoding: try FileBytes.read(path), as: UTF8.self)) }
    }

    /// Texts follow a line with their number, `DEV-MUC3-0001 (NCCOSC)`.
    private static func read(_ bytes: [UInt8], into articles: inout [Article]) {
        var id: String?
        var lines: [Substring] = []
        func finish() {
            guard let id else { return }
            let text = lines.joined(separator: "\n")
            articles.append(Article(id: id, text: text, published: date(in: text).flatMap { PartialDate(edtf: $0) }))
        }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            let first = line.split(separator: " ").first ?? ""
            let parts = first.split(separator: "-")
            if line.first != " ", parts.count == 3, parts[1].hasPrefix("MUC"), parts[2].allSatisfy(\.isNumber) {
                finish()
                id = String(first)
                lines = []
            } else {
                lines.append(line.last == "\r" ? line.dropLast() : line)
            }
        }
        finish()
    }

    /// The date of the dateline, among the first words: `3 JAN 90`.
    private static func date(in text: String) -> String? {
        days(in: text.prefix(300).split(whereSeparator: { !$0.isLetter && !$0.isNumber })).first
    }

    /// Each `30 DEC 89` among words, as ISO 8601.
    private static func days(in words: [Substring]) -> [String] {
        var days: [String] = []
        for index in words.indices.dropLast(2) {
            guard let day = Int(words[index]), (1...31).contains(day),
                let month = months.firstIndex(where: { words[index + 1].hasPrefix($0) }),
                words[index + 2].count == 2, let year = Int(words[index + 2])
            else { continue }
            func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            days.append("19\(digits(year))-\(digits(month + 1))-\(digits(day))")
        }
        return days
    }

    private mutating func readKeys(_ text: String) {
        var id: String?
        for line in text.split(separator: "\n") {
            guard let dot = line.firstIndex(of: "."), let number = Int(line[..<dot]) else { continue }
            let value = String(line.dropFirst(36).drop { $0 == " " })
            switch number {
            case 0:
                id = value.split(separator: " ").first.map(String.init)
                if let id { incidents[id, default: []].append(Incident()) }
            case 2, 3, 4, 5:
                guard let id, var incident = incidents[id]?.popLast() else { continue }
                Self.read(value, slot: number, into: &incident)
                incidents[id]?.append(incident)
            default: break
            }
        }
    }

    private static func read(_ value: String, slot: Int, into incident: inout Incident) {
        switch slot {
        case 2:
            let found = days(in: value.split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
            incident.days = Set(found)
            // `- 13 NOV 89` is no later than that, `1 NOV 89 - 3 NOV 89` is between.
            if found.count == 1, !value.hasPrefix("-"), !value.contains(" - ") { incident.day = found[0] }
        case 3:
            // `EL SALVADOR: SAN MIGUEL (DEPARTMENT): X (TOWN) - Y (TOWN)`
            incident.chains = parts(value, " - ").map { chain in
                chain.split(separator: ":").map { name in
                    var plain = ""
                    var depth = 0
                    for letter in name {
                        if letter == "(" { depth += 1 }
                        if depth == 0 { plain.append(letter) }
                        if letter == ")" { depth -= 1 }
                    }
                    return plain.split(separator: " ").joined(separator: " ")
                }
            }
        case 4: incident.type = value
        default: incident.isAccomplished = value.contains("ACCOMPLISHED")
        }
    }

    private static func parts(_ text: String, _ separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = text[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
