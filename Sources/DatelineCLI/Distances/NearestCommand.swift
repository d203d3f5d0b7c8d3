import ArgumentParser
import DatelineKit
import Gazetteers
import GeoTypes
import Geodesy
import MapExport

struct NearestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nearest",
        abstract: "Lists the places nearest to a point, or the features of a layer nearest to a place.",
        discussion: """
            'dateline nearest 49.2,37.3' lists towns, 'dateline nearest Izium maps/events.geojson' events, and \
            'dateline nearest maps/events.geojson' the towns nearest to each event. Azimuths are directions from the \
            point towards what is listed, clockwise from north.
            """)

    @Argument(parsing: .allUnrecognized, help: "A place, a GeoJSON layer, or both.")
    var values: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("How many to list.", valueName: "number"))
    var limit: Int?

    @Option(help: ArgumentHelp("Only within this distance, such as 50km.", valueName: "distance"))
    var radius: String?

    @Option(help: ArgumentHelp("Only places with at least so many inhabitants.", valueName: "number"))
    var population = 0

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var measures: MeasureOptions
    @OptionGroup var names: PlaceOptions

    mutating func validate() throws {
        values = try PlaceOptions.positional(values)
        let layers = values.filter { FeatureFile.isPath($0) }.count
        guard (1...2).contains(values.count), layers <= 1, values.count - layers <= 1 else {
            throw ValidationError("nearest takes a place, a layer (a .geojson file), or one of each")
        }
        if let limit, limit < 1 { throw ValidationError("--limit takes a number of at least 1, not \(limit)") }
        if measures.rhumb { throw ValidationError("nearest measures shortest paths, without --rhumb") }
    }

    /// One that is found.
    private struct Found {
        var place: Place?
        var feature: FeatureFile.Feature?
        var coordinate: Coordinate?
        var distance: Double
        var azimuth: Double
    }

    func run() throws {
        let measure = try measures.measure(forTable: false)
        let radius = try radius.map { try DistanceText.length($0, unit: measure.unit) }
        let layer = try values.first(where: { FeatureFile.isPath($0) }).map { try FeatureFile(path: $0) }
        let sink = FileDescriptorSink.standardOutput()
        if let text = values.first(where: { !FeatureFile.isPath($0) }) {
            let centre = try names.points([text])[0]
            let found =
                try layer.map { near(centre.coordinate, in: $0, radius) }
                ?? places(
                    near: centre.coordinate, limit: limit ?? 10, radius: radius, gazetteer: names.data.openGazetteer())
            if found.isEmpty {
                Diagnostics.note("nothing within \(self.radius ?? "reach") of \(DistanceReport.label(centre))")
            }
            for item in found { try write(item, from: DistanceReport.label(centre), measure, to: sink) }
        } else if let layer {
            let gazetteer = try names.data.openGazetteer()
            for feature in layer.features {
                guard case .point(let point)? = feature.geometry else { continue }
                let label = feature.id ?? feature.name ?? PlaceText.coordinate(point)
                for item in places(near: point, limit: limit ?? 1, radius: radius, gazetteer: gazetteer) {
                    try write(item, from: label, measure, isLayer: true, to: sink)
                }
            }
        }
        try sink.flush()
    }

    private func near(_ centre: Coordinate, in layer: FeatureFile, _ radius: Double?) -> [Found] {
        NearestFeatures.find(centre, in: layer, limit: limit ?? 10, radius: radius).map { found in
            let point: Coordinate? = if case .point(let point)? = found.feature.geometry { point } else { nil }
            return Found(
                feature: found.feature, coordinate: point, distance: found.distance, azimuth: found.azimuth)
        }
    }

    private func places(
        near centre: Coordinate, limit: Int, radius: Double?, gazetteer: any Gazetteer
    ) -> [Found] {
        NearestPlaces(gazetteer).find(centre, limit: limit, minimumPopulation: population)
            .filter { $0.distance <= radius ?? .infinity }
            .map { place, distance in
                Found(
                    place: place, coordinate: place.coordinate, distance: distance,
                    azimuth: Geodesic.wgs84.inverse(centre, place.coordinate).azimuth)
            }
    }

    private func write(
        _ found: Found, from label: String, _ measure: PairMeasure, isLayer: Bool = false, to sink: FileDescriptorSink
    ) throws {
        let distance = found.distance / measure.unit.metres
        guard json else {
            let what =
                found.place.map { "\(PlaceText.describe($0))  \(PlaceText.coordinate($0.coordinate))  \($0.id)" }
                ?? "\(found.feature?.name ?? "feature")  \(found.coordinate.map(PlaceText.coordinate) ?? "")  "
                + (found.feature?.id ?? "")
            let length = String(fixed: distance, decimals: measure.decimals, trimmed: true)
            let azimuth = String(fixed: found.azimuth, decimals: 1, trimmed: true)
            return try sink.write(
                "\(isLayer ? label + ": " : "")\(length) \(measure.unit.name) \(Compass.point(found.azimuth)) "
                    + "(\(azimuth))  \(what)\n")
        }
        var json = JSONWriter()
        json.beginObject()
        json.key("from")
        json.string(label)
        if let place = found.place {
            PlaceRecord(place).writeMembers(to: &json)
            json.key("population")
            json.integer(place.population)
        } else {
            json.key("id")
            json.string(found.feature?.id)
            json.key("name")
            json.string(found.feature?.name)
        }
        json.key("distance_m")
        json.fixed(found.distance, decimals: 3)
        json.key("distance")
        json.fixed(distance, decimals: measures.precision ?? 6)
        json.key("unit")
        json.string(measure.unit.name)
        json.key("azimuth")
        json.fixed(found.azimuth, decimals: 6)
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}
