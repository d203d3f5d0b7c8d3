import DatelineKit
import GeoTypes
import Geodesy
import MapExport

/// Points in JSON answers.
enum PointJSON {
    /// A point with the members of a place; null where there is no place.
    static func write(_ point: PlacePoint, to json: inout JSONWriter) {
        if let place = point.place { return PlaceRecord(place).write(to: &json) }
        json.beginObject()
        json.key("id")
        json.null()
        json.key("name")
        json.string(point.feature)
        coordinates(point.coordinate, to: &json)
        for key in ["country_code", "admin1", "feature_code"] {
            json.key(key)
            json.null()
        }
        json.endObject()
    }

    static func write(_ coordinate: Coordinate, to json: inout JSONWriter) {
        json.beginObject()
        coordinates(coordinate, to: &json)
        json.endObject()
    }

    private static func coordinates(_ coordinate: Coordinate, to json: inout JSONWriter) {
        json.key("latitude")
        json.fixed(coordinate.latitude, decimals: 9)
        json.key("longitude")
        json.fixed(coordinate.longitude, decimals: 9)
    }
}

extension JSONWriter {
    /// A number correctly rounded to at most `decimals` places, 0...15.
    mutating func fixed(_ value: Double, decimals: Int) {
        var bytes: [UInt8] = []
        bytes.append(fixed: value, decimals: decimals, trimmed: true)
        raw(bytes)
    }
}
