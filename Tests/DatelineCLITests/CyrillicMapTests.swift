import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct CyrillicMapTests {
    private static let articles = """
        {"id":"uk","published":"2022-09-13","text":"Уночі 9 вересня російські війська обстріляли Харків. Унаслідок удару загинули троє людей."}
        {"id":"ru","published":"2022-09-13","text":"В пятницу 9 сентября в Москве полиция задержала 15 активистов. Иван Иванов живёт один."}
        {"id":"en","published":"2022-09-13","text":"Troops shelled Izium on Friday."}

        """

    @Test("A Ukrainian and a Russian article become dots with places and days beside an English one")
    func map() throws {
        let folder = try Scratch()
        let file = try folder.write(Self.articles, to: "articles.jsonl")
        let run = try Program.run(["map", file, "-o", folder.path + "/map", "--format", "geojson"])
        #expect(run.status == 0 && run.errors.contains("cannot be read") == false, "\(run.errors)")
        let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/map/events.geojson"))
        let layer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let features = try #require(layer["features"] as? [[String: Any]])
        let events = features.compactMap { feature -> String? in
            guard let p = feature["properties"] as? [String: Any] else { return nil }
            return "\(p["article_id"] ?? "") \(p["event_type"] ?? "") \(p["place_name"] ?? "") \(p["date"] ?? "")"
        }
        #expect(events.contains("uk ASSAULT Kharkiv 2022-09-09"), "\(events)")
        #expect(events.contains("ru COERCE Moscow 2022-09-09"), "\(events)")
        #expect(events.contains("en ASSAULT Izyum 2022-09-09"), "\(events)")
    }

    @Test("The record says the language, but for English")
    func language() throws {
        let run = try Program.run(["annotate", "-"], input: Self.articles)
        let languages = try run.output.split(separator: "\n").map { line in
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return record?["language"] as? String
        }
        #expect(languages == ["uk", "ru", nil])
    }
}
