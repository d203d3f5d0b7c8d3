public import GeoTypes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// References of the Military Grid Reference System, `37U CQ 73918 52209`, UPS around the poles included.
/// NGA.STND.0037_2.0.0_GRIDS (2014).
public enum MGRS {
    /// A reference stands for a square.
    public struct Square: Hashable, Sendable {
        /// The middle of the square.
        public let centre: Coordinate
        /// Metres along a side: 1 to 100,000.
        public let size: Double
    }

    private static let bands = Array("CDEFGHJKLMNPQRSTUVWX".utf8)
    private static let utmColumns = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"].map { Array($0.utf8) }
    private static let utmRows = Array("ABCDEFGHJKLMNPQRSTUV".utf8)
    private static let polarRows = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    private static let westernColumns = Array("JKLPQRSTUXYZ".utf8)
    private static let easternColumns = Array("ABCFGHJKLPQR".utf8)

    /// Kilometres times 100 at which a polar grid begins.
    private static func polarOrigin(isNorthern: Bool) -> Int { isNorthern ? 13 : 8 }

    /// The band of a latitude in -80...84.
    static func band(_ latitude: Double) -> UInt8 { bands[max(0, min(19, Int((latitude + 80) / 8)))] }

    /// The latitudes of a band; `nil` for a letter that is none.
    static func latitudes(ofBand band: UInt8) -> ClosedRange<Double>? {
        guard let index = bands.firstIndex(of: band) else { return nil }
        let south = Double(index) * 8 - 80
        return south...(index == 19 ? 84 : south + 8)
    }

    // MARK: Writing

