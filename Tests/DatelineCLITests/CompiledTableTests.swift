import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct CompiledTableTests {
    /// A copy of the installed data, without the gazetteer.
    private func copy(to scratch: Scratch) throws -> (data: String, gazetteer: String) {
        let share =
            URL(fileURLWithPath: Program.path ?? "").deletingLastPathComponent().deletingLastPathComponent().path
            + "/share/dateline"
        let data = scratch.path + "/data"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: share) where name != "gazetteer.index" {
            try FileManager.default.copyItem(atPath: share + "/" + name, toPath: data + "/" + name)
        }
        return (data, share + "/gazetteer.index")
    }

    private func image(_ data: String, _ language: String) -> String {
        "\(data)/EventExtraction/\(language)/lexicon.index"
    }

    @Test("Records are the same with the compiled tables, without them, and with damaged ones")
    func sameRecords() throws {
        let scratch = try Scratch()
        let (data, gazetteer) = try copy(to: scratch)
        let command = ["annotate", Program.root + "/seeds", "--data", data, "--gazetteer", gazetteer]
        #expect(FileManager.default.fileExists(atPath: image(data, "en")))
        let compiled = try Program.run(command)
        #expect(compiled.status == 0)
        #expect(compiled.output.contains("\"events\""))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: image(data, "en")))
        for index in stride(from: 0, to: bytes.count, by: 64) { bytes[index] ^= 1 }
        try bytes.write(to: URL(fileURLWithPath: image(data, "en")))
        #expect(try Program.run(command).output == compiled.output)
        for language in ["en", "uk", "ru"] { try FileManager.default.removeItem(atPath: image(data, language)) }
        #expect(try Program.run(command).output == compiled.output)
        // Nothing is written while articles are read.
        #expect(!FileManager.default.fileExists(atPath: image(data, "en")))
        let written = try Program.run(["compile-tables", data])
        #expect(written.status == 0)
        #expect(FileManager.default.fileExists(atPath: image(data, "uk")))
        #expect(try Program.run(command).output == compiled.output)
    }

    @Test("A bad row is named by file and line, and tables that are missing with where they were sought")
    func badTables() throws {
        let scratch = try Scratch()
        let (data, _) = try copy(to: scratch)
        let path = data + "/EventExtraction/en/withheld.tsv"
        try (String(contentsOfFile: path, encoding: .utf8) + "hidden\tz\n").write(
            toFile: path, atomically: true, encoding: .utf8)
        let bad = try Program.run(["compile-tables", data])
        #expect(bad.status == 65)
        #expect(bad.errors.contains("withheld.tsv:"))
        let missing = try Program.run(["compile-tables", scratch.path + "/nowhere"])
        #expect(missing.status == 69)
        #expect(missing.errors.contains("EventExtraction/en"))
    }
}
