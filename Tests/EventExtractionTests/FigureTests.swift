import EventExtraction
import Testing

@Suite("Figures of speech")
struct FigureTests {
    @Test(
        "What is done to people or by them is no event of things",
        arguments: [
            "His third album was released in [[Izium]].",
            "Corn futures retreated in [[Izium]].",
            "The rouble surrendered its gains in [[Izium]].",
            "Interest in chess exploded in [[Izium]].",
            "Temperatures shot up in [[Izium]].",
            "The scent was captured in a bottle in [[Izium]].",
            "Growers in [[Izium]] are fighting a losing battle against mildew.",
            "The gardener in [[Izium]] is at war with slugs.",
            "The traffic in [[Izium]] is murder.",
            "The discounter has invaded the [[Izium]] market.",
            "Runners hit the streets of [[Izium]].",
            "The thriller follows a nurse who is kidnapped in [[Izium]].",
            "The opera is about a king whose troops invade [[Izium]].",
        ])
    func things(_ text: String) throws {
        #expect(try Extraction.types(text).isEmpty)
    }

    @Test(
        "The same words of people and places are events",
        arguments: [
            ("Two reporters were released in [[Izium]].", "RETREAT"),
            ("The garrison retreated from [[Izium]].", "RETREAT"),
            ("A van exploded in [[Izium]].", "ASSAULT"),
            ("A rebel was captured in [[Izium]].", "COERCE"),
            ("Fighting a losing battle against the rebels, troops attacked [[Izium]].", "ASSAULT"),
            ("There was fighting in [[Izium]].", "ASSAULT"),
            ("A film director was arrested in [[Izium]].", "COERCE"),
        ])
    func people(_ text: String, _ type: String) throws {
        #expect(try Extraction.types(text).contains { $0.hasPrefix(type) })
    }

    @Test(
        "Who gives no name refuses nothing",
        arguments: [
            "A baker who declined to give his surname waited in [[Izium]].",
            "The nurse declined to give her name to reporters in [[Izium]].",
        ])
    func unnamed(_ text: String) throws {
        #expect(try !Extraction.types(text).contains("REJECT"))
    }
}
