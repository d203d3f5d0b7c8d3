internal import GeoTypes
internal import MapExport

extension AnnotationRecord {
    /// The record as it is read back from the line that it is written to: numbers have the decimals that are written, so that a map of
    /// articles and a map of their records are the same.
    mutating func round() {
        for index in toponyms.indices {
            toponyms[index].confidence = toponyms[index].confidence.rounded(decimals: 3) ?? 0
            toponyms[index].place?.round()
        }
        for index in events.indices {
            events[index].confidence = events[index].confidence.rounded(decimals: 3) ?? 0
            events[index].origin?.round()
            events[index].location?.round()
        }
    }
}

extension PlaceRecord {
    fileprivate mutating func round() {
        coordinate = Coordinate(
            latitude: coordinate.latitude.rounded(decimals: 6) ?? 0,
            longitude: coordinate.longitude.rounded(decimals: 6) ?? 0)
    }
}

extension EventRecord.Location {
    fileprivate mutating func round() {
        place.round()
        confidence = confidence.flatMap { $0.rounded(decimals: 3) }
        radius = radius.flatMap { $0.rounded(decimals: 0) }
    }
}
