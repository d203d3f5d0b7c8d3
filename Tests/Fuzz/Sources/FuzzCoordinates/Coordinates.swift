import Articles
import DatelineKit
import FuzzSupport
import GeoTypes
import Geodesy

/// The first byte chooses: coordinates as people write them, numbers as coordinates, a table of pairs, a file of features, or an
/// annotation record.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 8 {
    case 0, 1, 2: written(String(decoding: bytes, as: UTF8.self))
    case 3, 4: measured(bytes)
    case 5: pairs(bytes, kind: start[0] / 8)
    case 6: features(bytes, kind: start[0] / 8)
    default: _ = try? AnnotationRecord(line: bytes, path: "fuzz", number: 1)
    }
    return 0
}

/// What is read lies on the Earth, and is read again from every notation that it is written in.
private func written(_ text: String) {
    _ = try? PointReader.classify(text)
    _ = FeatureFile.reference(text)
    _ = Compass.azimuth(of: text)
    _ = LengthUnit.named(text)
    _ = try? Ellipsoid.named(text)
    for isLatitude in [true, false] {
        if let angle = try? CoordinateNotation.angle(text, isLatitude: isLatitude) {
            precondition(abs(angle) <= (isLatitude ? 90 : 180), "\(text): \(angle)")
        }
    }
    do throws(CoordinateError) {
        guard let parsed = try CoordinateNotation.parse(text) else { return }
        check(parsed.coordinate)
    } catch {
        precondition(error.column >= 1 && error.column <= text.utf8.count + 1, "\(text): column \(error.column)")
        _ = error.description
    }
}

/// Every notation reads what it writes.
private func check(_ point: Coordinate) {
    precondition(abs(point.latitude) <= 90 && abs(point.longitude) <= 180, "\(point)")
    for notation in CoordinateNotation.allCases {
        let text = notation.text(point, metres: 6)
        guard let again = try? CoordinateNotation.parse(text) else { preconditionFailure("\(point): \(text)") }
        precondition(again.notation == notation, "\(point): \(text)")
        let distance = Geodesic.wgs84.distance(again.coordinate, point)
        precondition(distance < (notation == .mgrs ? 0.72 : 2e-4), "\(point): \(text), \(distance) m away")
    }
}

/// Numbers of all kinds, eight bytes each: geodesics there and back, shapes, boxes.
private func measured(_ bytes: [UInt8]) {
    guard bytes.count >= 40 else { return }
    let numbers = (0..<5).map { part in
        Double(bitPattern: bytes[part * 8..<part * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    // As they are, and folded onto the Earth, so that most inputs say something.
    func folded(_ number: Double, _ most: Double) -> Double {
        number.isFinite ? number.remainder(dividingBy: 2 * most) : 0
    }
    let raw = Coordinate(checkedLatitude: numbers[0], longitude: numbers[1])
    guard let a = raw ?? Coordinate(checkedLatitude: folded(numbers[0], 90), longitude: folded(numbers[1], 180)),
        let b = Coordinate(checkedLatitude: folded(numbers[2], 90), longitude: folded(numbers[3], 180))
    else { return }
    check(a)
    let inverse = Geodesic.wgs84.inverse(a, b)
    precondition(inverse.distance >= 0 && inverse.distance < 20_003_932, "\(a) \(b): \(inverse)")
    let end = Geodesic.wgs84.destination(from: a, azimuth: inverse.azimuth, distance: inverse.distance)
    precondition(Geodesic.wgs84.distance(end, b) < 1e-5, "\(a) \(b): \(inverse)")
    _ = Compass.point(inverse.azimuth)
    _ = Compass.point(numbers[4])
    _ = BoundingBox(around: [a, b])
    let rhumb = RhumbLine(from: a, to: b)
    precondition(rhumb.length.isFinite, "\(a) \(b)")
    for path in [GeodesicPath(from: a, to: b), rhumb] as [any Path] {
        for point in path.points(between: 3) + [path.midpoint] {
            precondition(abs(point.latitude) <= 90.000_000_1 && abs(point.longitude) <= 180, "\(a) \(b): \(point)")
        }
        for coordinate in GeodesicShape.line(from: a, to: b, along: path).coordinates {
            precondition(abs(coordinate.longitude) <= 180, "\(a) \(b): \(coordinate)")
        }
    }
    let area = GeodesicPolygon([a, b, Coordinate(latitude: 10, longitude: 20)]).area
    precondition(area.isFinite, "\(a) \(b)")
    if let grid = UTM(a).coordinate { precondition(Geodesic.wgs84.distance(grid, a) < 1e-3, "\(a)") }
    _ = UTM(zone: Int(bytes[0]), isNorthern: bytes[1] & 1 == 0, easting: numbers[2], northing: numbers[3]).coordinate
}

private func features(_ bytes: [UInt8], kind: UInt8) {
    let file = FuzzFile(bytes, ending: ["geojson", "json", "csv", "geojsons"][Int(kind) % 4])
    if let found = try? FeatureFile(path: file.path) {
        for feature in found.features {
            if let id = feature.id { _ = try? found.feature(id) }
            for point in feature.geometry?.coordinates ?? [] {
                precondition(abs(point.latitude) <= 90 && abs(point.longitude) <= 180)
            }
        }
    }
    _ = try? PointTable.read(file.path, reader: PointReader { throw KitError.unknownFormat("", known: []) })
}
