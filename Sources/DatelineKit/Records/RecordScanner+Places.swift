internal import GeoTypes

/// The names of the members of a place, and of those that it has where an event is.
private enum PlaceMember: String, CaseIterable {
    case id, name, latitude, longitude
    case countryCode = "country_code"
    case admin1
    case featureCode = "feature_code"
    case asWritten = "as_written"
    case geoPrecision = "geo_precision"
    case confidence
    case radius = "radius_m"
}

/// The members of a place, and those that it has where an event is.
private struct Located {
    var (id, name, featureCode): (String?, String?, String?)
    var (latitude, longitude): (Double?, Double?)
    var (countryCode, admin1): (String?, String?)
    var asWritten: String?
    var geoPrecision: Int?
    var (confidence, radius): (Double?, Double?)
}

extension PlaceRecord {
    fileprivate init?(_ found: Located) {
        guard let id = found.id, let name = found.name, let featureCode = found.featureCode,
            let latitude = found.latitude, let longitude = found.longitude,
            let coordinate = Coordinate(checkedLatitude: latitude, longitude: longitude)
        else { return nil }
        (self.id, self.name, self.featureCode) = (id, name, featureCode)
        self.coordinate = coordinate
        (countryCode, admin1) = (found.countryCode, found.admin1)
    }
}

extension RecordScanner {
    private static let placeNames = MemberNames<PlaceMember>()

    /// - Parameter isEvent: whether the members that only the place of an event has count.
    private mutating func located(isEvent: Bool) throws(Unusual) -> Located {
        var found = Located()
        try object(Self.placeNames) { scanner, member throws(Unusual) in
            switch member {
            case .id: found.id = try scanner.string()
            case .name: found.name = try scanner.string()
            case .latitude: found.latitude = try scanner.number()
            case .longitude: found.longitude = try scanner.number()
            case .countryCode: found.countryCode = try scanner.text()
            case .admin1: found.admin1 = try scanner.text()
            case .featureCode: found.featureCode = try scanner.string()
            case .asWritten where isEvent: found.asWritten = try scanner.string()
            case .geoPrecision where isEvent: found.geoPrecision = try scanner.integer()
            case .confidence where isEvent: found.confidence = try scanner.share()
            case .radius where isEvent: found.radius = try scanner.share()
            case .asWritten, .geoPrecision, .confidence, .radius: try scanner.passOver()
            }
        }
        return found
    }

    mutating func place() throws(Unusual) -> PlaceRecord {
        try required(PlaceRecord(try located(isEvent: false)))
    }

    mutating func location() throws(Unusual) -> EventRecord.Location {
        let found = try located(isEvent: true)
        return EventRecord.Location(
            place: try required(PlaceRecord(found)), asWritten: try required(found.asWritten),
            geoPrecision: try required(found.geoPrecision), confidence: found.confidence, radius: found.radius)
    }
}
