import Foundation
import Gazetteers
import Testing

/// The committed tables, compiled.
@Suite struct EmbeddedTablesTests {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/gazetteer"

    private func tables() throws -> GazetteerTables {
        var tables = GazetteerTables()
        for part in ["", "/places", "/names"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder + part).sorted()
            where name.hasSuffix(".tsv") && name != "PROVENANCE.tsv" {
                let path = Self.folder + part + "/" + name
                try tables.read(Array(Data(contentsOf: URL(fileURLWithPath: path))), path: path)
            }
        }
        return tables
    }

    /// A hash table that stops at the first tag it meets loses names silently.
    @Test func everyNameIsFoundAgain() throws {
        let tables = try tables()
        let index = try GazetteerIndex(IndexBuilder.build(tables))
        try index.verify()
        #expect(index.placeCount == tables.places.count)
        var lost: [String] = []
        var sought = 0
        func seek(_ name: String, _ id: String) {
            guard !FoldingKey.fold(name).isEmpty else { return }
            sought += 1
            let found = index.candidates(for: name, depth: .exact).first { $0.place.id == id }
            if found?.name != name { lost.append(name) }
        }
        for row in tables.places {
            for name in [row.name] + row.alternates { seek(name, row.id) }
        }
        for row in tables.names { seek(row.name, row.placeID) }
        #expect(lost.isEmpty, "\(lost.count) of \(sought): \(lost.prefix(20))")
        #expect(sought > 500_000)
    }

    @Test(arguments: ["dateline:kent", "dateline:devon", "dateline:essex", "dateline:surrey", "dateline:county-cork"])
    func countiesHaveTheInhabitantsOfTheirTowns(id: String) throws {
        let county = try #require(try tables().places.first { $0.id == id })
        #expect((100_000...2_000_000).contains(county.population))
    }
}
