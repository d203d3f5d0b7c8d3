import Foundation
import Testing

/// `annotate` as engines drive it.
@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct EngineTests {
    private static func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private static let input = #"""
        {"id": "a", "text": "Izium was shelled on 9 September 2022."}
        {"text": "Nothing happened here."}
        not json

        {"id": 7, "text": "Kherson was shelled."}
        {"id": "a\u00e9\"", "text": "The same id twice is the same id twice."}
        {"id": "a", "text": ""}
        {"id": "long", "text": "LONG"}
        {"id": "r", "events": [], "toponyms": []}
        """#.replacingOccurrences(of: "LONG", with: String(repeating: "x", count: 3_000))

    @Test(arguments: ["1", "4"]) func aLineInIsALineOutInOrder(jobs: String) throws {
        let run = try Program.run(
            ["annotate", "--engine", "--jobs", jobs, "--max-document", "0.002"], input: Self.input)
        #expect(run.status == 0)
        #expect(run.errors == "read=9 answered=9 errors=5\n")
        let lines = run.output.split(separator: "\n")
        let records = try Self.objects(run.output)
        #expect(
            records.map { $0["status"] as? String } == [
                "ok", "ok", "error", "error", "ok", "ok", "error", "error", "error",
            ])
        #expect(records.allSatisfy { ($0["error"] == nil) == ($0["status"] as? String == "ok") })
        // Ids come back as they were written.
        #expect(lines[0].hasPrefix(#"{"id":"a","status":"ok","#))
        #expect(lines[1].hasPrefix(#"{"id":"content:"#))
        #expect(lines[4].hasPrefix(#"{"id":7,"#))
        #expect(lines[5].hasPrefix(#"{"id":"a\u00e9\"","#))
        #expect(lines[7].hasPrefix(#"{"id":"long","status":"error""#))
        #expect((records[7]["error"] as? String)?.contains("longer than") == true)
        for record in records {
            #expect((record["program"] as? String)?.hasPrefix("dateline ") == true)
            #expect((record["gazetteer"] as? String)?.isEmpty == false)
        }
        #expect((records[0]["events"] as? [Any])?.isEmpty == false)
        #expect((records[1]["events"] as? [Any])?.isEmpty == true)
    }

    @Test func badUTF8IsAnErrorRecord() throws {
        let folder = try Scratch()
        let file = folder.path + "/in.jsonl"
        try (Data(#"{"id": "x", "text": ""#.utf8) + Data([0xFF, 0xC0]) + Data("\"}\n".utf8)).write(
            to: URL(fileURLWithPath: file))
        let run = try Program.run(["annotate", "--engine", file])
        #expect(run.status == 0)
        let record = try #require(try Self.objects(run.output).first)
        #expect(record["id"] as? String == "x")
        #expect((record["error"] as? String)?.contains("not UTF-8") == true)
    }

    @Test func aSlowDocumentIsGivenUpAndTheNextIsDone() throws {
        let long = String(
            repeating: "Shelling hit Izium and Kherson on 9 September 2022, officials said. ", count: 40_000)
        let input = #"{"id": "slow", "text": "\#(long)"}\#n{"id": "quick", "text": "Izium was shelled."}\#n"#
        let run = try Program.run(["annotate", "--engine", "--jobs", "1", "--document-timeout", "0.3"], input: input)
        #expect(run.status == 0)
        let records = try Self.objects(run.output)
        #expect(records.map { $0["status"] as? String } == ["error", "ok"])
        #expect((records.first?["error"] as? String)?.contains("--document-timeout") == true)
        #expect(run.errors.hasSuffix("read=2 answered=2 errors=1\n"))
    }

    @Test(
        arguments: [
            (["annotate", "--engine", "/no/such/file"], 66), (["annotate", "--engine", "--nonsense"], 64),
            (["annotate", "--engine", "a", "b"], 64), (["annotate", "--engine", "--resume"], 64),
            (["annotate", "--engine", "--gazetteer", "/no/such.index"], 78), (["annotate", "--resume", "x.txt"], 64),
            (["annotate"], 64),
        ] as [([String], Int32)])
    func whatMustNotBeTriedAgainHasItsOwnCode(arguments: [String], status: Int32) throws {
        #expect(try Program.run(arguments, input: "").status == status)
    }

    /// Runs a shell script in which `$PROGRAM` is the program.
    private func shell(_ script: String, input: String? = nil) throws -> Program.Result {
        try Program.run(program: "/bin/sh", ["-c", script], input: input, environment: ["PROGRAM": Program.path ?? ""])
    }

    @Test func anEmptyEnvironmentIsEnough() throws {
        let share = URL(fileURLWithPath: Program.path ?? "").deletingLastPathComponent().deletingLastPathComponent()
            .path
        let run = try shell(
            #"cd / && env -i "$PROGRAM" annotate --engine --data "\#(share)/share/dateline" --gazetteer "\#(share)/share/dateline/gazetteer.index""#,
            input: #"{"id": "a", "text": "Izium was shelled."}"#)
        #expect(run.status == 0)
        #expect(try Self.objects(run.output).first?["status"] as? String == "ok")
    }

    @Test func aClosedPipeEndsItQuietly() throws {
        let line = #"{"id": "a", "text": "Izium was shelled on Friday and Kherson on Monday."}"# + "\n"
        let run = try shell(
            #""$PROGRAM" annotate --engine --jobs 2 | head -n 1"#, input: String(repeating: line, count: 5_000))
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(!run.errors.contains("dateline:"))
    }

    @Test(.enabled(if: Program.installed("parallel") != nil, "needs GNU parallel"))
    func parallelDrivesIt() throws {
        let input =
            (0..<400).map { #"{"id": "d\#($0)", "text": "Shelling hit Izium on \#(1 + $0 % 28) May 2022."}"# }
            .joined(separator: "\n") + "\n"
        let one = try Program.run(["annotate", "--engine", "--jobs", "1"], input: input)
        let many = try shell(
            #"parallel --pipe --keep-order -j 2 -N 50 "$PROGRAM" annotate --engine --jobs 1"#, input: input)
        #expect(many.status == 0)
        #expect(many.output == one.output)
        #expect(many.errors.split(separator: "\n").filter { $0 == "read=50 answered=50 errors=0" }.count == 8)
    }

    /// A driver that sends the next document only when the last is answered, as a worker of Ray or Spark does.
    @Test(.enabled(if: Program.installed("python3") != nil, "needs Python"))
    func aDriverThatWaitsForEachAnswerGetsIt() throws {
        let driver = """
            import json, os, subprocess, sys
            p = subprocess.Popen([os.environ["PROGRAM"], "annotate", "--engine", "--jobs", "2"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1)
            for number in range(50):
                p.stdin.write(json.dumps({"id": number, "text": "Izium was shelled."}) + "\\n")
                p.stdin.flush()
                assert json.loads(p.stdout.readline())["id"] == number
            # Half a line must not hold back what is done.
            p.stdin.write('{"id": "x", "text": "One."}\\n{"id": "y"')
            p.stdin.flush()
            assert json.loads(p.stdout.readline())["id"] == "x"
            p.stdin.write(', "text": "Two."}')
            p.stdin.close()
            assert json.loads(p.stdout.readline())["id"] == "y"
            assert p.stdout.readline() == ""
            assert p.wait() == 0
            assert p.stderr.read().splitlines()[-1] == "read=52 answered=52 errors=0"
            """
        let folder = try Scratch()
        let file = try folder.write(driver, to: "driver.py")
        let run = try shell("python3 \(file)")
        #expect(run.status == 0, "\(run.errors)")
    }

    // MARK: Interruption

    private func corpus(_ folder: Scratch, documents: Int) throws -> String {
        func text(_ number: Int) -> String {
            String(
                repeating: "Shelling hit Izium and Kherson on \(1 + number % 28) May 2022, officials said. ", count: 12)
        }
        return try folder.write(
            (0..<documents).map { number in
                number % 97 == 5
                    ? #"{"id": "bad\#(number)"}"#
                    : #"{"id": "d\#(number % 300)", "text": "\#(text(number))"}"#
            }.joined(separator: "\n") + "\n", to: "corpus.jsonl")
    }

    @Test(arguments: ["TERM", "INT", "KILL"]) func aRunThatWasCutOffGoesOnToTheSameBytes(signal: String) throws {
        let folder = try Scratch()
        let input = try corpus(folder, documents: 3_000)
        let whole = try Program.run(["annotate", input, "--quiet", "-o", folder.path + "/whole.jsonl"])
        #expect(whole.status == 1)
        let cut = try shell(
            """
            "$PROGRAM" annotate \(input) --jobs 1 --quiet -o \(folder.path)/cut.jsonl & pid=$!
            while [ ! -s \(folder.path)/cut.jsonl.part ]; do sleep 0.02; done
            kill -\(signal) $pid; wait $pid; echo $?
            """)
        #expect(cut.output.contains(["TERM": "143", "INT": "130", "KILL": "137"][signal] ?? "?"))
        #expect(!folder.files.contains("cut.jsonl"))
        let part = try String(contentsOfFile: folder.path + "/cut.jsonl.part", encoding: .utf8)
        if signal != "KILL" { #expect(part.hasSuffix("\n")) }
        let resumed = try Program.run(["annotate", input, "--quiet", "-o", folder.path + "/cut.jsonl", "--resume"])
        #expect(resumed.status == 1)
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder.path + "/cut.jsonl"))
                == Data(contentsOf: URL(fileURLWithPath: folder.path + "/whole.jsonl")))
        #expect(!folder.files.contains("cut.jsonl.part"))
    }

    /// Renaming a file over `/dev/null` would take it away from everybody.
    @Test func whatIsNoFileIsNotReplacedByOne() throws {
        let folder = try Scratch()
        let input = try folder.write(#"{"id": "a", "text": "Izium was shelled."}"# + "\n", to: "in.jsonl")
        let run = try shell(
            """
            mkfifo \(folder.path)/pipe; cat \(folder.path)/pipe >\(folder.path)/got &
            "$PROGRAM" annotate \(input) --quiet -o \(folder.path)/pipe; echo $?; wait
            "$PROGRAM" annotate \(input) --quiet -o \(folder.path)/pipe --resume; echo $?
            "$PROGRAM" gazetteer build \(folder.path) -o \(folder.path)/pipe; echo $?
            [ -p \(folder.path)/pipe ] && echo still a pipe
            """)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "0" && lines.last == "still a pipe", "\(run.output) \(run.errors)")
        #expect(lines.dropFirst().dropLast().allSatisfy { $0 != "0" } && lines.count == 4)
        let got = try String(contentsOfFile: folder.path + "/got", encoding: .utf8)
        #expect(try got == Program.run(["annotate", input, "--quiet"]).output)
    }

    @Test func anotherInputIsNotResumed() throws {
        let folder = try Scratch()
        try folder.write(#"{"id": "other", "toponyms": [], "times": [], "events": []}"# + "\n", to: "o.jsonl.part")
        let input = try folder.write(#"{"id": "a", "text": "One."}"#, to: "in.jsonl")
        let run = try Program.run(["annotate", input, "-o", folder.path + "/o.jsonl", "--resume"])
        #expect(run.status == 65)
        #expect(run.errors.contains("without --resume"))
    }

    @Test(.enabled(if: Program.installed("script") != nil, "needs script(1), which gives a terminal"))
    func progressIsShownOnATerminalOnly() throws {
        let folder = try Scratch()
        for number in 0..<300 {
            try folder.write(String(repeating: "Shelling hit Izium on Friday. ", count: 60), to: "\(number).txt")
        }
        let command = #""$PROGRAM" annotate \#(folder.path) --jobs 1 >/dev/null"#
        let terminal = try shell("script -qec '\(command)' /dev/null")
        #expect(terminal.output.contains(" of 300 articles"))
        #expect(try shell(command).errors.isEmpty)
    }
}
