import GeoTypes
import Geodesy
import TestSupport
import Testing

@Suite struct MeasureTests {
    /// Values of GeographicLib's RhumbSolve 2.1.2.
    @Test(
        arguments: [
            (0.0, 0.0, 0.0, 10.0, 90.0, 1113194.90793274),
            (10.0, 20.0, 10.0, 21.0, 90.0, 109639.36406815),
            (10.0, 20.0, 10.0000001, 21.0, 89.999994219815, 109639.36405139),
            (-60.0, 170.0, 60.0, -170.0, 7.582313510905, 13425534.22866340),
            (45.0, 0.0, 45.3, 0.2, 25.2552761061079, 36864.02913058),
            (80.0, 0.0, -80.0, 120.0, 156.6834980042384, 19350596.08732186),
            (51.5, 0.0, 40.7, -74.0, 258.09672442939006, 5820098.56765499),
            (-33.9, 151.2, -33.9, -70.0, 90.0, 12838014.89011694),
            (52.2145, 115.9035, -2.6638, -85.8163, 111.9470271963477, 16272304.06552605),
            (-88.9196, 58.6147, -5.2947, 93.503, 7.597087810713, 9378136.20348122),
            (-22.5775, 97.2503, -40.4597, 108.6896, 151.4516781281294, 2257276.58988585),
            (40.9088, -30.9577, 6.8183, 65.5386, 111.4252461465791, 10338394.32356365),
            (-54.6487, 19.3015, 54.3121, -84.4124, 321.3830270846992, 15459142.45621481),
            (53.999, 66.8484, 61.2823, -59.1905, 276.1751381252395, 7540776.16253792),
            (-72.422, 108.1018, 54.2511, -19.7235, 323.2410319747986, 17540918.67353135),
            (-72.3071, -109.0217, 24.0156, -75.1739, 14.5072138169601, 11035261.59847583),
            (80.3444, 31.8851, -53.2444, 55.9454, 173.2752372929876, 14928118.72743740),
            (-24.8524, 155.7854, 72.893, 5.2744, 311.6115277135111, 16325652.48150628),
            (25.7338, 71.2477, 54.3799, 171.495, 69.105898173415, 8918916.79895960),
            (-83.9409, -49.9045, 18.111, -70.4432, 353.7089583467921, 11397126.05873215),
        ] as [(Double, Double, Double, Double, Double, Double)])
    func rhumbLinesAreThoseOfRhumbSolve(
        latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double, azimuth: Double, length: Double
    ) throws {
        let start = Coordinate(latitude: latitude1, longitude: longitude1)
        let end = Coordinate(latitude: latitude2, longitude: longitude2)
        let line = RhumbLine(from: start, to: end)
        #expect(abs(line.length - length) < 1e-6)
        #expect(abs(line.azimuth - azimuth) < 1e-9)
        #expect(Geodesic.wgs84.distance(line.point(at: line.length), end) < 1e-6)
        let direct = try RhumbLine(from: start, azimuth: line.azimuth, length: line.length)
        #expect(Geodesic.wgs84.distance(direct.point(at: line.length), end) < 1e-6)
    }

    @Test func rhumbLinesAreNeverShorterThanGeodesicsAndSymmetric() {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<2000 {
            let a = Coordinate(
                latitude: .random(in: -89...89, using: &generator),
                longitude: .random(in: -180...180, using: &generator))
            let b = Coordinate(
                latitude: .random(in: -89...89, using: &generator),
                longitude: .random(in: -180...180, using: &generator))
            let there = RhumbLine(from: a, to: b)
            #expect(there.length > Geodesic.wgs84.distance(a, b) - 1e-6)
            #expect(abs(RhumbLine(from: b, to: a).length - there.length) < 1e-6)
        }
    }

    @Test func rhumbLinesEndAtThePole() {
        let start = Coordinate(latitude: 89, longitude: 20)
        #expect(throws: GeodesyError.rhumbBeyondPole) { try RhumbLine(from: start, azimuth: 0, length: 200_000) }
        let pole = RhumbLine(from: start, to: Coordinate(latitude: 90, longitude: -100))
        #expect(pole.azimuth == 0 && abs(pole.length - 111_693.9) < 1)
    }

