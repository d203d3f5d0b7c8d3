import Articles
import Evaluation
import Testing

@Suite struct TimeEvaluationTests {
    static let file = """
        <?xml version="1.0" ?>
        <TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2022-09-13" functionInDocument="CREATION_TIME">13 Sept</TIMEX3></DCT>
        <TEXT>The café &amp; shop <EVENT eid="e1">burned</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2022-09-09">Friday</TIMEX3>
        for <TIMEX3 tid="t2" type="DURATION" value="PT2H" mod="APPROX">two hours</TIMEX3>.<TIMEX3 tid="t3" type="DATE" value="2022"/></TEXT></TimeML>
        """

    static func read() throws -> TimeMLDocument { try TimeMLDocument(bytes: Array(file.utf8), path: "a.tml") }

    @Test func textDateAndExpressionsAreRead() throws {
        let document = try Self.read()
        #expect(document.text == "The café & shop burned on Friday\nfor two hours.")
        #expect(document.creationTime == "2022-09-13")
        let bytes = Array(document.text.utf8)
        #expect(
            document.expressions.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == [
                "Friday", "two hours",
            ])
        #expect(document.expressions.map(\.value) == ["2022-09-09", "PT2H"])
        #expect(document.expressions.map(\.mod) == [nil, "APPROX"])
    }

    @Test(arguments: [
        "", "no XML", "<TimeML><TEXT>open", "<a></b>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hosts\">]><a>&x;",
    ])
    func whatIsNotWellFormedNamesTheFile(text: String) throws {
        let error = #expect(throws: TimeMLError.self) { try TimeMLDocument(bytes: Array(text.utf8), path: "b.tml") }
        #expect(error?.description.hasPrefix("b.tml: line") == true)
    }

    @Test func nothingOutsideTheFileIsRead() throws {
        let text = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hosts\">]><a>before &x; after</a>"
        #expect(try TimeMLDocument(bytes: Array(text.utf8), path: "c.tml").text == "before  after")
    }

    @Test func measuresAreThoseOfTempEval() throws {
        let gold = try Self.read()
        let item = TimeCorpus.Item(article: Article(id: "a", text: gold.text), expressions: gold.expressions)
        // `on Friday` overlaps and has the right value; `two hours` is exact and has the wrong one; `shop` is no time.
        var friday = gold.expressions[0]
        friday.start -= 3
        var hours = gold.expressions[1]
        hours.value = "PT3H"
        let shop = TimeMLDocument.Expression(start: 11, end: 15, type: "SET", value: "P1D", mod: nil)
        var evaluation = TimeEvaluation()
        evaluation.add(item, found: [shop, friday, hours], in: Document(item.article))
        let scores = evaluation.all
        #expect(scores.strict.correct == 1)
        #expect(scores.relaxed.correct == 2)
        #expect(scores.type.correct == 2)
        #expect(scores.value.correct == 1)
        #expect(scores.relaxed.precision == 2.0 / 3)
        #expect(scores.relaxed.recall == 1)
        #expect(evaluation.byType["SET"]?.relaxed.found == 1)
        #expect(evaluation.mistakes.map(\.kind) == [.extent, .value, .spurious])
        #expect(evaluation.mistakes[1].start == 37)
    }
}
