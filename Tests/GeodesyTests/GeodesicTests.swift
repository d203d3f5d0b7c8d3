import GeoTypes
import Geodesy
import TestSupport
import Testing

@Suite struct GeodesicTests {
    /// Reference values of GeographicLib's GeodSolve and PROJ's geod for WGS 84.
    @Test(arguments: [
        // Izium to Belgorod: geod, GeodSolve, pyproj and QGIS agree.
        (49.2097, 37.2689, 50.5977, 36.5858, 161_993.077279, 342.627048, 162.104461),
        // Along the equator, and along a meridian to the pole.
        (0.0, 0.0, 0.0, 1.0, 111_319.490793, 90.0, 270.0),
        (0.0, 0.0, 90.0, 0.0, 10_001_965.729313, 0.0, 180.0),
        // Across the antimeridian.
        (0.0, 179.5, 0.0, -179.5, 111_319.490793, 90.0, 270.0),
    ])
    func inverseGivesTheReferenceValues(
        latitude1: Double, longitude1: Double, latitude2: Double, longitude2: Double, distance: Double,
        azimuth: Double, back: Double
    ) {
        let found = Geodesic.wgs84.inverse(
            Coordinate(latitude: latitude1, longitude: longitude1),
            Coordinate(latitude: latitude2, longitude: longitude2))
        #expect(abs(found.distance - distance) < 1e-6)
        #expect(abs(found.azimuth - azimuth) < 1e-6)
        #expect(abs(found.backAzimuth - back) < 1e-6)
    }

    @Test func directUndoesInverse() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let a = Coordinate(
                latitude: .random(in: -89...89, using: &generator),
                longitude: .random(in: -180...180, using: &generator))
            let b = Coordinate(
                latitude: .random(in: -89...89, using: &generator),
                longitude: .random(in: -180...180, using: &generator))
            let path = Geodesic.wgs84.inverse(a, b)
            let reached = Geodesic.wgs84.destination(from: a, azimuth: path.azimuth, distance: path.distance)
            #expect(Geodesic.wgs84.inverse(reached, b).distance < 1e-6)
            #expect(abs(Geodesic.wgs84.inverse(b, a).distance - path.distance) < 1e-6)
            #expect((0..<360).contains(path.azimuth) && (0..<360).contains(path.backAzimuth))
        }
    }

    @Test func azimuthsAreNeverNegativeNor360() {
        let pole = Coordinate(latitude: 90, longitude: 0)
        let south = Coordinate(latitude: -90, longitude: 0)
        for (a, b) in [(pole, south), (south, pole), (pole, pole)] {
            let path = Geodesic.wgs84.inverse(a, b)
            #expect((0..<360).contains(path.azimuth))
            #expect((0..<360).contains(path.backAzimuth))
        }
    }

    @Test(arguments: [
        (0.0, "N"), (11.24, "N"), (11.26, "NNE"), (342.6, "NNW"), (359.9, "N"), (180.0, "S"), (270.0, "W"),
    ])
    func compassPointsAreTheNearest(azimuth: Double, point: String) {
        #expect(Compass.point(azimuth) == point)
    }

    @Test func unitsHaveTheirLegalLength() {
        #expect(LengthUnit.named("nmi")?.metres == 1852)
        #expect(LengthUnit.named("mi")?.metres == 1609.344)
        #expect(LengthUnit.named("parsec") == nil)
    }
}
