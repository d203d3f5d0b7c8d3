import GeoTypes
import Geodesy
import TestSupport
import Testing

@Suite struct GridTests {
    /// Values of GeographicLib's GeoConvert 2.1.2.
    @Test(
        arguments: [
            (49.2097, 37.2689, 37, 373918.1710492, 5452209.8090153, "37UCQ7391852209"),
            (60.0, 5.0, 32, 276979.9264010, 6658157.2024073, "32VKM7697958157"),
            (78.0, 8.0, 31, 615914.5248767, 8663320.2014038, "31XFG1591463320"),
            (78.0, 10.0, 33, 384085.4751233, 8663320.2014038, "33XUG8408563320"),
            (83.5, 25.0, 35, 474727.9733364, 9272714.1614122, "35XMN7472772714"),
            (84.5, -30.0, 0, 1694459.3219578, 1470788.0218519, "YUB9445970788"),
            (89.9, 120.0, 0, 2009614.9468226, 2005551.1921363, "ZAH0961405551"),
            (90.0, 0.0, 0, 2000000.0000000, 2000000.0000000, "ZAH0000000000"),
            (-90.0, 0.0, 0, 2000000.0000000, 2000000.0000000, "BAN0000000000"),
            (-85.0, -170.0, 0, 1903545.8362148, 1452981.2544984, "AZG0354552981"),
            (-80.0, 20.0, 34, 480615.1967040, 1118247.5851926, "34CDS8061518247"),
            (-79.99, -179.99, 1, 442004.0536022, 1118039.7443191, "01CDM4200418039"),
            (0.0, 0.0, 31, 166021.4430805, 0.0000000, "31NAA6602100000"),
            (-0.0001, -0.0001, 30, 833967.4140493, 9999988.9317254, "30MZE3396799988"),
            (10.0, 179.9999, 60, 828917.7622814, 1106908.7543760, "60PZS2891706908"),
            (32.5, -117.1, 11, 490606.0810138, 3595863.5181354, "11SMR9060695863"),
            (-33.87, 151.2, 56, 333510.6500807, 6250800.2411836, "56HLH3351050800"),
            (71.9, 8.9, 32, 496532.4483998, 7977781.2764901, "32WME9653277781"),
            (64.1, 11.0, 32, 597462.3410912, 7109687.9127788, "32WNS9746209687"),
            (40.0, 0.0, 31, 243900.3520297, 4432069.0568985, "31TBE4390032069"),
            (-34.6, -58.4, 21, 371624.5441903, 6170423.2403989, "21HUB7162470423"),
            (-47.511344, -142.860228, 7, 359932.1541214, 4736332.5300860, "07GCH5993236332"),
            (-18.709516, -124.209983, 10, 372422.4828107, 7930881.3038512, "10KCE7242230881"),
            (-78.027283, -35.427235, 25, 443805.8662734, 1337421.0347444, "25CDP4380537421"),
            (75.231908, 108.162847, 49, 419300.3748222, 8351414.3884438, "49XDD1930051414"),
            (47.729268, -100.105857, 14, 417077.8520733, 5286802.3879820, "14TMT1707786802"),
            (6.602401, -80.394248, 17, 566962.1834967, 729836.7393199, "17NNH6696229836"),
            (-58.920385, -141.774015, 7, 455429.0718951, 3468555.2567187, "07EDQ5542968555"),
            (-51.407922, 153.891227, 56, 561986.5344463, 4304434.2307805, "56FNJ6198604434"),
            (59.205609, 110.394845, 49, 465440.2531660, 6563103.8415171, "49VDF6544063103"),
            (54.080611, -110.363178, 12, 541662.4359001, 5992678.0486001, "12UWE4166292678"),
            (-34.227008, 45.711217, 38, 565504.7412880, 6212444.6749524, "38HNH6550412444"),
            (41.741048, 127.673409, 52, 389689.4488148, 4621876.0150760, "52TCM8968921876"),
            (68.409135, -148.781429, 6, 426853.2062010, 7589537.7997106, "06WVA2685389537"),
            (19.053339, 61.812524, 41, 375051.0690871, 2107152.0413951, "41QLB7505107152"),
            (1.07168, -115.995537, 11, 611757.9221515, 118471.3021135, "11NPB1175718471"),
            (-4.75418, -147.835365, 6, 407359.2178444, 9474452.1954383, "06MVV0735974452"),
            (78.225906, 131.574301, 52, 558622.5042503, 8684870.4994776, "52XEM5862284870"),
            (8.574997, -71.911534, 19, 179484.2040093, 949080.5959654, "19PAK7948449080"),
            (73.596652, 26.052049, 35, 470120.7674795, 8167277.1108919, "35XMB7012067277"),
            (68.817103, 125.295872, 51, 592565.7574306, 7635698.0823934, "51WWS9256535698"),
        ] as [(Double, Double, Int, Double, Double, String)])
    func gridsAreThoseOfGeoConvert(
        latitude: Double, longitude: Double, zone: Int, easting: Double, northing: Double, reference: String
    ) throws {
        let point = Coordinate(latitude: latitude, longitude: longitude)
        let grid = UTM(point)
        #expect(grid.zone == zone)
        #expect(abs(grid.easting - easting) < 1e-6 && abs(grid.northing - northing) < 1e-6, "\(grid)")
        #expect(MGRS.text(point) == reference)
        let back = try #require(grid.coordinate)
        #expect(Geodesic.wgs84.distance(back, point) < 1e-6)
    }

