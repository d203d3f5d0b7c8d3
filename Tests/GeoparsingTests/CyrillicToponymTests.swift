import Articles
import Foundation
import Gazetteers
import Geoparsing
import Testing

/// Ukrainian and Russian names in their cases, in the manner of ``ToponymTests``: `[[NAME|PLACE]]`, all others are none.
@Suite(.enabled(if: World.gazetteer != nil, "needs the compiled gazetteer of script/test"))
struct CyrillicToponymTests {
    /// The tables of a language: its own, the weights of ranking shared, other word lists empty.
    private static func parser(
        _ language: String, options: Geoparser.Options = Geoparser.Options()
    ) throws -> Geoparser {
        let gazetteer = try #require(World.gazetteer)
        let folder = World.root + "/Sources/Geoparsing/Resources/" + language
        var tables = World.tables.mapValues { _ in "word\n" }
        for (name, text) in World.tables
        where ["resolution_", "calibration", "outlet_", "recognition_weights"].contains(where: { name.hasPrefix($0) }) {
            tables[name] = text
        }
        tables["recognition_hashed.tsv"] = nil
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            tables[name] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        return try Geoparser(tables: tables, gazetteer: gazetteer, options: options)
    }

    private static let ukrainian = Result { try parser("uk") }
    private static let russian = Result { try parser("ru") }
    private static let demonymParser = Result {
        var options = Geoparser.Options()
        options.demonyms = true
        return try parser("uk", options: options)
    }

    private func check(_ marked: String, _ parser: Geoparser) {
        let article = MarkedArticle(marked)
        let document = Document(Article(id: "a", text: article.text))
        let found = parser.toponyms(in: document).map {
            "\(document.text($0.range)) = \($0.place?.name ?? "nil") at \($0.range.start)"
        }
        #expect(found == article.expected, "\(article.text)")
    }

    @Test(
        "Ukrainian names are found in their cases, and people and words are not",
        arguments: [
            "Обстріли тривають в [[Ізюмі|Izyum]].",
            "Колона рушила до [[Харкова|Kharkiv]].",
            "Бої йдуть під [[Києвом|Kyiv]].",
            "Вибухи пролунали у [[Херсоні|Kherson]].",
            "Війна триває на [[Донбасі|Donbas]].",
            "У [[Харківській області|Kharkiv Oblast]] оголосили тривогу.",
            "Голова [[Харківської області|Kharkiv Oblast]] повідомив про удар.",
            "У [[Сумах|Sumy]] немає світла.",
            "У [[Черкасах|Cherkasy]] відкрили школу.",
            "У [[Кривому Розі|Kryvyy Rih]] горить склад.",
            "Дрони летіли з [[Бєлгорода|Belgorod]].",
            "Уряд [[України|Ukraine]] зібрався на засідання.",
            "Війська [[Росії|Russia]] відступили.",
            "Делегація прибула до [[Польщі|Poland]].",
            "У [[Слов'янську|Slovyansk]] [[Донецької області|Donetsk Oblast]] відновили воду.",
            "У [[Куп’янську|Kupyansk]] лунали вибухи.",
            "Мешканці [[Львова|Lviv]] вийшли на площу.",
            "У [[Миколаєві|Mykolayiv]] пошкоджено порт.",
            "У [[Запоріжжі|Zaporizhzhya]] постраждали люди.",
            "На [[Харківщині|Kharkiv Oblast]] поранено двох людей.",
            "У [[Сумській|Sumy Oblast]] та [[Чернігівській областях|Chernihiv Oblast]] чули дрони.",
            "У [[Бахмуті|Bakhmut]] тривають бої.",
            "Ворог наступає на [[Авдіївку|Avdiyivka]].",
            "У [[Донецьку|Donetsk]] тривають бої.",
            "Президент Володимир Зеленський виступив із промовою.",
            "Іван Петренко приїхав додому.",
            "Суми боргу зростають, а великі суми зникають.",
            "Під час бою загинув солдат.",
            "Національний університет закрили.",
            "Андрій Бахмутов написав листа.",
            "Поліція просить не повертатися.",
            "Суд арештував підозрювану.",
            "Президент [[Франції|France]] Емманюель Макрон приїхав.",
            "Парламент [[Канади|Canada]] зібрався.",
            "Бої точаться за [[Суджу|Sudzha]].",
            "Літак розбився у [[Тверській області|Tver Oblast]].",
            "До [[Івано-Франківська|Ivano-Frankivsk]] прибув потяг.",
            "У [[Криму|Autonomous Republic of Crimea]] пролунали вибухи.",
        ])
    func ukrainianNames(_ marked: String) throws { check(marked, try Self.ukrainian.get()) }

