import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct DistanceStreamTests {
    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private func stream(_ table: String, _ options: [String] = []) throws -> Program.Result {
        try Program.run(["distance", "--input", "-"] + options, input: table)
    }

    @Test func columnsArePassedThroughAndFiguresAdded() throws {
        let run = try stream(
            "id,lat1,lon1,lat2,lon2,note\n7,49.2097,37.2689,50.5977,36.5858,\"a, b\"\n",
            ["--unit", "m", "--precision", "6"])
        #expect(run.status == 0)
        #expect(
            lines(run.output) == [
                "id,lat1,lon1,lat2,lon2,note,distance,azimuth,back_azimuth",
                "7,49.2097,37.2689,50.5977,36.5858,\"a, b\",161993.077279,342.627048,162.104461",
            ])
    }

    @Test func tabsReturnsAndMarksAreKept() throws {
        let run = try stream("\u{FEFF}lat1\tlon1\tlat2\tlon2\r\n0\t0\t0\t1\r\n", ["--precision", "0"])
        #expect(
            run.output.utf8.elementsEqual(
                "\u{FEFF}lat1\tlon1\tlat2\tlon2\tdistance\tazimuth\tback_azimuth\r\n0\t0\t0\t1\t111\t90.000000\t270.000000\r\n"
                    .utf8))
    }

    @Test func objectsKeepTheirMembers() throws {
        let run = try stream(#"{"x":[1,{"y":null}],"from":"0,0","to":"0,1"}"# + "\n", ["--precision", "1"])
        #expect(
            run.output
                == #"{"x":[1,{"y":null}],"from":"0,0","to":"0,1","distance":111.3,"azimuth":90,"back_azimuth":270}"#
                + "\n")
    }

    @Test func formsAreTurnedIntoOneAnother() throws {
        let rows = try stream(#"{"from":"0,0","to":"0,1","n":"q\"r"}"# + "\n", ["--format", "csv", "--precision", "0"])
        #expect(
            rows.output
                == "from,to,n,distance,azimuth,back_azimuth\n\"0,0\",\"0,1\",\"q\"\"r\",111,90.000000,270.000000\n")
        let objects = try stream("lat1,lon1,lat2,lon2,a\n0,0,0,1,\n", ["--format", "jsonl", "--precision", "0"])
        #expect(
            objects.output
                == #"{"lat1":0,"lon1":0,"lat2":0,"lon2":1,"a":null,"distance":111,"azimuth":90,"back_azimuth":270}"#
                + "\n")
    }

    /// A bad row is told with line and column, goes on without figures, and stops nothing.
    @Test(arguments: [
        ("lat1,lon1,lat2,lon2", "abc,def,1,2", ":2:1: ", 1), ("lat1,lon1,lat2,lon2", "10,20,,", ":2:7: ", 1),
        ("lat1,lon1,lat2,lon2", "0,0,91,0", ":2:5: ", 1), ("lat1,lon1,lat2,lon2", "0,181,0,0", ":2:3: ", 1),
        ("lat1,lon1,lat2,lon2", "0,0,0", ":2:1: found 3 cells, expected 4", 1),
        ("lat1,lon1,lat2,lon2", "0,0,0,0,0", ":2:1: found 5 cells, expected 4", 1),
        ("lat1,lon1,lat2,lon2", "0,\"0,0,0", ":2:3: found quotes that nothing closes", 1),
        ("lat1,lon1,lat2,lon2", "é,0,0,nan", ":2:1: ", 1),
        ("from\tto", "0,0\tXqzwvbnk", ":2:5: 'Xqzwvbnk' is no place", 1),
        ("from\tto", "\t0,0", ":2:1: from is empty", 1),
        ("from\tto", "0,0\t1,2x", ":2:8: to: found 'x'", 1),
    ])
    func aBadRowIsToldAndCounted(header: String, row: String, message: String, status: Int) throws {
        let good = header.hasPrefix("from") ? "0,0\t0,1" : "0,0,0,1"
        let last = row.contains("\"") ? "" : good + "\n"
        let run = try stream(header + "\n" + row + "\n" + last)
        #expect(run.errors.contains("standard input" + message), "\(run.errors)")
        #expect(run.status == (last.isEmpty ? 65 : 1))
        let output = lines(run.output)
        #expect(output[1].hasPrefix(row))
        if !last.isEmpty { #expect(output[2].contains("111.319")) }
    }

    @Test func everyBadRowIsCountedAsARow() throws {
        let objects = "{\"lat1\":0,\"lon1\":0,\"lat2\":0,\"lon2\":91e9}\n{not JSON\n"
        let run = try stream(objects, ["--format", "csv"])
        #expect(run.status == 65)
        #expect(run.errors.contains("2 of 2 rows without a distance"), "\(run.errors)")
    }

    @Test func aStrictRunStopsAndLosesNothing() throws {
        let table = "lat1,lon1,lat2,lon2\n0,0,0,1\n0,0,0,x\n0,0,0,2\n"
        let run = try stream(table, ["--strict"])
        #expect(run.status == 65)
        #expect(lines(run.output).count == 2 && run.output.contains("111.319"))
        #expect(run.errors.contains(":3:7:"))
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "found the columns a, b"), ("", "is empty"),
        ("lat1,lon1,lat2,lon2,distance\n", "'distance' already"),
        ("{\"from\":1\n", "expected a comma or the end"), ("49 37 50 36\n", "expected a first line"),
    ])
    func tablesWithoutTheColumnsAreRefused(table: String, message: String) throws {
        let run = try stream(table)
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func namesInATableAreResolvedAndCounted() throws {
        let run = try stream("from,to\nIzium,Belgorod\nSpringfield,\"0,0\"\n", ["--precision", "1"])
        #expect(run.status == 0)
        #expect(lines(run.output)[1].hasPrefix("Izium,Belgorod,163.2,342.4"))
        #expect(run.errors.contains("1 row has a name that may mean another place"))
        #expect(try stream("from,to\nSpringfield,\"0,0\"\n", ["--strict"]).status == 65)
    }

    @Test func numbersMayHaveExponentsAndAnglesMinutes() throws {
        let run = try stream("lat1,lon1,lat2,lon2\n1e-08,0,0°0'N,6e1\n")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func anyNumberOfTasksGivesTheSameBytesInOrder() throws {
        var table = "n,lat1,lon1,lat2,lon2\n"
        for index in 0..<20_000 { table += "\(index),\(index % 90),\(index % 180),\(-(index % 77)),\(index % 13)\n" }
        let one = try stream(table, ["--jobs", "1"])
        #expect(lines(one.output).count == 20_001)
        #expect(try stream(table, ["--jobs", "4"]).output == one.output)
    }

    @Test func cellsMayHoldLineFeeds() throws {
        let run = try stream("note,lat1,lon1,lat2,lon2\n\"a\nb\",0,0,0,1\nc,0,0,0,x\n")
        #expect(run.output.contains("\"a\nb\",0,0,0,1,111.319"))
        #expect(run.errors.contains(":4:9:"))
    }

    /// Karney's test set, where it lies beside the project: within ten nanometres through the stream.
    @Test(.enabled(if: DistanceStreamTests.reference != nil, "needs DATELINE_GEODTEST, the path of GeodTest-short.dat"))
    func geodTestIsMetWithinTenNanometres() throws {
        let text = try String(contentsOfFile: try #require(Self.reference), encoding: .utf8)
        var table = "lat1,lon1,lat2,lon2\n"
        var expected: [Double] = []
        for line in lines(text) {
            let cells = line.split(separator: " ")
            table += "\(cells[0]),\(cells[1]),\(cells[3]),\(cells[4])\n"
            expected.append(try #require(Double(cells[6])))
        }
        let output = lines(try stream(table, ["--unit", "m", "--precision", "10"]).output).dropFirst()
        #expect(output.count == expected.count)
        for (line, distance) in zip(output, expected) {
            let found = try #require(Double(line.split(separator: ",")[4]))
            #expect(abs(found - distance) < 10e-9)
        }
    }

    static let reference = ProcessInfo.processInfo.environment["DATELINE_GEODTEST"]
}
