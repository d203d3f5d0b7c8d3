import EventExtraction
import Testing

@Suite("Where an event is, by what other sentences say")
struct ToldElsewhereTests {
    @Test(
        "What a lead tells coarsely is where the text says later and finer",
        arguments: [
            (
                "A rocket attack on a bakery in a southern [[Somali|~t:40|PCLI|SO]] town killed nine people {{on Monday|2022-09-12}}. The attack in [[Baidoa|t:41|PPL|SO]] began at noon.",
                ["ASSAULT @ Baidoa, 2022-09-12"]
            ),
            (
                "Gunmen attacked a barracks in [[Congo|t:42|PCLI|CD]] {{on Monday|2022-09-12}}. It happened in [[Goma|t:43|PPL|CD]], the army said.",
                ["ASSAULT @ Goma, 2022-09-12"]
            ),
            (
                "Rebels attacked a northern town in [[Mali|t:44|PCLI|ML]] {{on Monday|2022-09-12}}. The attack on [[Kidal|t:45|PPL|ML]] was loud.",
                ["ASSAULT @ Kidal, 2022-09-12"]
            ),
            // What else its sentence tells of the same place was there, too.
            (
                "Drivers rioted in [[Peru|t:46|PCLI|PE]] {{on Monday|2022-09-12}}, and police shot at a crowd. The shooting in [[Puno|t:47|PPL|PE]] went on until noon.",
                ["PROTEST @ Puno, 2022-09-12", "ASSAULT @ Puno, 2022-09-12"]
            ),
        ])
    func finer(_ text: String, _ expected: [String]) throws {
        let links = try Extraction.links(text)
        #expect(links == expected, "\(links)")
    }

    @Test("What was all over a country is not in the town that is named next")
    func throughout() throws {
        let links = try Extraction.links(
            "Police arrested 300 people across [[Chad|t:50|PCLI|TD]] {{on Monday|2022-09-12}}. The arrests in [[Sarh|t:51|PPL|TD]] were the first."
        )
        #expect(links.contains("COERCE @ Chad, 2022-09-12"), "\(links)")
    }

    @Test(
        "What is done to a government or all over a country is not in the town of the text",
        arguments: [
            (
                "Gunmen robbed a shop in [[Gao|t:52|PPL|ML]], [[Mali|t:44|PCLI|ML]], on a cold day. The army overthrew the president {{in 2020|2020}}.",
                "COERCE @ Mali, 2020"
            ),
            (
                "[[Mali|t:44|PCLI|ML]] is calm. Gunmen attacked [[Gao|t:52|PPL|ML]]. Farmers protested across the country.",
                "PROTEST @ Mali, -"
            ),
        ])
    func states(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("The president of a club is none of a state")
    func clubs() throws {
        let links = try Extraction.links(
            "Gunmen robbed a shop in [[Gao|t:52|PPL|ML]], [[Mali|t:44|PCLI|ML]], on a cold day. Police arrested the president of the club."
        )
        #expect(links.contains("COERCE @ Gao, -"), "\(links)")
    }

    @Test(
        "A building that is taken up again is where it was",
        arguments: [
            (
                "Gunmen seized the airport of [[Bamako|t:53|PPLC|ML]]. Soldiers shelled [[Gao|t:52|PPL|ML]]. {{Last week|2022-W36}}, the airport was hit by rockets.",
                "ASSAULT @ Bamako"
            ),
            (
                "[[Oran|t:54|PPL|DZ]]'s prison is full. Police shot a man in [[Setif|t:55|PPL|DZ]]. Guards at the prison beat an inmate.",
                "ASSAULT @ Oran"
            ),
            // One of which the text did not say where it is: in the town that the report comes from.
            (
                "LOME, 3 May -- Rebels in [[Togo|t:56|PCLI|TG]] are at large. Officers at the airport shot a man."
                    .replacing(
                        "LOME", with: "[[LOME|t:57|PPLC|TG]]"),
                "ASSAULT @ LOME"
            ),
        ])
    func buildings(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains { $0.hasPrefix(expected) }, "\(links)")
    }

    @Test(
        "A town that was only named is where `her home town` and `it` say",
        arguments: [
            (
                "Vera, a nurse who came from [[Sumy]], works in [[Kaunas|t:58|PPL|LT]]. Her home town was shelled {{in March|2022-03}}.",
                "ASSAULT @ Sumy, 2022-03"
            ),
            (
                "[[Izium]] was the first town to fall. Troops of [[Kyiv|t:59|PPLC|UA]] recaptured it {{in May|2022-05}}.",
                "ASSAULT @ Izium, 2022-05"
            ),
        ])
    func takenUp(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("A village without a name is not the town of the text")
    func unnamed() throws {
        let links = try Extraction.links(
            "[[Mali|t:44|PCLI|ML]] is at war. Gunmen killed a priest in [[Gao|t:52|PPL|ML]]. The army said it had recaptured several villages."
        )
        #expect(links.last == "ASSAULT @ Mali, -", "\(links)")
    }

    @Test(
        "The town of a dateline carries, not its country",
        arguments: [
            (
                "[[KANO|t:60|PPL|NG]], [[Nigeria|t:61|PCLI|NG]] (XY) - A trader told of a long night. Gunmen shot two drivers.",
                "ASSAULT @ KANO, -"
            ),
            // A report that is sent from abroad.
            (
                "[[DAKAR|t:62|PPLC|SN]], [[Senegal|t:63|PCLI|SN]] (XY) - Soldiers in [[Mali|t:44|PCLI|ML]] shot a priest. Gunmen killed a guard.",
                "ASSAULT @ Mali, -"
            ),
        ])
    func datelines(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }
}