    @Test(
        "A distance with a direction is a point with its uncertainty",
        arguments: [
            ("uk", "За 20 км на північ від Харкова впав дрон.", 20_000.0, 0.0),
            ("uk", "У 15 кілометрах на південний захід від Донецька тривають бої.", 15_000, 225),
            ("uk", "Вони стояли за кілька кілометрів на схід від Балаклії.", 5_000, 90),
            ("ru", "В 20 км к северо-востоку от Харькова упал дрон.", 20_000, 45),
            ("ru", "В нескольких километрах к югу от Балаклеи идут бои.", 5_000, 180),
        ])
    func relative(_ language: String, _ text: String, _ metres: Double, _ bearing: Double) throws {
        let parser = try (language == "uk" ? Self.ukrainian : Self.russian).get()
        let offset = try #require(parser.toponyms(in: Document(Article(id: "a", text: text))).first?.offset)
        #expect(offset.distance == metres)
        #expect(offset.bearing == bearing)
    }

    @Test("Demonyms are told with their countries where they are asked for")
    func demonyms() throws {
        let document = Document(Article(id: "a", text: "Українські та польські дипломати зустріли росіян."))
        let found = try Self.demonymParser.get().toponyms(in: document).map {
            "\(document.text($0.range)) \($0.role) \($0.place?.name ?? "-")"
        }
        #expect(found == ["Українські demonym Ukraine", "польські demonym Poland", "росіян demonym Russia"])
        #expect(try Self.ukrainian.get().toponyms(in: document).isEmpty)
    }

    @Test(
        "Russian names are found in their cases, and people and words are not",
        arguments: [
            "Войска вышли из [[Белгорода|Belgorod]].",
            "Бои идут в [[Балаклее|Balakliya]].",
            "Взрывы прогремели в [[Херсоне|Kherson]].",
            "Колонна шла к [[Харькову|Kharkiv]].",
            "В [[Харьковской области|Kharkiv Oblast]] объявили тревогу.",
            "В [[Нижнем Новгороде|Nizhniy Novgorod]] прошёл митинг.",
            "В [[Москве|Moscow]] задержали активистов.",
            "Правительство [[Украины|Ukraine]] собралось.",
            "Войска [[России|Russia]] отступили.",
            "Делегация прибыла в [[Польшу|Poland]].",
            "В [[Сумах|Sumy]] нет света.",
            "Под [[Киевом|Kyiv]] нашли снаряд.",
            "Жители [[Львова|Lviv]] вышли на площадь.",
            "В [[Ростове-на-Дону|Rostov-on-Don]] горит склад.",
            "В [[Курской области|Kursk Oblast]] сбили дрон.",
            "На [[Донбассе|Donbas]] идут бои.",
            "В [[Казани|Kazan]] открыли школу.",
            "Поезд прибыл из [[Твери|Tver]].",
            "Жители [[Крыма|Autonomous Republic of Crimea]] слышали взрыв.",
            "Иван Иванов живёт один.",
            "Владимир Путин выступил с речью.",
            "Сергей Белгородский уехал домой.",
            "Мир наступит не скоро, и люди хотят мир.",
            "Во время боя погиб солдат.",
            "Курский вокзал закрыли.",
            "Под [[Бахмутом|Bakhmut]] идут бои.",
            "Полиция избивала протестующих.",
            "Дочь уехала, а муж остался.",
            "[[Баку|Baku]] отказался от участия.",
            "Президент [[Молдавии|Moldova]] Майя Санду осудила атаку.",
        ])
    func russianNames(_ marked: String) throws { check(marked, try Self.russian.get()) }
}
