import Articles
import Testing

@Suite struct LanguageTests {
    @Test(
        "The letters of a text tell its language",
        arguments: [
            ("Війська відступили до річки.", Language.ukrainian), ("Бои идут у реки, объявили власти.", .russian),
            ("The troops withdrew to the river.", .english),
            ("Troops left Харків in the night of the attack.", .english),
            ("", .english), ("12.09.2022", .english), ("Град и село, људи и њихови домови.", .english),
        ])
    func letters(_ text: String, _ language: Language) {
        #expect(Language(of: Article(id: "a", text: text)) == language)
    }

    @Test(
        "A stated language goes before the letters",
        arguments: [
            ("uk", Language.ukrainian), ("uk-UA", .ukrainian), ("RU", .russian), ("rus", .russian), ("en", .english),
            ("fr", .english), ("und", .ukrainian), ("mul", .ukrainian),
        ])
    func stated(_ code: String, _ language: Language) {
        var article = Article(id: "a", text: "Війська відступили до річки.")
        article.language = code
        #expect(Language(of: article) == language)
    }

    /// Texts in the project's own words.
    @Test(
        "Letters and frequent words tell languages without tables from those with",
        arguments: [
            (
                "bg",
                "Снощи край пристанището избухна пожар, който беше угасен едва сутринта. Няма пострадали, каза кметът на града, но складовете са напълно унищожени и ще трябва да се строят отново."
            ),
            (
                "be",
                "Учора ўвечары ў горадзе прайшоў сход жыхароў, якія патрабавалі адкрыць мост. Паводле мясцовых улад, рамонт яшчэ не скончаны."
            ),
            (
                "sr",
                "Синоћ је у луци избио пожар који је угашен тек ујутру. Нема повређених, рекао је градоначелник, али су складишта потпуно уништена и мораће да се граде поново."
            ),
            (
                "mk",
                "Синоќа на пристаништето избувна пожар кој беше изгаснат дури утрото. Нема повредени, рече градоначалникот, но магацините се целосно уништени и ќе мора да се градат повторно."
            ),
            (
                "ru",
                "Вчера вечером в порту начался пожар, который удалось потушить только к утру. Пострадавших нет, сказал мэр города, но склады полностью уничтожены, и их придётся строить заново."
            ),
            (
                "uk",
                "Учора ввечері в порту почалася пожежа, яку вдалося загасити лише на ранок. Постраждалих немає, сказав мер міста, але склади повністю знищені, і їх доведеться будувати заново."
            ),
            (
                "en",
                "Last night a fire broke out in the port that was put out only in the morning. Nobody was hurt, the mayor said, but the stores are lost and will have to be built again."
            ),
            (
                "de",
                "Gestern Abend brach im Hafen ein Feuer aus, das erst am Morgen gelöscht wurde. Verletzt wurde niemand, sagte der Bürgermeister, aber die Lager sind zerstört und müssen neu gebaut werden."
            ),
            (
                "fr",
                "Hier soir, un incendie s'est déclaré dans le port et n'a été éteint qu'au matin. Personne n'est blessé, a dit le maire, mais les entrepôts sont détruits et il faudra les reconstruire."
            ),
            (
                "es",
                "Anoche se declaró un incendio en el puerto que no fue apagado hasta la mañana. No hay heridos, dijo el alcalde, pero los almacenes están destruidos y habrá que construir otros nuevos."
            ),
            (
                "pl",
                "Wczoraj wieczorem w porcie wybuchł pożar, który został ugaszony dopiero rano. Nikt nie jest ranny, powiedział burmistrz, ale magazyny są zniszczone i trzeba będzie je zbudować od nowa."
            ),
            ("el", "Χθες το βράδυ ξέσπασε φωτιά στο λιμάνι."), ("zh", "昨晚港口发生火灾，早上才被扑灭。"), ("ja", "昨夜、港で火事がありました。"),
        ])
    func identified(code: String, text: String) {
        #expect(LanguageIdentification(of: Article(id: "a", text: text)).code == code)
        #expect(
            LanguageIdentification(of: Article(id: "a", text: text)).isUnread == !["en", "uk", "ru"].contains(code))
    }

    @Test(
        "Too little text is never taken for a language without tables",
        arguments: [
            "Izium", "La Paz, El Alto", "de la Rosa said no", "Die Toten", "1. FC Köln 2, Werder 1",
            "IZIUM WAS SHELLED.",
            "São Paulo - Rio de Janeiro", "Харків", "Москва", "На реке", "12.09.2022", "",
        ])
    func short(_ text: String) { #expect(!LanguageIdentification(of: Article(id: "a", text: text)).isUnread) }

    @Test func aSlipOfATemplateDoesNotHideAnArticle() {
        let english =
            "The council met again on Monday and put off the vote on the bridge, which had been planned for two years, to the end of the month."
        for (stated, code) in [("fr", "en"), ("en", "en"), ("de-DE", "en"), ("uk", "uk")] {
            var article = Article(id: "a", text: english)
            article.language = stated
            #expect(LanguageIdentification(of: article).code == code)
        }
        var article = Article(id: "a", text: "Kurz.")
        article.language = "de"
        #expect(LanguageIdentification(of: article).isUnread)
    }
}