    /// PROJ's own projection in the standard zone, all over the Earth.
    @Test func eastingsAndNorthingsAreThoseOfPROJ() throws {
        var generator = SeededGenerator(seed: 21)
        let geographic = try CoordinateSystem("EPSG:4326")
        for zone in stride(from: 1, through: 60, by: 7) {
            for isNorthern in [true, false] {
                let code = "EPSG:32\(isNorthern ? 6 : 7)\(zone < 10 ? "0" : "")\(zone)"
                let transform = try CoordinateTransform(from: geographic, to: CoordinateSystem(code))
                for _ in 0..<50 {
                    let centre = Double(6 * zone - 183)
                    let point = Coordinate(
                        latitude: .random(in: isNorthern ? 0...55 : -79...0, using: &generator),
                        longitude: centre + .random(in: -2.999...2.999, using: &generator))
                    let grid = UTM(point)
                    let expected = try transform(.init(x: point.longitude, y: point.latitude))
                    #expect(grid.zone == zone)
                    #expect(abs(grid.easting - expected.x) < 1e-5 && abs(grid.northing - expected.y) < 1e-5, "\(point)")
                }
            }
        }
    }

    @Test(arguments: [
        // South-west Norway and Svalbard, their edges, the poles' caps, the antimeridian.
        (60.0, 5.0, 32), (60, 2.9, 31), (55.9, 5, 31), (64, 5, 31), (78, 8.9, 31), (78, 9, 33), (78, 20.9, 33),
        (78, 21, 35), (78, 33, 37), (78, 42, 38), (83.99, 15, 33), (84, 15, 0), (-80, 15, 33), (-80.01, 15, 0),
        (10, 180, 1), (10, -180, 1), (10, 179.99, 60),
    ])
    func zonesHaveTheirExceptions(latitude: Double, longitude: Double, zone: Int) {
        #expect(UTM.standardZone(Coordinate(latitude: latitude, longitude: longitude)) == zone)
    }

    @Test(arguments: [
        "37U EQ 19587 50632", "37UEQ1958750632", "37ueq1958750632", "37U 519587.5 5450632.5", "37n 519587.5 5450632.5",
        "UTM 37U 519587.5mE 5450632.5mN", "zone 37 north 519587.5 5450632.5", "37 U 519587.5 5450632.5",
        "37N 519587.5, 5450632.5",
    ])
    func gridsAreReadInEveryForm(text: String) throws {
        let parsed = try #require(try CoordinateNotation.parse(text))
        let grid = UTM(zone: 37, isNorthern: true, easting: 519_587.5, northing: 5_450_632.5)
        #expect(Geodesic.wgs84.distance(parsed.coordinate, try #require(grid.coordinate)) < 0.001)
    }

    @Test func squaresStandForTheirMiddle() throws {
        let coarse = try #require(try CoordinateNotation.parse("37U DQ 19 50"))
        #expect(coarse.squareSize == 1000)
        let middle = try #require(UTM(zone: 37, isNorthern: true, easting: 419_500, northing: 5_450_500).coordinate)
        #expect(Geodesic.wgs84.distance(coarse.coordinate, middle) < 0.001)
    }

    @Test(arguments: [
        ("37U DQ 1958 506", 8), ("61U DQ 1958 5063", 1), ("37I DQ 1958 5063", 3), ("37U IQ 1958 5063", 5),
        ("37U DW 1958 5063", 6), ("37U DQ", 7), ("37U CH 10 10", 6), ("37S 519587 3850632", 3),
        ("37U 19587 5450632", 5), ("37C 519587 5450632", 3), ("37U DQ 123456 123456", 8),
    ])
    func whatIsNoGridReferenceIsRefused(text: String, column: Int) {
        let error = #expect(throws: CoordinateError.self) { try CoordinateNotation.parse(text) }
        #expect(error?.column == column, "\(error?.description ?? "")")
    }

    @Test func aCapitalSIsTheSouthWhereTheBandIsImpossible() throws {
        let found = try #require(try CoordinateNotation.parse("19S 350000 6300000"))
        #expect(found.coordinate.latitude < 0)
    }
}