    @Test func pointsOnTheWayLieOnTheWay() {
        let start = Coordinate(latitude: 49.2097, longitude: 37.2689)
        let end = Coordinate(latitude: 50.5977, longitude: 36.5858)
        for path in [GeodesicPath(from: start, to: end), RhumbLine(from: start, to: end)] as [any Path] {
            let points = [start] + path.points(between: 3) + [end]
            for (a, b) in zip(points, points.dropFirst()) {
                #expect(abs(Geodesic.wgs84.distance(a, b) - path.length / 4) < 0.01)
            }
            #expect(path.points(between: 1) == [path.midpoint])
            #expect(path.points(between: 0).isEmpty)
        }
    }

    /// A square degree at the equator: GeographicLib's Planimeter.
    @Test func areasDoNotDependOnTheSenseOfTheRing() {
        let ring = [(0.0, 0.0), (0, 1), (1, 1), (1, 0)].map { Coordinate(latitude: $0, longitude: $1) }
        for corners in [ring, ring.reversed(), ring + [ring[0]]] {
            let polygon = GeodesicPolygon(corners)
            #expect(abs(polygon.area - 12_308_778_361.469) < 0.01)
            #expect(abs(polygon.perimeter - 443_770.917248) < 1e-5)
        }
        let hole = GeodesicPolygon(rings: [
            ring, ring.map { Coordinate(latitude: $0.latitude / 2, longitude: $0.longitude / 2) },
        ])
        #expect(hole.area < 12_308_778_361 * 0.76 && hole.area > 12_308_778_361 * 0.74)
        #expect(GeodesicPolygon([]).area == 0)
    }

    @Test func ellipsoidsAndUnitsAreThoseOfPROJ() throws {
        #expect(Ellipsoid.all.count > 40)
        #expect(try Ellipsoid.named("wgs84") == .wgs84)
        #expect(abs(try Ellipsoid.named("krass").flattening - 1 / 298.3) < 1e-15)
        #expect(abs(try Ellipsoid.named("clrk66").flattening - (6_378_206.4 - 6_356_583.8) / 6_378_206.4) < 1e-15)
        #expect(try Ellipsoid.named("6371000,0").flattening == 0)
        for wrong in ["", "nosuch", "6378137", "6378137,x", "-1,298", "6378137,1"] {
            #expect(throws: GeodesyError.unknownEllipsoid(wrong)) { try Ellipsoid.named(wrong) }
        }
        #expect(abs((LengthUnit.named("us-ft")?.metres ?? 0) - 1200.0 / 3937) < 1e-12)
        #expect(LengthUnit.named("fath")?.metres == 1.8288)
        #expect(LengthUnit.named("Clarke's foot")?.metres == 0.3047972654)
    }

    @Test func systemsSayWhatTheyAre() throws {
        let plane = try CoordinateSystem("EPSG:32637")
        #expect(plane.kind == .projected && plane.name == "WGS 84 / UTM zone 37N" && plane.area?.box.west == 36)
        #expect(try CoordinateSystem("EPSG:4326").kind == .geographic)
        #expect(abs(try CoordinateSystem("EPSG:2263").metresPerUnit - 1200.0 / 3937) < 1e-9)
        #expect(try CoordinateSystem("+proj=laea +lat_0=49 +lon_0=37").kind == .projected)
        #expect(throws: GeodesyError.unknownSystem("EPSG:1")) { try CoordinateSystem("EPSG:1") }
        #expect(throws: GeodesyError.unknownSystem("")) { try CoordinateSystem("") }
    }

    @Test func transformationsUndoEachOther() throws {
        let geographic = try CoordinateSystem("EPSG:4326")
        let there = try CoordinateTransform(from: geographic, to: CoordinateSystem("EPSG:3035"))
        let back = try CoordinateTransform(from: CoordinateSystem("EPSG:3035"), to: geographic)
        let found = try back(try there(.init(x: 10, y: 52)))
        #expect(abs(found.x - 10) < 1e-9 && abs(found.y - 52) < 1e-9)
        #expect(there.lastOperation?.name.isEmpty == false)
    }

    @Test func aStraightLineIsDistortedAsTheScaleSays() throws {
        let transform = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: CoordinateSystem("EPSG:32637"))
        let line = try StraightLine(
            from: Coordinate(latitude: 50, longitude: 39), to: Coordinate(latitude: 50.01, longitude: 39), by: transform
        )
        #expect(abs((line.distortion ?? 0) + 0.0004) < 1e-6)
        #expect(abs(line.gridAzimuth) < 1e-9)
    }
}
