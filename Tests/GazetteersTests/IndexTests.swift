import Gazetteers
import GeoTypes
import Testing

/// A small gazetteer with the usual traps.
enum SmallGazetteer {
    static let places = """
        id\tname\tlatitude\tlongitude\tfeature_code\tcountry_code\tadmin1_code\tpopulation\talternates
        geonames:707292\tIzyum\t49.20697\t37.27679\tPPL\tUA\t07\t45884\tIzium
        geonames:706483\tKharkiv\t49.98081\t36.25272\tPPLA\tUA\t07\t1433886\tKharkov
        geonames:706482\tKharkiv Oblast\t49.5\t36.5\tADM1\tUA\t07\t2700000\t
        geonames:690791\tUkraine\t49\t32\tPCLI\tUA\t\t44622516\t
        geonames:2638664\tSalisbury\t51.06931\t-1.79569\tPPL\tGB\tENG\t44748\t
        geonames:4489985\tSalisbury\t35.67097\t-80.47423\tPPL\tUS\tNC\t34017\t
        geonames:6252001\tUnited States\t39.76\t-98.5\tPCLI\tUS\t\t327167434\tUSA
        geonames:2970000\tUs\t49.1\t1.97\tPPL\tFR\t11\t1300\t
        geonames:2222222\tSan José\t9.93\t-84.08\tPPLC\tCR\t08\t335007\t
        dateline:donbas\tDonbas\t48.3\t38\tRGN\tUA\t\t0\tDonbass|Донбас
        """
    static let names = """
        name\tplace_id\tkind\tsource
        US\tgeonames:6252001\tabbreviation\tiso
        U.S.\tgeonames:6252001\tabbreviation\tap
        Ukrainian\tgeonames:690791\tdemonym\tgeneral-knowledge
        Kharkiv\tgeonames:706482\tshort\tderived
        """

    static func bytes() throws -> [UInt8] {
        var tables = GazetteerTables()
        try tables.read(Array((places + "\n").utf8), path: "places.tsv")
        try tables.read(Array((names + "\n").utf8), path: "names.tsv")
        return try IndexBuilder.build(tables)
    }
}

@Suite struct IndexTests {
    private func ids(_ name: String, depth: LookupDepth = .folded) throws -> [String] {
        try GazetteerIndex(SmallGazetteer.bytes()).candidates(for: name, depth: depth).map(\.place.id)
    }

    @Test func everyNameIsFoundAgain() throws {
        let index = try GazetteerIndex(SmallGazetteer.bytes())
        var tables = GazetteerTables()
        try tables.read(Array(SmallGazetteer.places.utf8), path: "places.tsv")
        try tables.read(Array(SmallGazetteer.names.utf8), path: "names.tsv")
        for row in tables.places {
            for name in [row.name] + row.alternates {
                let found = index.candidates(for: name, depth: .exact).first { $0.place.id == row.id }
                #expect(found?.rung == .exact, "\(name)")
            }
            let place = try #require(index.place(id: row.id))
            #expect(place.name == row.name)
            #expect(place.population == row.population)
            #expect(abs(place.coordinate.latitude - row.coordinate.latitude) < 1e-6)
            #expect(abs(place.coordinate.longitude - row.coordinate.longitude) < 1e-6)
        }
        for row in tables.names {
            #expect(
                index.candidates(for: row.name, depth: .exact).contains { $0.place.id == row.placeID }, "\(row.name)")
        }
        #expect(index.place(id: "geonames:1") == nil)
        #expect(index.place(id: "dateline:nowhere") == nil)
        #expect(index.place(id: "geonames:0707292") == nil)
    }

    @Test(arguments: [
        ("Izyum", "geonames:707292", Rung.exact), ("IZYUM", "geonames:707292", .unaccented),
        ("Ізюм", "geonames:707292", .folded), ("Isjum", "geonames:707292", .folded),
        ("San Jose", "geonames:2222222", .unaccented), ("Donbass", "dateline:donbas", .exact),
        ("Izyume", "geonames:707292", .edited),
    ])
    func theLadderSaysByWhichRung(name: String, id: String, rung: Rung) throws {
        let found = try #require(
            try GazetteerIndex(SmallGazetteer.bytes()).candidates(for: name, depth: .fuzzy).first)
        #expect(found.place.id == id)
        #expect(found.rung == rung)
    }

    /// One letter left out, two swapped, one written for another, one too many; at every position.
    @Test func everyNameOneEditAwayIsFound() throws {
        let index = try GazetteerIndex(SmallGazetteer.bytes())
        let name = Array("donbas".utf8)
        let letters = Array("bdklmnprv".utf8)
        var edited: [[UInt8]] = []
        for position in name.indices {
            edited.append(Array(name[..<position] + name[(position + 1)...]))
            edited += letters.map { Array(name[..<position] + [$0] + name[(position + 1)...]) }
        }
        for position in 0...name.count { edited += letters.map { Array(name[..<position] + [$0] + name[position...]) } }
        for position in 1..<name.count {
            var swapped = name
            swapped.swapAt(position - 1, position)
            edited.append(swapped)
        }
        for spelling in edited.map({ String(decoding: $0, as: UTF8.self) }) {
            let found = index.candidates(for: spelling, depth: .fuzzy)
            #expect(found.map(\.place.id) == ["dateline:donbas"], "\(spelling)")
        }
        #expect(index.candidates(for: "donkak", depth: .fuzzy).isEmpty)
    }

    @Test func abbreviationsCountAsWrittenOnly() throws {
        #expect(try ids("US").first == "geonames:6252001")
        #expect(try ids("Us") == ["geonames:2970000"])
        #expect(try ids("us") == ["geonames:2970000"])
        #expect(try ids("ukrainian").isEmpty)
    }

    @Test func primaryNamesOutrankShortOnes() throws {
        #expect(try ids("Kharkiv") == ["geonames:706483", "geonames:706482"])
        #expect(try ids("Salisbury") == ["geonames:2638664", "geonames:4489985"])
    }

    @Test func divisionsAreKnownByName() throws {
        let index = try GazetteerIndex(SmallGazetteer.bytes())
        #expect(index.place(id: "geonames:707292")?.admin1 == "Kharkiv Oblast")
        #expect(index.place(id: "geonames:690791")?.admin1 == nil)
    }

    @Test func placesAroundAPointAreFound() throws {
        let index = try GazetteerIndex(SmallGazetteer.bytes())
        let near = index.places(around: Coordinate(latitude: 49.5, longitude: 36.8), degrees: 1)
        #expect(near.map(\.id) == ["geonames:706482", "geonames:706483", "geonames:707292"])
    }

    @Test func sameTablesGiveTheSameBytes() throws {
        #expect(try SmallGazetteer.bytes() == SmallGazetteer.bytes())
    }
}

