import Articles
import EventExtraction
import Foundation
import Geoparsing
import TemporalTagging
import Testing

@Suite("Ukrainian and Russian events")
struct CyrillicEventTests {
    /// The tables of a language: its own, the coefficients of linking and confidence shared.
    private static func extractor(_ language: String) throws -> EventExtractor {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/EventExtraction/Resources/" + language)
        var tables = Extraction.tables
        for name in tables.keys where !["linker.tsv", "confidence.tsv"].contains(name) { tables[name] = "" }
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            tables[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
        }
        return try EventExtractor(tables: tables)
    }

    private static let ukrainian = Result { try extractor("uk") }
    private static let russian = Result { try extractor("ru") }

    @Test(
        "Triggers are met in any form, with modality, place, date and counts",
        arguments: [
            ("uk", "Російські війська обстріляли [[Харків]].", "ASSAULT asserted @ Харків"),
            ("uk", "Унаслідок обстрілу [[Харкова]] загинули троє людей.", "ASSAULT asserted @ Харкова killed 3"),
            (
                "uk", "{{У п'ятницю|2022-09-09}} українські сили звільнили [[Балаклію]].",
                "ASSAULT asserted @ Балаклію on 2022-09-09"
            ),
            ("uk", "У [[Бахмуті]] тривають бої.", "ASSAULT asserted @ Бахмуті"),
            ("uk", "Війська відступили з [[Ізюма]].", "RETREAT asserted @ Ізюма"),
            ("uk", "Армія може атакувати [[Запоріжжя]].", "ASSAULT hypothetical @ Запоріжжя"),
            ("uk", "Ворог планує захопити [[Авдіївку]].", "ASSAULT planned @ Авдіївку"),
            ("uk", "Війська не обстріляли [[Суми]].", "ASSAULT negated @ Суми"),
            ("uk", "У [[Києві]] поліція затримала активістів.", "COERCE asserted @ Києві"),
            ("uk", "У [[Києві]] розпочався протест.", "PROTEST asserted @ Києві"),
            ("uk", "У [[Херсоні]] поранено 12 осіб.", "ASSAULT asserted @ Херсоні wounded 12"),
            ("ru", "Войска обстреляли [[Белгород]].", "ASSAULT asserted @ Белгород"),
            ("ru", "В [[Херсоне]] погибли два человека.", "ASSAULT asserted @ Херсоне killed 2"),
            (
                "ru", "{{В пятницу|2022-09-09}} армия освободила [[Балаклею]].",
                "ASSAULT asserted @ Балаклею on 2022-09-09"
            ),
            ("ru", "В [[Бахмуте]] идут бои.", "ASSAULT asserted @ Бахмуте"),
            ("ru", "Войска отступили из [[Изюма]].", "RETREAT asserted @ Изюма"),
            ("ru", "Армия может атаковать [[Запорожье]].", "ASSAULT hypothetical @ Запорожье"),
            ("ru", "Враг планирует захватить [[Авдеевку]].", "ASSAULT planned @ Авдеевку"),
            ("ru", "Войска не обстреляли [[Сумы]].", "ASSAULT negated @ Сумы"),
            ("ru", "В [[Москве]] полиция задержала активистов.", "COERCE asserted @ Москве"),
            ("ru", "В [[Минске]] прошёл митинг.", "PROTEST asserted @ Минске"),
            ("ru", "В [[Харькове]] ранены 12 человек.", "ASSAULT asserted @ Харькове wounded 12"),
        ])
    func events(_ language: String, _ marked: String, _ expected: String) throws {
        let text = MarkedText(marked)
        let document = Document(Article(id: "a", text: text.text))
        let extractor = try (language == "uk" ? Self.ukrainian : Self.russian).get()
        let events = extractor.extract(document, toponyms: text.toponyms, times: text.times).map { event in
            var line = "\(event.type) \(event.modality.rawValue) @ "
            line += event.toponym.map { document.text(text.toponyms[$0].range) } ?? "-"
            if let time = event.time { line += " on \(text.times[time].edtf ?? "-")" }
            if let killed = event.killed { line += " killed \(killed)" }
            if let wounded = event.wounded { line += " wounded \(wounded)" }
            return line
        }
        #expect(events.contains(expected), "\(text.text): \(events)")
    }

    @Test("Each language has its triggers")
    func triggers() throws {
        #expect(try Self.ukrainian.get().triggerCount >= 150)
        #expect(try Self.russian.get().triggerCount >= 150)
    }
}
