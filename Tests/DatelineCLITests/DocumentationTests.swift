import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct DocumentationTests {
    private let readme = (try? String(contentsOfFile: Program.root + "/README.md", encoding: .utf8)) ?? ""

    /// The long options that the help of a command names.
    private func options(_ command: [String]) throws -> [String] {
        let help = try Program.run(command + ["--help"]).output
        return help.split(whereSeparator: { " ,.\n".contains($0) }).filter { $0.hasPrefix("--") }.map(String.init)
    }

    @Test(arguments: [
        ["map"], ["annotate"], ["locate"], ["distance"], ["destination"], ["nearest"],
        ["reproject"], ["gazetteer", "build"], ["gazetteer", "search"],
        ["gazetteer", "near"], ["gazetteer", "import"], ["gazetteer", "info"],
        ["evaluate", "times"], ["evaluate", "toponyms"],
        ["evaluate", "events"], ["learn-outlets"], ["compile-tables"],
    ])
    func everyOptionStandsInTheReadme(command: [String]) throws {
        let found = try options(command)
        #expect(!found.isEmpty)
        for option in found { #expect(readme.contains(option), "\(command.joined(separator: " ")) \(option)") }
    }

    @Test(arguments: ["geojson", "kml", "kmz", "gpkg", "geojsonseq", "ndjson", "csv", "fgb", "html", "qgis"])
    func everyFormatStandsInTheReadme(format: String) {
        #expect(readme.contains("`\(format)`"))
    }

    @Test func theManPageHasEveryCommandAndOption() throws {
        let page = try Program.run(["manual"])
        #expect(page.status == 0)
        #expect(page.output.hasPrefix(".TH DATELINE 1"))
        let plain = page.output.replacingOccurrences(of: "\\-", with: "-")
        for command in [["map"], ["annotate"], ["distance"], ["gazetteer", "import"]] {
            #expect(plain.contains(".SH DATELINE " + command.joined(separator: " ").uppercased()))
            for option in try options(command) where option != "--version" {
                #expect(plain.contains(option), "\(option)")
            }
        }
    }

    @Test func everyFieldOfTheLayerStandsInTheReadme() throws {
        let text = try String(contentsOfFile: Program.root + "/maps/events.geojson", encoding: .utf8)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let first = try #require((document["features"] as? [[String: Any]])?.first?["properties"] as? [String: Any])
        for field in first.keys { #expect(readme.contains("`\(field)`"), "\(field)") }
    }
}
