import GeoTypes
import Geodesy
import TestSupport
import Testing

@Suite struct NotationTests {
    static let izium = Coordinate(latitude: 49.2097, longitude: 37.2689)

    @Test(arguments: [
        ("49.2097,37.2689", 49.2097, 37.2689), ("49.2097 37.2689", 49.2097, 37.2689),
        (" 49.2097 ; 37.2689", 49.2097, 37.2689),
        ("-33.5,-70.25", -33.5, -70.25), ("−33.5, −70.25", -33.5, -70.25), ("+1,+2", 1, 2), (".5,-.5", 0.5, -0.5),
        ("1e-08,0", 1e-8, 0), ("1E1,2.5e+1", 10, 25), ("49.2N 37.3E", 49.2, 37.3), ("37.3E, 49.2N", 49.2, 37.3),
        ("N49.2 E37.3", 49.2, 37.3), ("S 33.5 W 70.25", -33.5, -70.25), ("49.2° N, 37.3° W", 49.2, -37.3),
        ("49°12'36\"N 37°15'00\"E", 49.21, 37.25), ("49°12′36″N, 37°15′E", 49.21, 37.25),
        ("49º12’36”N 37º15’0”W", 49.21, -37.25), ("49d12m36sN 37d15mE", 49.21, 37.25),
        ("49d12'36\"N 37d15'E", 49.21, 37.25),
        ("49:12:36N 37:15:00E", 49.21, 37.25), ("49:12:36 -37:15:00", 49.21, -37.25),
        ("N 49 12 36 E 37 15 0", 49.21, 37.25),
        ("49 12.6 N 37 15 E", 49.21, 37.25), ("33°30'S 70°15'W", -33.5, -70.25), ("-33°30' -70°15'", -33.5, -70.25),
        ("49 deg 12 min 36 sec north, 37 deg 15 min east", 49.21, 37.25), ("90,180", 90, 180), ("-90,-180", -90, -180),
        ("geo:49.21,37.25", 49.21, 37.25), ("GEO:49.21,37.25,120;u=35", 49.21, 37.25),
        ("geo:49.21,37.25;crs=wgs84", 49.21, 37.25),
    ])
    func everyWayOfWritingACoordinateIsRead(text: String, latitude: Double, longitude: Double) throws {
        let parsed = try #require(try CoordinateNotation.parse(text))
        #expect(abs(parsed.coordinate.latitude - latitude) < 1e-12)
        #expect(abs(parsed.coordinate.longitude - longitude) < 1e-12)
    }

    /// What a person would not have meant is refused, with the column at fault.
    @Test(arguments: [
        ("91,0", 1), ("0,181", 3), ("10", 3), ("1,2,3", 4), ("1,2x", 4), ("nan,1", 1), ("1,", 3),
        ("49,2097 37,2689", 11),
        ("49°60'N 37°E", 4), ("49°12'60\"N 37°E", 7), ("-49N 37E", 1), ("49N 37N", 5), ("49N, 37", 6),
        ("49.5°12'N 37E", 6),
        ("49°-12'N 37E", 4), ("1e999,0", 1), ("49 12 36 37 15 0", 17), ("geo:49.2", 9), ("geo:49.2,x", 10),
        ("geo:1,2;crs=epsg:4979", 9), ("1..5,2", 3), ("0x10,5", 2), ("N49 12 36 N37", 11),
        ("49°12'36\"37'N 5E", 10),
    ])
    func whatIsNoCoordinateIsRefused(text: String, column: Int) {
        let error = #expect(throws: CoordinateError.self) { try CoordinateNotation.parse(text) }
        #expect(error?.column == column, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "Izium", "St. Petersburg", "Nan", "100 Mile House", "North East, Maryland", "E", "S", "Ness", "Paris, 75001",
        "Washington, D.C.", "Ізюм", "", "Les Sables-d'Olonne", "abc def", "--1,2",
    ])
    func namesAreNoCoordinates(text: String) throws {
        #expect(try CoordinateNotation.parse(text) == nil)
    }

    @Test func everyNotationReadsWhatItWrites() throws {
        var generator = SeededGenerator(seed: 11)
        for turn in 0..<3000 {
            let point = Coordinate(
                latitude: .random(in: -90...90, using: &generator),
                longitude: .random(in: -180...180, using: &generator))
            for notation in CoordinateNotation.allCases {
                let text = notation.text(point, metres: 6)
                let parsed = try #require(try CoordinateNotation.parse(text), "\(text)")
                #expect(parsed.notation == notation, "\(text)")
                let distance = Geodesic.wgs84.distance(parsed.coordinate, point)
                // The middle of a square metre is at most 0.71 m away, and a little more of the plane's metres.
                let tolerance = notation == .mgrs ? 0.72 : notation == .dms ? 2e-4 : 2e-5
                #expect(distance < tolerance, "\(notation) \(text) \(turn): \(distance) m")
            }
        }
    }

    @Test(
        arguments: [-Double.leastNonzeroMagnitude, -1e-300, -1e-9, .leastNonzeroMagnitude, -0.0],
        [180, Double(180).nextDown, -Double(180).nextDown, Double(6).nextDown])
    func aHairBesideTheEquatorOrTheEdgeOfAZoneIsReadAgain(latitude: Double, longitude: Double) throws {
        let point = Coordinate(latitude: latitude, longitude: longitude)
        for notation in CoordinateNotation.allCases {
            let parsed = try #require(try CoordinateNotation.parse(notation.text(point, metres: 6)))
            #expect(Geodesic.wgs84.distance(parsed.coordinate, point) < 1.1, "\(notation)")
        }
    }

    @Test func whatIsNoNumberHasNoPointOfTheCompass() {
        for azimuth in [Double.nan, .infinity, -.infinity] { #expect(Compass.point(azimuth).isEmpty) }
    }

    @Test func oneAngleKnowsItsAxis() throws {
        #expect(try CoordinateNotation.angle("37°15'E", isLatitude: false) == 37.25)
        #expect(throws: CoordinateError.self) { try CoordinateNotation.angle("37E", isLatitude: true) }
        #expect(throws: CoordinateError.self) { try CoordinateNotation.angle("90.1", isLatitude: true) }
        #expect(throws: CoordinateError.self) { try CoordinateNotation.angle("", isLatitude: true) }
        #expect(throws: CoordinateError.self) { try CoordinateNotation.angle("1 2 3 4", isLatitude: true) }
    }

    @Test func arbitraryBytesNeverTrap() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("0123456789.,-+eE NSEWnsew°'\"′″:;/dmsgeoUTMX\u{0}é−".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...14, using: &generator) {
                text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
            if let parsed = try? CoordinateNotation.parse(String(text)) {
                #expect(abs(parsed.coordinate.latitude) <= 90 && abs(parsed.coordinate.longitude) <= 180)
            }
        }
    }
}
