import Articles
import FoundationEssentials
import TemporalTagging

/// The English tables of the source tree, and a tagger of them.
enum EnglishTables {
    static func load() throws -> [String: String] {
        let folder =
            #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
            + "/Sources/TemporalTagging/Resources/en/"
        var tables: [String: String] = [:]
        for name in TemporalTagger.requiredTables {
            tables[name] = try String(contentsOf: URL(filePath: folder + name), encoding: .utf8)
        }
        return tables
    }

    static let tagger = Result { try TemporalTagger(tables: try load()) }

    /// The expressions of `text`, published on `date`.
    static func tag(_ text: String, _ date: String?, narrative: Bool = false) throws -> [Found] {
        let document = Document(
            Article(id: "a", text: text, published: date.flatMap { PartialDate(edtf: $0) }))
        return try tagger.get().tag(document, narrative: narrative).map {
            Found(text: document.text($0.range), expression: $0)
        }
    }

    struct Found {
        let text: String
        let expression: TemporalExpression
    }
}
