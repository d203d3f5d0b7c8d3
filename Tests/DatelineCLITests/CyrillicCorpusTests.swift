import Foundation
import Testing

/// The accuracy of Ukrainian and Russian on articles of the project's own. The development half was looked at while tables
/// were written, the other was not.
@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct CyrillicCorpusTests {
    @Test(
        "Toponyms, dates and events of the marked articles keep their F1",
        arguments: [
            ("uk-development", 0.95, 0.97, 0.92, 0.90), ("ru-development", 0.94, 0.97, 0.90, 0.87),
            ("uk-heldback", 0.88, 0.88, 0.84, 0.77), ("ru-heldback", 0.92, 0.93, 0.90, 0.87),
        ])
    func floors(_ name: String, _ toponyms: Double, _ dates: Double, _ events: Double, _ whole: Double) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let corpus = try MarkedCorpus(path: folder.path + "/Corpora/Cyrillic/" + name + ".txt")
        #expect(corpus.articles.count >= 12)
        let input = try corpus.articles.map { try $0.line() }.joined(separator: "\n") + "\n"
        let run = try Program.run(["annotate", "-"], input: input)
        #expect(run.status == 0, "\(run.errors)")
        let score = try MarkedScore(corpus, records: run.output)
        #expect(score.toponyms.f1 >= toponyms, "\(score.toponyms)")
        #expect(score.dates.f1 >= dates, "\(score.dates)")
        #expect(score.events.f1 >= events, "\(score.events)")
        #expect(score.whole.f1 >= whole, "\(score.whole)")
    }
}
