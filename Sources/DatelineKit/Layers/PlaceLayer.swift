import GeoTypes
public import MapExport
import Tables

/// The `places` layer: one feature a place, with how often and in how many articles it is named.
public struct PlaceLayer: Sendable {
    private struct Tally: Sendable {
        var place: PlaceRecord
        var mentions = 0
        var articles = 0
        /// The number of the last record that names it.
        var last = 0
        var spellings: [String: Int] = [:]
    }

    public static let fields: [Field] = [
        Field("name", .string, "The place in the gazetteer's spelling."),
        Field("place_id", .string, "Gazetteer id."),
        Field("feature_code", .string, "GeoNames feature code."),
        Field("country_code", .string, "ISO 3166-1 alpha-2."),
        Field("admin1", .string, "First-level division."),
        Field("mentions", .integer, "How often the place is named."),
        Field("articles", .integer, "In how many articles."),
        Field("names", .strings, "The names as written, most frequent first."),
    ]

    private var tallies: [String: Tally] = [:]
    private var records = 0

    public init() {}

    /// Takes a record of an article that none before it was of.
    public mutating func add(_ record: AnnotationRecord) {
        records += 1
        for toponym in record.toponyms {
            guard let place = toponym.place else { continue }
            var tally = tallies[place.id] ?? Tally(place: place)
            tally.mentions += 1
            if tally.last != records {
                tally.articles += 1
                tally.last = records
            }
            tally.spellings[toponym.text, default: 0] += 1
            tallies[place.id] = tally
        }
    }

    /// The layer, most mentioned places first.
    public func layer() -> Layer {
        let sorted = tallies.values.sorted { ($1.mentions, $0.place.id) < ($0.mentions, $1.place.id) }
        let features = sorted.map { tally in
            let names = tally.spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            let place = tally.place
            return Feature(
                id: "p" + StableHash.hexadecimal(place.id), geometry: .point(place.coordinate),
                properties: [
                    .string(place.name), .string(place.id), .string(place.featureCode),
                    place.countryCode.map { .string($0) } ?? .null, place.admin1.map { .string($0) } ?? .null,
                    .integer(tally.mentions), .integer(tally.articles), .strings(names),
                ])
        }
        return Layer(name: "places", title: "Places", fields: Self.fields, features: FeatureList(features))
    }
}
