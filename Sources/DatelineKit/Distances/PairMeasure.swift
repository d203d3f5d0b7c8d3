public import GeoTypes
public import Geodesy

/// How the two ends of a pair are measured, and how figures are written.
public struct PairMeasure: Sendable {
    public var geodesic = Geodesic.wgs84
    /// Along the line of constant bearing instead of the shortest.
    public var isRhumb = false
    public var unit = LengthUnit(name: "km", metres: 1000)
    /// Decimals of distances, 0...15.
    public var decimals = 3
    /// Decimals of azimuths, 0...15.
    public var angleDecimals = 6

    public init() {}

    /// Distance in metres and azimuths in degrees from `a` to `b`.
    public func callAsFunction(_ a: Coordinate, _ b: Coordinate) -> Geodesic.Inverse {
        guard isRhumb else { return geodesic.inverse(a, b) }
        let line = RhumbLine(from: a, to: b, on: geodesic)
        let back = line.azimuth >= 180 ? line.azimuth - 180 : line.azimuth + 180
        return Geodesic.Inverse(distance: line.length, azimuth: line.azimuth, backAzimuth: back)
    }

    /// Appends the three figures to a row.
    @inline(__always)
    func append(_ result: Geodesic.Inverse, delimiter: UInt8, to row: inout [UInt8]) {
        row.append(delimiter)
        row.append(fixed: result.distance / unit.metres, decimals: decimals)
        row.append(delimiter)
        appendAngle(result.azimuth, to: &row)
        row.append(delimiter)
        appendAngle(result.backAzimuth, to: &row)
    }

    /// An azimuth; what rounds to 360 is 0.
    @inline(__always)
    private func appendAngle(_ azimuth: Double, to row: inout [UInt8], trimmed: Bool = false) {
        let isFull = azimuth > 359.4 && String(fixed: azimuth, decimals: angleDecimals).hasPrefix("360")
        row.append(fixed: isFull ? 0 : azimuth, decimals: angleDecimals, trimmed: trimmed)
    }

    /// Appends the three figures as members of a JSON object.
    func appendMembers(_ result: Geodesic.Inverse?, to row: inout [UInt8]) {
        row.append(contentsOf: "\"distance\":".utf8)
        guard let result else {
            return row.append(contentsOf: "null,\"azimuth\":null,\"back_azimuth\":null".utf8)
        }
        row.append(fixed: result.distance / unit.metres, decimals: decimals, trimmed: true)
        row.append(contentsOf: ",\"azimuth\":".utf8)
        appendAngle(result.azimuth, to: &row, trimmed: true)
        row.append(contentsOf: ",\"back_azimuth\":".utf8)
        appendAngle(result.backAzimuth, to: &row, trimmed: true)
    }
}
