import Articles
import Testing

@Suite("The words of tokens")
struct TokenWordTests {
    @Test(
        "Each token's word is hashed as tables of words hash it, whatever its case",
        arguments: [
            ("shelling", "shelling", true, false), ("Izium", "izium", true, true), ("U.S.", "u.s.", true, true),
            ("6,000", "6,000", true, false), ("Čapljina", "Čapljina", false, false), ("Київ", "Київ", false, false),
        ])
    func words(text: String, hashed: String, isASCII: Bool, hasCapital: Bool) {
        let document = Document(Article(id: "a", text: text))
        var hash = ContentHash()
        hash.add(hashed.utf8)
        #expect(document.words.count == document.tokens.count)
        #expect(document.words.map(\.hash) == [hash.value])
        #expect(document.words.map(\.isASCII) == [isASCII])
        #expect(document.words.map(\.hasCapital) == [hasCapital])
    }
}
