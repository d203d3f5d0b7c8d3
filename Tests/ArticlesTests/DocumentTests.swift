import Articles
import TestSupport
import Testing

@Suite struct DocumentTests {
    private func sentences(_ text: String) -> [String] {
        let document = Document(Article(id: "a", text: text))
        return document.sentences.map { document.text($0.range) }
    }

    @Test func abbreviationsAndInitialsDoNotEndSentences() {
        #expect(
            sentences("Gen. A. B. Koval met Dr. Moroz on Sept. 12 in the U.S. Senate. They spoke.") == [
                "Gen. A. B. Koval met Dr. Moroz on Sept. 12 in the U.S. Senate.", "They spoke.",
            ])
        #expect(sentences("He moved to the U.S. The city was quiet.").count == 2)
    }

    @Test func quotesStayWithTheirSentence() {
        #expect(
            sentences("“We left at night.” She wept. \"Why?\" he asked.") == [
                "“We left at night.”", "She wept.", "\"Why?\" he asked.",
            ])
    }

    @Test func linesAreParagraphsUnlessWrapped() {
        #expect(sentences("Shelling in Izium\nThe town was hit").count == 2)
        #expect(sentences("in the fall of\n2013 they left").count == 1)
        let wrapped = """
            THE COMMAND REPORTED THAT ABOUT FIFTY PEOPLE OF VARIOUS AGES
            HAVE BEEN TAKEN BY ARMED MEN IN THE EAST OF THE PROVINCE, AND
            THAT NOBODY KNOWS WHERE THEY ARE HELD AT THE PRESENT TIME OR
            WHO COMMANDS THE MEN.
            """
        #expect(sentences(wrapped).count == 1)
    }

    @Test func wordsKeepInnerApostrophesAndLosePossessives() {
        let document = Document(Article(id: "a", text: "Kupyans'k’s mayor didn't see U.S.-made 50km 6,000.5 d’Ivoire"))
        #expect(
            document.tokens.map { document.text($0) } == [
                "Kupyans'k", "’", "s", "mayor", "didn't", "see", "U.S.", "-", "made", "50", "km", "6,000.5", "d’Ivoire",
            ])
    }

    @Test func offsetsCountCodePoints() throws {
        let text = String(repeating: "Ізюм 🚀 é ", count: 200)
        let map = CodePointMap(Array(text.utf8))
        var bytes = 0
        for (count, scalar) in text.unicodeScalars.enumerated() {
            #expect(map.codePoints(before: bytes) == count)
            #expect(map.byteOffset(ofCodePoint: count) == bytes)
            bytes += String(scalar).utf8.count
        }
        #expect(map.byteOffset(ofCodePoint: text.unicodeScalars.count) == bytes)
        #expect(map.byteOffset(ofCodePoint: text.unicodeScalars.count + 1) == nil)
        #expect(map.byteOffset(ofCodePoint: -1) == nil)
    }

    @Test func anyTextSegmentsWithoutLoss() {
        var generator = SeededGenerator(seed: 11)
        let alphabet: [Unicode.Scalar] = [
            "a", "Z", ".", "\n", " ", "’", "é", "Ж", "7", "\"", "\u{301}", "🚀", "\u{0}", "-",
        ]
        for _ in 0..<300 {
            var text = String.UnicodeScalarView()
            for _ in 0..<60 { text.append(alphabet[Int(generator.next() % UInt64(alphabet.count))]) }
            let document = Document(Article(id: "x", text: String(text)))
            #expect(document.sentences.reduce(0) { $0 + $1.tokens.count } == document.tokens.count)
            for (a, b) in zip(document.tokens, document.tokens.dropFirst()) { #expect(a.range.end <= b.range.start) }
        }
    }
}
