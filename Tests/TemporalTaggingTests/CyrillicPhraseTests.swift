import Articles
import FoundationEssentials
import TemporalTagging
import Testing

/// Ukrainian and Russian: phrase, day of the document, what is found, TimeML value, EDTF.
@Suite struct CyrillicPhraseTests {
    typealias Row = (text: String, date: String, found: String, value: String, edtf: String?)

    private static func tagger(_ language: String) throws -> TemporalTagger {
        let folder =
            #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
            + "/Sources/TemporalTagging/Resources/\(language)/"
        var tables: [String: String] = [:]
        for name in TemporalTagger.requiredTables {
            tables[name] = try String(contentsOf: URL(filePath: folder + name), encoding: .utf8)
        }
        return try TemporalTagger(tables: tables)
    }

    private static let ukrainian = Result { try tagger("uk") }
    private static let russian = Result { try tagger("ru") }

    private func check(_ row: Row, _ tagger: TemporalTagger) {
        let document = Document(Article(id: "a", text: row.text, published: PartialDate(edtf: row.date)))
        let found = tagger.tag(document).map { "\(document.text($0.range)) | \($0.value) | \($0.edtf ?? "-")" }
        #expect(found.contains("\(row.found) | \(row.value) | \(row.edtf ?? "-")"), "\(row.text): \(found)")
    }

    static let ukrainianRows: [Row] = [
UKROWS
    ]

    static let russianRows: [Row] = [
RUROWS
    ]

    @Test("Ukrainian dates get their values", arguments: ukrainianRows)
    func ukrainianDates(_ row: Row) throws { check(row, try Self.ukrainian.get()) }

    @Test("Russian dates get their values", arguments: russianRows)
    func russianDates(_ row: Row) throws { check(row, try Self.russian.get()) }

    @Test(
        "What only looks like a Ukrainian date is none",
        arguments: [
            "До міста прибули 2000 біженців.", "Лютий мороз скував річку.", "Прочитайте статтю 2014 закону.",
            "Вони пройшли 15 кілометрів.", "Рота втратила 12 танків.",
        ])
    func noUkrainianDate(_ text: String) throws {
        let document = Document(Article(id: "a", text: text, published: PartialDate(edtf: "2022-09-13")))
        #expect(try Self.ukrainian.get().tag(document).map { document.text($0.range) } == [])
    }

    @Test(
        "What only looks like a Russian date is none",
        arguments: [
            "В город прибыли 2000 беженцев.", "Они прошли 15 километров.", "Рота потеряла 12 танков.",
            "Прочитайте приказ 2014 целиком.",
        ])
    func noRussianDate(_ text: String) throws {
        let document = Document(Article(id: "a", text: text, published: PartialDate(edtf: "2022-09-13")))
        #expect(try Self.russian.get().tag(document).map { document.text($0.range) } == [])
    }
}
