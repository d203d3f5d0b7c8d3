import ArgumentParser
import DatelineKit
import GeoTypes
import Geodesy
import MapExport

struct DistanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "Measures distances between places, coordinates or the rows of a table.",
        discussion: """
            A place is a name, a gazetteer id (geonames:707292), a feature of a file (maps/events.geojson#e1), or a \
            coordinate: 49.2097,37.2689 (latitude first), 49°12'35"N 37°16'08"E, 49d12m35sN 37d16m08sE, \
            geo:49.2097,37.2689, UTM (37U 373918 5452209) or MGRS (37U CQ 73918 52209). With more than two, the legs \
            of the route and their total. Distances are geodesic on WGS 84. The azimuth is the direction at the \
            first point towards the second; the back azimuth that at the second towards the first; both clockwise \
            from north.
            """)

    // Coordinates may begin with a minus sign, which the parser would take for a flag.
    @Argument(parsing: .allUnrecognized, help: "Two or more places.")
    var places: [String] = []

    @Option(
        name: .shortAndLong, parsing: .unconditional,
        help: ArgumentHelp(
            "A table of pairs, or - for standard input: columns from,to or lat1,lon1,lat2,lon2.", valueName: "file"))
    var input: String?

    @Option(help: ArgumentHelp("What the table is: csv, tsv or jsonl.", valueName: "format"))
    var inputFormat: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A list of points, columns lat,lon or place, or GeoJSON.", valueName: "file"))
    var points: String?

    @Option(help: ArgumentHelp("text, json, csv, tsv, jsonl or geojson.", valueName: "format"))
    var format: String?

    @Flag(help: "One JSON object a line for each leg.")
    var json = false

    @Flag(help: "From the first place to each of the others.")
    var fromFirst = false

    @Flag(help: "Every pair once.")
    var allPairs = false

    @Flag(help: "A table of the distances between all.")
    var matrix = false

    @Flag(help: "Also the point half-way.")
    var midpoint = false

    @Option(help: ArgumentHelp("Also so many points that divide the way into equal parts.", valueName: "number"))
    var along: Int?

    @Option(
        help: ArgumentHelp(
            "Also the straight line on the plane of this system, such as EPSG:32637, and its distortion.",
            valueName: "system"))
    var crs: String?

    @Flag(help: "Area and perimeter of the polygon with these corners, or of a feature.")
    var area = false

    @Option(help: ArgumentHelp("Also draw a map: a .svg or .html file.", valueName: "file"))
    var map: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Tasks at a time.", valueName: "number"))
    var jobs: Int?

    @OptionGroup var measures: MeasureOptions
    @OptionGroup var names: PlaceOptions

    static let formats = ["text", "json", "csv", "tsv", "jsonl", "geojson"]

    var chosenFormat: String { format ?? (json ? "json" : "text") }

    mutating func validate() throws {
        places = try PlaceOptions.positional(places)
        if let format, !Self.formats.contains(format) {
            throw ValidationError(
                "--format '\(format)' is not known; choose from \(Self.formats.joined(separator: ", "))")
        }
        if json, let format, format != "json" {
            throw ValidationError("--json and --format \(format) do not go together")
        }
        if let inputFormat, TableFormat(rawValue: inputFormat) == nil {
            throw ValidationError("--input-format '\(inputFormat)' is not known; choose from csv, tsv, jsonl")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1, not \(jobs)") }
        if let along, !(1...100_000).contains(along) {
            throw ValidationError("--along takes a number from 1 to 100000, not \(along)")
        }
        let modes = [("--from-first", fromFirst), ("--all-pairs", allPairs), ("--matrix", matrix), ("--area", area)]
            .filter(\.1).map(\.0)
        if modes.count > 1 { throw ValidationError("\(modes.joined(separator: " and ")) do not go together") }
        if input != nil {
            if !places.isEmpty || points != nil || !modes.isEmpty || map != nil || crs != nil || midpoint
                || along != nil
            {
                throw ValidationError("--input takes no places and no other way of measuring beside it")
            }
            if let format, ["text", "geojson"].contains(format) {
                throw ValidationError("--input is answered as csv, tsv or jsonl, not \(format)")
            }
        } else if points == nil {
            try validateCount()
        }
        if let map, !map.lowercased().hasSuffix(".svg"), !map.lowercased().hasSuffix(".html") {
            throw ValidationError("--map '\(map)' is not known; give a file that ends in .svg or .html")
        }
    }

    private func validateCount() throws {
        if area {
            guard places.count >= 3 || places.contains(where: { FeatureFile.reference($0) != nil }) else {
                throw ValidationError("--area takes three corners or more, or a feature such as areas.geojson#id")
            }
            return
        }
        guard places.count >= 2 else {
            // One number an argument is a common slip.
            let advice = places.isEmpty ? "" : "; a coordinate is one argument, such as 49.2097,37.2689"
            throw ValidationError("distance takes two places or more, found \(places.count)\(advice)")
        }
    }

    func run() async throws {
        if let input { return try await stream(input) }
        let sink = FileDescriptorSink.standardOutput()
        let reader = names.reader()
        if area { return try AreaReport(command: self).write(reader: reader, to: sink) }
        var ends = try names.points(places, reader: reader)
        var listed: [PlacePoint] = []
        if let points {
            listed = try PointTable.read(points, reader: reader)
            try names.check(listed)
        }
        if matrix {
            try await MatrixReport(command: self).write(
                rows: places.isEmpty ? listed : ends, columns: places.isEmpty || listed.isEmpty ? nil : listed, to: sink
            )
            return try sink.flush()
        }
        let isFan = fromFirst || !listed.isEmpty && ends.count == 1 && !allPairs
        ends += listed
        guard ends.count >= 2 else {
            throw CommandError("distance takes two places or more, found \(ends.count)", code: Termination.usage)
        }
        let pairs: [(PlacePoint, PlacePoint)] =
            if allPairs {
                ends.indices.flatMap { index in ends[(index + 1)...].map { (ends[index], $0) } }
            } else if isFan {
                ends.dropFirst().map { (ends[0], $0) }
            } else { Array(zip(ends, ends.dropFirst())) }
        let report = try DistanceReport(command: self, pairs: pairs, isRoute: !allPairs && !isFan)
        try report.write(to: sink)
        try sink.flush()
        if let map { try DistanceMap(report: report, data: names.data).write(to: map) }
    }

    // MARK: Tables

    private func stream(_ path: String) async throws {
        var options = PairStream.Options()
        options.measure = try measures.measure(forTable: true)
        options.input = inputFormat.flatMap { TableFormat(rawValue: $0) }
        options.output = json || format == "json" ? .jsonl : format.flatMap { TableFormat(rawValue: $0) }
        options.isStrict = names.strict
        options.jobs = jobs ?? ProcessorCount.available
        let sink = FileDescriptorSink.standardOutput()
        let name = path == "-" ? "standard input" : path
        let outcome = try await PairStream(options: options) { try names.resolver() }.run(path, to: sink) { problem in
            Diagnostics.error("\(name):\(problem.line):\(problem.column): \(problem.message)")
        }
        try sink.flush()
        if outcome.ambiguous > 0, let example = outcome.example {
            let rows = outcome.ambiguous == 1 ? "1 row has a name" : "\(outcome.ambiguous) rows have names"
            Diagnostics.note(
                "\(rows) that may mean another place, such as \(example); steer with --country or "
                    + "--near, or refuse them with --strict")
        }
        if outcome.isStopped { throw Termination.badData }
        if outcome.bad > 0 {
            Diagnostics.note("\(outcome.bad) of \(outcome.rows) rows without a distance")
            throw outcome.bad == outcome.rows ? Termination.badData : Termination.someInputsFailed
        }
    }
}
