import EventExtraction
import Testing

@Suite("What happened at several places")
struct PlaceListTests {
    @Test(
        "A list of places is an event at each",
        arguments: [
            (
                "Blasts were heard in [[Izium]], [[Lyman|t:2]] and [[Kupiansk|t:3]] on Monday.",
                ["Izium", "Lyman", "Kupiansk"]
            ),
            ("Troops recaptured [[Izium]] and [[Lyman|t:2]].", ["Izium", "Lyman"]),
            ("Soldiers were combing [[Izium]], [[Lyman|t:2]] and other towns for saboteurs.", ["Izium", "Lyman"]),
            // One of the two.
            ("Troops will attack [[Izium]] or [[Lyman|t:2]].", ["Izium"]),
            // Who takes part is not where.
            ("Clashes between [[Armenia|t:4|PCLI|AM]] and [[Azerbaijan|t:5|PCLI|AZ]] killed nobody.", ["Armenia"]),
            // A count of all of them together.
            ("Rockets killed nine people in [[Izium]] and [[Lyman|t:2]].", ["Izium"]),
        ])
    func lists(_ text: String, _ expected: [String]) throws {
        let links = try Extraction.links(text)
        let places = links.compactMap { $0.split(separator: " @ ").last?.split(separator: ",").first.map(String.init) }
        #expect(Set(places) == Set(expected), "\(links)")
    }
}