    /// The reference of `coordinate`.
    ///
    /// - Parameter digits: of easting and of northing each, 0...5; 5 is a square of one metre.
    public static func text(_ coordinate: Coordinate, digits: Int = 5) -> String {
        let digits = max(0, min(5, digits))
        let grid = UTM(coordinate)
        // A position computed for the corner of a square lies in it, though rounding put it a nanometre beside.
        let easting = Int((grid.easting + 1e-6).rounded(.down))
        var northing = Int((grid.northing + 1e-6).rounded(.down))
        let (column, row) = (easting / 100_000, northing / 100_000)
        var text: [UInt8] = []
        if grid.zone == 0 {
            let isEastern = column >= 20
            text.append(contentsOf: [UInt8(ascii: grid.isNorthern ? isEastern ? "Z" : "Y" : isEastern ? "B" : "A")])
            let origin = polarOrigin(isNorthern: grid.isNorthern)
            let columns = isEastern ? easternColumns : westernColumns
            let west = column - (isEastern ? 20 : origin)
            // The western columns of the north begin in the middle of the alphabet.
            let index = isEastern || !grid.isNorthern ? west : west + westernColumns.count - 7
            text += [columns[max(0, min(columns.count - 1, index))], polarRows[max(0, min(23, row - origin))]]
        } else {
            if grid.isNorthern == false, northing >= 10_000_000 { northing = 9_999_999 }
            text += Array((grid.zone < 10 ? "0" : "").utf8) + Array(String(grid.zone).utf8)
            // A latitude a hair south of the equator is not told from it by its band.
            let letter = band(coordinate.latitude)
            text.append(!grid.isNorthern && letter == UInt8(ascii: "N") ? UInt8(ascii: "M") : letter)
            text.append(utmColumns[(grid.zone - 1) % 3][max(0, min(7, column - 1))])
            text.append(utmRows[(northing / 100_000 + (grid.zone % 2 == 0 ? 5 : 0)) % 20])
        }
        for value in [easting % 100_000, northing % 100_000] {
            let padded = Array(String(100_000 + value).utf8.dropFirst())
            text += padded.prefix(digits)
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Reading

    /// What is wrong with a reference: where (bytes), and what belongs there.
    struct Fault: Error {
        var offset: Int
        var expected: String
    }

    /// Whether `text`, in capitals and without spaces, has the form of a reference: nothing else looks like it.
    static func looksLikeReference(_ text: [UInt8]) -> Bool {
        let zone = text.prefix { isDigit($0) }.count
        let letters = text.dropFirst(zone).prefix { (0x41...0x5A).contains($0) }.count
        let rest = text.dropFirst(zone + letters)
        guard rest.allSatisfy(isDigit), letters == 3, zone <= 2 else { return false }
        return zone > 0 || rest.count >= 2 && "ABYZ".utf8.contains(text[0])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Reads a reference in capitals and without spaces.
    static func parse(_ text: [UInt8]) throws(Fault) -> Square {
        let zoneDigits = text.prefix(while: isDigit)
        let zone = zoneDigits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let start = zoneDigits.count
        guard start == 0 || (1...60).contains(zone) else { throw Fault(offset: 0, expected: "a zone from 1 to 60") }
        let digits = text.dropFirst(start + 3)
        let half = digits.count / 2
        guard digits.count % 2 == 0, half <= 5 else {
            throw Fault(offset: start + 3, expected: "as many digits of easting as of northing, up to five each")
        }
        guard half > 0 else {
            throw Fault(
                offset: start + 3, expected: "digits of easting and northing; a square of 100 km is no position")
        }
        let size = [0, 10_000, 1000, 100, 10, 1][half]
        func number(_ part: ArraySlice<UInt8>) -> Int { part.reduce(0) { $0 * 10 + Int($1 - 0x30) } * size }
        let east = Double(number(digits.prefix(half))) + Double(size) / 2
        let north = Double(number(digits.dropFirst(half))) + Double(size) / 2
        let (band, column, row) = (text[start], text[start + 1], text[start + 2])
        let centre =
            start == 0
            ? try polar(band, column, row, east: east, north: north)
            : try transverse(zone, band, column, row, at: start, east: east, north: north)
        return Square(centre: centre, size: Double(size))
    }

    private static func transverse(
        _ zone: Int, _ band: UInt8, _ column: UInt8, _ row: UInt8, at start: Int, east: Double, north: Double
    ) throws(Fault) -> Coordinate {
        guard let latitudes = latitudes(ofBand: band) else {
            throw Fault(offset: start, expected: "a latitude band, C to X without I and O")
        }
        let columns = utmColumns[(zone - 1) % 3]
        guard let columnIndex = columns.firstIndex(of: column) else {
            throw Fault(
                offset: start + 1,
                expected: "a column of zone \(zone), one of \(String(decoding: columns, as: UTF8.self))")
        }
        guard let rowIndex = utmRows.firstIndex(of: row) else {
            throw Fault(offset: start + 2, expected: "a row, A to V without I and O")
        }
        let easting = Double(columnIndex + 1) * 100_000 + east
        let first = (rowIndex + (zone % 2 == 0 ? 15 : 0)) % 20
        let isNorthern = latitudes.lowerBound >= 0
        // Rows come again every 2,000 km; one of them meets the band, whose edge cuts squares.
        for turn in 0..<5 {
            let northing = Double(first + 20 * turn) * 100_000 + north
            let grid = UTM(zone: zone, isNorthern: isNorthern, easting: easting, northing: northing)
            guard let found = grid.coordinate else { continue }
            // A square is cut by the edge of the band when its middle lies beyond by less than its half.
            let slack = 0.5
            if found.latitude >= latitudes.lowerBound - slack, found.latitude <= latitudes.upperBound + slack {
                return found
            }
        }
        throw Fault(offset: start + 2, expected: "a row that meets the latitude band before it")
    }

    private static func polar(
        _ zone: UInt8, _ column: UInt8, _ row: UInt8, east: Double, north: Double
    ) throws(Fault) -> Coordinate {
        let isNorthern = zone >= UInt8(ascii: "Y")
        let isEastern = zone == UInt8(ascii: "B") || zone == UInt8(ascii: "Z")
        let origin = polarOrigin(isNorthern: isNorthern)
        let all = isEastern ? easternColumns : westernColumns
        let columns = isNorthern ? isEastern ? all.prefix(7) : all.suffix(7) : all[...]
        let rows = isNorthern ? polarRows.prefix(14) : polarRows[...]
        guard let columnIndex = columns.firstIndex(of: column) else {
            throw Fault(offset: 1, expected: "a column, one of \(String(decoding: columns, as: UTF8.self))")
        }
        guard let rowIndex = rows.firstIndex(of: row) else {
            throw Fault(offset: 2, expected: "a row, one of \(String(decoding: rows, as: UTF8.self))")
        }
        let grid = UTM(
            zone: 0, isNorthern: isNorthern,
            easting: Double(columnIndex - columns.startIndex + (isEastern ? 20 : origin)) * 100_000 + east,
            northing: Double(rowIndex + origin) * 100_000 + north)
        guard let found = grid.coordinate else { throw Fault(offset: 1, expected: "a square near the pole") }
        return found
    }
}
