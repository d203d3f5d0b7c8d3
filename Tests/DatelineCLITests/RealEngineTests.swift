import Foundation
import Testing

/// `annotate --engine` under Spark and Ray themselves, with documents that fail and workers that are killed. The scripts are in
/// Tests/Engines; both packages are large, so that machines without them skip this.
@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"), .serialized)
struct RealEngineTests {
    private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"

    private static func has(_ module: String) -> Bool {
        let run = try? Program.run(
            program: "/usr/bin/env",
            [python, "-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('\(module)') is None)"])
        return run?.status == 0
    }

    private func input(_ folder: Scratch, documents: Int) throws -> String {
        let lines = (0..<documents).map { number -> String in
            switch number % 331 {
            case 7: "not json"
            case 9: #"{"id": "no text \#(number)"}"#
            case 11: ""
            case 13: #"{"id": \#(number), "text": ""}"#
            default:
                #"{"id": "d\#(number)", "text": "Shelling hit Izium on \#(1 + number % 28) May 2022, officials in Kyiv said."}"#
            }
        }
        return try folder.write(lines.joined(separator: "\n") + "\n", to: "in.jsonl")
    }

    /// Messages name the line of the partition: that is all in which answers may differ.
    private func withoutLines(_ text: String) -> String {
        text.replacingOccurrences(of: #""error":"-:[0-9]+:"#, with: #""error":"-:N:"#, options: .regularExpression)
    }

    private func check(_ arguments: [String], in folder: Scratch, input: String, output: String) throws {
        let run = try Program.run(
            program: "/usr/bin/env", [Self.python] + arguments, folder: folder.path,
            environment: ["RAY_DEDUP_LOGS": "0"])
        #expect(run.status == 0, "\(run.errors.suffix(2_000))")
        let direct = try Program.run(["annotate", "--engine"], input: String(contentsOfFile: input, encoding: .utf8))
        var answers = ""
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
        if isFolder.boolValue {
            for name in try FileManager.default.contentsOfDirectory(atPath: output).sorted()
            where name.hasPrefix("part-") {
                answers += try String(contentsOfFile: output + "/" + name, encoding: .utf8)
            }
        } else {
            answers = try String(contentsOfFile: output, encoding: .utf8)
        }
        #expect(withoutLines(answers) == withoutLines(direct.output))
    }

    @Test(
        .enabled(
            if: has("pyspark") && has("pyarrow") && Program.installed("java") != nil, "needs pyspark, pyarrow and Java"),
        arguments: ["pipe", "pandas"])
    func sparkDrivesItAndWorkersAreKilled(mode: String) throws {
        let folder = try Scratch()
        let input = try input(folder, documents: 10_000)
        try FileManager.default.createDirectory(atPath: folder.path + "/kill", withIntermediateDirectories: true)
        try check(
            [
                Program.root + "/Tests/Engines/spark_annotate.py", mode, Program.path ?? "", input,
                folder.path + "/out",
                folder.path + "/kill",
            ], in: folder, input: input, output: folder.path + "/out")
        let killed = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/kill").sorted()
        #expect(killed == (mode == "pipe" ? ["program"] : ["program", "worker"]))
    }

    @Test(.enabled(if: has("ray") && has("pyarrow"), "needs ray and pyarrow"))
    func rayDrivesItAndWorkersAreKilled() throws {
        let folder = try Scratch()
        let input = try input(folder, documents: 10_000)
        try FileManager.default.createDirectory(atPath: folder.path + "/kill", withIntermediateDirectories: true)
        try check(
            [
                Program.root + "/Tests/Engines/ray_annotate.py", Program.path ?? "", input, folder.path + "/out.jsonl",
                folder.path + "/kill",
            ], in: folder, input: input, output: folder.path + "/out.jsonl")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/kill").sorted() == [
                "program", "worker",
            ])
    }
}
