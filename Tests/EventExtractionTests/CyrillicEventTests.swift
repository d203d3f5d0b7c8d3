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
            ("uk", "Поблизу [[Куп'янська]] тривають бої.", "ASSAULT asserted @ Куп'янська"),
            ("uk", "Влада проведе референдум у [[Мелітополі]].", "COERCE planned @ Мелітополі"),
            (
                "uk", "У [[Сумах]] загинули двоє людей, ще п'ятеро поранені.",
                "ASSAULT asserted @ Сумах killed 2 wounded 5"
            ),
            ("uk", "У [[Львові]] в аварії загинули двоє людей.", ""),
            ("ru", "Ракета попала в жилой дом в [[Чугуеве]].", "ASSAULT asserted @ Чугуеве"),
            ("ru", "В [[Сумах]] погибли двое, еще пятеро ранены.", "ASSAULT asserted @ Сумах killed 2 wounded 5"),
            ("ru", "Войска вторглись в [[Грузию]].", "ASSAULT asserted @ Грузию"),
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
        if expected.isEmpty {
            #expect(events.isEmpty, "\(text.text): \(events)")
        } else {
            #expect(events.contains(expected), "\(text.text): \(events)")
        }
    }

    @Test(
        "Cases, not places in the sentence, tell who did what to whom",
        arguments: [
            ("uk", "Російська армія обстріляла [[Ізюм]].", "Російська армія", "Ізюм"),
            ("uk", "Склад знищено українською ракетою в [[Донецьку]].", "українською ракетою", "Склад"),
            (
                "uk", "Поліція застосувала силу і затримала двох студентів у [[Тбілісі]].", "Поліція",
                "двох студентів"
            ),
            ("ru", "В [[Москве]] задержали 20 человек.", "-", "20 человек"),
            ("ru", "В [[Казани]] полиция задержала троих горожан.", "полиция", "троих горожан"),
            ("ru", "Активист задержан полицией в [[Минске]].", "полицией", "Активист"),
        ])
    func participants(_ language: String, _ marked: String, _ actor: String, _ target: String) throws {
        let text = MarkedText(marked)
        let document = Document(Article(id: "a", text: text.text))
        let extractor = try (language == "uk" ? Self.ukrainian : Self.russian).get()
        let events = extractor.extract(document, toponyms: text.toponyms, times: text.times).map {
            "\($0.actor?.text ?? "-") > \($0.target?.text ?? "-")"
        }
        #expect(events.contains("\(actor) > \(target)"), "\(text.text): \(events)")
    }

    @Test("Each language has its triggers")
    func triggers() throws {
        #expect(try Self.ukrainian.get().triggerCount >= 1000)
        #expect(try Self.russian.get().triggerCount >= 1000)
    }
}
