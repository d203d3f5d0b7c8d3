import Articles
import Foundation
import Testing

@Suite struct SketchTests {
    /// Sentences that differ by what fills them.
    static func story(_ range: Range<Int>, seed: Int = 0) -> String {
        let who = ["officials", "residents", "medics", "engineers", "soldiers", "reporters", "teachers"]
        let what = ["reported", "denied", "repaired", "watched", "described", "counted", "photographed", "expected"]
        let which = ["the bridge", "two shells", "a power line", "the hospital", "some trenches", "old warehouses"]
        return range.map { number in
            let key = number &* 7 &+ seed &* 131
            return "On day \(key % 97) \(who[key % 7]) near kilometre \(key % 389) \(what[(key / 3) % 8]) "
                + "\(which[(key / 5) % 6]) and left after \(key % 53) hours."
        }.joined(separator: " ")
    }

    static func sketch(_ text: String) -> TextSketch { TextSketch(Document(Article(id: "a", text: text))) }

    @Test func theSameWordsAreTheSameWhateverTheirDress() {
        let text = Self.story(0..<30)
        let dressed = "KYIV — " + text.uppercased().replacingOccurrences(of: ". ", with: ".\n\n")
        #expect(Self.sketch(text).resemblance(Self.sketch(text)) == 1)
        #expect(Self.sketch(text).resemblance(Self.sketch(dressed)) > 0.95)
    }

    @Test(arguments: [(0..<30, 0.9...1.0), (0..<20, 0.45...0.85), (15..<30, 0.3...0.7), (40..<70, 0.0...0.1)])
    func resemblanceFollowsWhatIsShared(range: Range<Int>, expected: ClosedRange<Double>) {
        #expect(expected.contains(Self.sketch(Self.story(0..<30)).resemblance(Self.sketch(Self.story(range)))))
    }

    @Test func textRoundTrips() throws {
        let sketch = Self.sketch(Self.story(0..<40))
        #expect(sketch.hashes.count == TextSketch.size)
        #expect(TextSketch(text: try #require(sketch.text)) == sketch)
        #expect(Self.sketch("Too short to tell.").text == nil)
    }

    @Test(arguments: [
        "x", "0000000g", "0000000200000001", "0000000100000001", String(repeating: "00000001", count: 65),
    ])
    func whatIsNoSketchIsRefused(text: String) {
        #expect(TextSketch(text: text) == nil)
    }
}
