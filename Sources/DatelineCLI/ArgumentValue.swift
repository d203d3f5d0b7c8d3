import ArgumentParser
import Articles
import GeoTypes

/// Values of options that have a form of their own.
enum ArgumentValue {
    static func date(_ text: String) throws -> PartialDate {
        guard let date = PartialDate(edtf: text) else {
            throw ValidationError("'\(text)' is no date; write a day (2022-09-13), a month (2022-09) or a year (2022)")
        }
        return date
    }

    /// `west,south,east,north` in degrees; west may be greater than east across the antimeridian.
    static func box(_ text: String) throws -> BoundingBox {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            Double(String(part.filter { $0 != " " }))
        }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
            let north = numbers[3], Coordinate(checkedLatitude: south, longitude: west) != nil,
            Coordinate(checkedLatitude: north, longitude: east) != nil, south <= north
        else {
            throw ValidationError(
                "'\(text)' is no box; write west,south,east,north in degrees, such as 22.1,44.3,40.3,52.4")
        }
        return BoundingBox(west: west, south: south, east: east, north: north)
    }
}
