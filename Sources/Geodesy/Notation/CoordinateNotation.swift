public import GeoTypes

/// The ways in which people and programs write a position on the Earth.
public enum CoordinateNotation: String, Sendable, CaseIterable {
    /// `49.2097,37.2689`: latitude first.
    case decimal
    /// `49°12'34.9"N 37°16'08.0"E`, with signs, letters (`49d12m35sN`) or colons, hemispheres before or behind.
    case dms
    /// `geo:49.2097,37.2689` (RFC 5870).
    case geo
    /// `37n 373918.2 5452209.8`, or `37U 373918 5452209` with the band.
    case utm
    /// `37U CQ 73918 52209`.
    case mgrs

    /// A position as it was written.
    public struct Parsed: Hashable, Sendable {
        public var coordinate: Coordinate
        public var notation: CoordinateNotation
        /// Metres along the side of the square that an MGRS reference stands for; `nil` in other notations.
        public var squareSize: Double?
    }

    /// The position that `text` is, or `nil` when it is not meant as one, but as a name.
    ///
    /// - Throws: ``CoordinateError`` for what is meant as a position and is none.
    public static func parse(_ text: String) throws(CoordinateError) -> Parsed? {
        let bytes = Array(text.utf8)
        if let parsed = try GeoURI.parse(text, bytes) { return parsed }
        if let parsed = try GridText.parse(text, bytes) { return parsed }
        return try AnglePair.parse(text, bytes)
    }

    /// `coordinate` in this notation.
    ///
    /// - Parameter metres: how fine, as a power of ten of a metre: 0 is about a metre, 3 a millimetre; 0...9. MGRS has
    ///   squares of a metre at the finest.
    public func text(_ coordinate: Coordinate, metres: Int = 1) -> String {
        let metres = max(0, min(9, metres))
        switch self {
        case .decimal, .geo:
            let latitude = String(fixed: coordinate.latitude, decimals: metres + 5, trimmed: true)
            let longitude = String(fixed: coordinate.longitude, decimals: metres + 5, trimmed: true)
            return (self == .geo ? "geo:" : "") + latitude + "," + longitude
        case .dms:
            let decimals = min(6, metres + 1)
            return AngleText.sexagesimal(
                coordinate.latitude, letters: (UInt8(ascii: "N"), UInt8(ascii: "S")), decimals: decimals) + " "
                + AngleText.sexagesimal(
                    coordinate.longitude, letters: (UInt8(ascii: "E"), UInt8(ascii: "W")), decimals: decimals)
        case .utm: return UTM(coordinate).text(decimals: metres)
        case .mgrs: return MGRS.text(coordinate)
        }
    }

    /// An error at byte `offset` of `text`.
    static func error(
        _ text: String, _ bytes: [UInt8], at offset: Int, length: Int = 1, expected: String
    ) -> CoordinateError {
        let isEnd = offset >= bytes.count
        let column = String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars.count + 1
        // Whole characters of what stands there.
        let rest = String(decoding: bytes.dropFirst(offset), as: UTF8.self)
        let found = String(decoding: Array(rest.utf8).prefix(max(length, rest.first?.utf8.count ?? 1)), as: UTF8.self)
        return CoordinateError(
            text: text, column: column, found: isEnd ? "the end" : "'\(found)'", expected: expected)
    }

    static func checked(
        latitude: Double, longitude: Double, _ text: String, _ bytes: [UInt8], at offsets: (Range<Int>, Range<Int>)
    ) throws(CoordinateError) -> Coordinate {
        guard abs(latitude) <= 90 else {
            throw error(
                text, bytes, at: offsets.0.lowerBound, length: offsets.0.count,
                expected: "a latitude in -90...90" + (abs(longitude) <= 90 ? "; latitude comes first" : ""))
        }
        guard abs(longitude) <= 180 else {
            throw error(
                text, bytes, at: offsets.1.lowerBound, length: offsets.1.count,
                expected: "a longitude in -180...180")
        }
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}
