import EventExtraction
import Testing

@Suite("Who and whom")
struct ParticipantTests {
    @Test(
        "A participant is a noun phrase of the sentence and ends where it ends",
        arguments: [
            ("Police arrested over 30 students in [[Minsk]].", "Police", "over 30 students"),
            ("Shelling in [[Izium]] killed at least nine people.", nil, "at least nine people"),
            ("Police have arrested seven legislators in [[Minsk]] over a meeting.", "Police", "seven legislators"),
            ("The ministry accused the mayor of [[Izium]] of taking bribes.", "The ministry", "the mayor of Izium"),
            ("The flats were empty as relatives of his had fled [[Izium]].", "relatives of his", "Izium"),
            ("Families fled to [[Belgorod|t:2|PPL|RU]].", "Families", nil),
            ("Soldiers detained 32 volunteers who had been shelling [[Izium]].", "Soldiers", "32 volunteers"),
        ] as [(String, String?, String?)])
    func phrases(_ text: String, _ actor: String?, _ target: String?) throws {
        let event = try #require(try Extraction.events(text).events.first)
        if let actor { #expect(event.actor?.text == actor) }
        #expect(event.target?.text == target)
    }
}
