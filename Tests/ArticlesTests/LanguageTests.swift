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
            ("fr", .english),
        ])
    func stated(_ code: String, _ language: Language) {
        var article = Article(id: "a", text: "Війська відступили до річки.")
        article.language = code
        #expect(Language(of: article) == language)
    }
}
