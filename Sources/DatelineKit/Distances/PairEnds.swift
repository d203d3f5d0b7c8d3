import Gazetteers
import GeoTypes
import Geodesy

/// Reads the two ends of a row and counts the names that may mean something else.
struct PairEnds {
    let resolver: NameResolver?
    let refusesAmbiguous: Bool
    /// Rows with a name that may mean something else.
    var ambiguous = 0
    /// The first such name and what it was taken for.
    var example: String?
    private var known: [String: (Coordinate, Coordinate, PlacePoint?)] = [:]

    init(resolver: NameResolver?, refusesAmbiguous: Bool) {
        self.resolver = resolver
        self.refusesAmbiguous = refusesAmbiguous
    }

    /// Why a cell is no end: at which character of it, and what is wrong.
    struct Fault: Error {
        /// 0 for the first cell given, 1 for the second, ...
        var cell: Int
        var column: Int
        var message: String
    }

    /// Degrees of a cell: a number, or degrees, minutes and seconds with or without the letter of the axis.
    @inline(__always)
    static func degrees(
        _ cell: UnsafeBufferPointer<UInt8>, isLatitude: Bool, number: Int
    ) throws(Fault) -> Double {
        let limit = isLatitude ? 90.0 : 180.0
        if let value = DecimalNumber.parse(cell), abs(value) <= limit { return value }
        return try otherDegrees(cell, isLatitude: isLatitude, number: number)
    }

    private static func otherDegrees(
        _ cell: UnsafeBufferPointer<UInt8>, isLatitude: Bool, number: Int
    ) throws(Fault) -> Double {
        let text = String(decoding: cell, as: UTF8.self)
        do {
            return try CoordinateNotation.angle(text, isLatitude: isLatitude)
        } catch {
            throw Fault(
                cell: number, column: error.column,
                message: "\(PairColumns.degreeNames[number]): \(error.reason)")
        }
    }

    mutating func places(_ from: String, _ to: String) throws(Fault) -> (Coordinate, Coordinate) {
        let key = from + "\u{0}" + to
        if let found = known[key] {
            count(found.2)
            return (found.0, found.1)
        }
        let first = try item(from, cell: 0)
        let second = try item(to, cell: 1)
        let found: (Coordinate, Coordinate, PlacePoint?)
        if case .known(let a, _) = first, case .known(let b, _) = second {
            found = (a, b, nil)
        } else {
            guard let resolver else { throw Fault(cell: 0, column: 1, message: "no gazetteer is open") }
            let points: [PlacePoint]
            do {
                points = try resolver.resolve([first, second])
            } catch {
                let isSecond =
                    if case .unknownName(let name, _, _) = error { name == to && name != from } else { false }
                throw Fault(cell: isSecond ? 1 : 0, column: 1, message: error.description)
            }
            let open = points.firstIndex { $0.alternative != nil }
            if refusesAmbiguous, let open, let alternative = points[open].alternative {
                let places = [points[open].place?.described ?? "", alternative.described]
                throw Fault(
                    cell: open, column: 1, message: PlaceError.ambiguous(points[open].text, places: places).description)
            }
            found = (points[0].coordinate, points[1].coordinate, open.map { points[$0] })
        }
        count(found.2)
        if known.count < 20_000 { known[key] = found }
        return (found.0, found.1)
    }

    private mutating func count(_ open: PlacePoint?) {
        guard let open, let place = open.place, let alternative = open.alternative else { return }
        ambiguous += 1
        if example == nil { example = "'\(open.text)' for \(place.described), not \(alternative.described)" }
    }

    private func item(_ text: String, cell: Int) throws(Fault) -> NameResolver.Item {
        guard !text.isEmpty else {
            throw Fault(cell: cell, column: 1, message: "\(PairColumns.placeNames[cell]) is empty; expected a place")
        }
        do {
            if let parsed = try CoordinateNotation.parse(text) { return .known(parsed.coordinate, nil) }
        } catch {
            throw Fault(cell: cell, column: error.column, message: "\(PairColumns.placeNames[cell]): \(error.reason)")
        }
        if text.utf8.contains(UInt8(ascii: ":")), let place = resolver?.gazetteer.place(id: text) {
            return .known(place.coordinate, place)
        }
        return .name(text)
    }
}