@Suite struct DamagedIndexTests {
    @Test func aForeignOrTruncatedFileIsAnErrorAtOpening() throws {
        let bytes = try SmallGazetteer.bytes()
        #expect(throws: GazetteerError.self) { try GazetteerIndex([]) }
        #expect(throws: GazetteerError.self) { try GazetteerIndex(Array("not a gazetteer".utf8)) }
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: GazetteerError.self) { try GazetteerIndex(Array(bytes[..<length])) }
        }
        #expect(throws: GazetteerError.self) { try GazetteerIndex(bytes + [0]) }
    }

    /// Flips every byte outside the tables that are only zeros: each flip is found at opening or by `verify`, and no
    /// look-up traps.
    @Test func everyFlippedByteIsFoundAndNoneTraps() throws {
        let bytes = try SmallGazetteer.bytes()
        for position in bytes.indices where position < 4096 || position % 61 == 0 || bytes[position] != 0 {
            var damaged = bytes
            damaged[position] ^= 0xFF
            guard let index = try? GazetteerIndex(damaged) else { continue }
            #expect(throws: GazetteerError.self, "byte \(position)") { try index.verify() }
            for name in ["Izium", "Kharkiv", "Salisburi", "US"] {
                _ = index.candidates(for: name, depth: .fuzzy)
                _ = index.longestName(beginningWith: FoldingKey.fold(name))
            }
            _ = index.candidates(beginningWith: "Kh", limit: 5)
            _ = index.ancestors(of: "geonames:707292")
            _ = index.place(id: "geonames:707292")
            _ = index.places(around: Coordinate(latitude: 49, longitude: 37), degrees: 1)
        }
    }
}

@Suite struct TableTests {
    @Test(arguments: [
        ("geonames:1\tA\t95\t0\tPPL\tUA\t\t0\t", "latitude"),
        ("geonames:1\tA\tx\t0\tPPL\tUA\t\t0\t", "latitude"),
        ("geonames:1\tA\t5\t0\tPPL\tUKR\t\t0\t", "country code"),
        ("geonames:1\tA\t5\t0\tPPL\tUA\t\t-4\t", "population"),
        ("geonames:1\tA\t5", "fields"),
        ("\tA\t5\t0\tPPL\tUA\t\t0\t", "id"),
    ])
    func aBadLineIsNamed(line: String, expected: String) {
        let header = "id\tname\tlatitude\tlongitude\tfeature_code\tcountry_code\tadmin1_code\tpopulation\talternates"
        var tables = GazetteerTables()
        let error = #expect(throws: GazetteerError.self) {
            try tables.read(Array((header + "\n" + line + "\n").utf8), path: "bad.tsv")
        }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.hasPrefix("bad.tsv:2:"))
        #expect(message.contains(expected))
    }

    @Test func aNameWithoutAPlaceIsNamed() throws {
        var tables = GazetteerTables()
        try tables.read(Array("name\tplace_id\tkind\nX\tgeonames:9\tcommon\n".utf8), path: "names.tsv")
        #expect(throws: GazetteerError.unknownPlace(path: "names.tsv", line: 2, id: "geonames:9")) {
            try IndexBuilder.build(tables)
        }
    }
}
