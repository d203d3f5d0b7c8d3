import ArgumentParser
import Articles
import DatelineKit
import EventExtraction
import Gazetteers
import GeoTypes
import MapExport

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Maps the events of articles: GeoJSON, KML, GeoPackage, a QGIS project and a web page.",
        discussion: """
            Inputs are text files, folders of them, JSON Lines with "id" and "text", or the lines that 'annotate' \
            wrote. Writes to a folder: events and places in each format, map.html, a style for each layer and a \
            project for QGIS, and report.json with all that has no place. A name such as events.kml or out.gpkg \
            after -o writes that one file.
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder to write to, made if need be; or a file, by the ending of its name; or - with one format.",
            valueName: "path"))
    var output: String

    @Option(
        help: ArgumentHelp(
            """
            Formats, separated by commas: \(LayerFiles.formatNames.joined(separator: ", ")). Without it, \
            \(LayerFiles.defaultFormats.joined(separator: ", ")).
            """, valueName: "list"))
    var format: String?

    @Option(
        help: ArgumentHelp(
            """
            Layers, separated by commas: \(LayerFiles.layerNames.joined(separator: ", ")). Without it, events and \
            places, and in a GeoPackage all.
            """, valueName: "list"))
    var layers: String?

    @Option(
        help: ArgumentHelp(
            "What the page and the project draw on: embedded, or osm for OpenStreetMap's tiles from the network.",
            valueName: "name"))
    var basemap = "embedded"

    @Option(help: ArgumentHelp("Only events of these PLOVER types, separated by commas.", valueName: "list"))
    var type: String?

    @Option(
        help: ArgumentHelp("Only events on or after this day, month or year.", valueName: "date"),
        transform: ArgumentValue.date)
    var since: PartialDate?

    @Option(
        help: ArgumentHelp("Only events on or before this day, month or year.", valueName: "date"),
        transform: ArgumentValue.date)
    var until: PartialDate?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only events in this box, in degrees: west,south,east,north.", valueName: "box"),
        transform: ArgumentValue.box)
    var bbox: BoundingBox?

    @Option(help: ArgumentHelp("Only events at least this sure, 0 to 1.", valueName: "number"))
    var minConfidence = 0.0

    @Option(
        help: ArgumentHelp(
            "Only events of these modalities, separated by commas: "
                + Event.Modality.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "list"))
    var modality: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Add distance_km and bearing of every feature as seen from this place.", valueName: "place"))
    var distanceTo: String?

    @Option(help: ArgumentHelp("Title of the map.", valueName: "text"))
    var title = "Events"

    @Flag(
        help: """
            Keep what each article says in PATH.part while the run lasts, and go on with what is there; for long runs, \
            which may be interrupted.
            """)
    var resume = false

    @OptionGroup var filterOptions: FilterOptions
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var data: DataOptions

    private static func list(_ text: String) -> [String] { text.split(separator: ",").map { $0.filter { $0 != " " } } }

    private var formats: [String] {
        format.map(Self.list) ?? fileFormat.map { [$0] } ?? LayerFiles.defaultFormats
    }

    private var layerNames: [String]? { layers.map(Self.list) }

    /// The format of the one file that is asked for, or `nil` for a folder.
    private var fileFormat: String? {
        if output == "-" { return format }
        return OutputFolder.exists(output) ? nil : LayerFiles.format(ofFile: output)
    }

    func validate() throws {
        if output == "-", format == nil || formats.count != 1 || formats == [LayerFiles.projectFormat] {
            throw ValidationError("-o - needs one format, such as --format geojson")
        }
        if output == "-", resume { throw ValidationError("--resume needs a file or a folder after -o") }
        if let fileFormat, formats != [fileFormat] {
            throw ValidationError("'\(output)' names one \(fileFormat) file; leave out --format, or name a folder")
        }
        guard ["embedded", "osm"].contains(basemap) else {
            throw ValidationError("--basemap '\(basemap)' is not known; choose from embedded, osm")
        }
        if formats.isEmpty {
            throw ValidationError("--format is empty; choose from \(LayerFiles.formatNames.joined(separator: ", "))")
        }
        if let since, let until, since.firstDay > until.lastDay {
            throw ValidationError("--since \(since.edtf) lies after --until \(until.edtf)")
        }
        for name in layerNames ?? [] where !LayerFiles.layerNames.contains(name) {
            throw ValidationError(
                "--layers '\(name)' is not known; choose from \(LayerFiles.layerNames.joined(separator: ", "))")
        }
        for name in formats where !LayerFiles.formatNames.contains(name) {
            throw ValidationError(
                "--format '\(name)' is not known; choose from \(LayerFiles.formatNames.joined(separator: ", "))")
        }
        guard (0...1).contains(minConfidence) else {
            throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence)")
        }
        for name in modality?.split(separator: ",") ?? [] where Event.Modality(rawValue: String(name)) == nil {
            throw ValidationError(
                "--modality '\(name)' is not known; choose from "
                    + Event.Modality.allCases.map(\.rawValue).joined(separator: ", "))
        }
    }

    private func filter(types known: Set<String>) throws -> EventFilter {
        var filter = EventFilter()
        for name in type?.split(separator: ",") ?? [] {
            let type = name.uppercased()
            guard known.contains(type) else {
                throw CommandError(
                    "--type '\(name)' is no event type; choose from \(known.sorted().joined(separator: ", "))",
                    code: Termination.usage)
            }
            filter.types.insert(type)
        }
        filter.since = since?.firstDay
        filter.until = until?.lastDay
        filter.box = bbox
        filter.minimumConfidence = minConfidence
        filter.modalities = Set(
            (modality?.split(separator: ",") ?? []).compactMap { Event.Modality(rawValue: String($0)) })
        return filter
    }

    func run() async throws {
        let style = try MapStyle(table: data.locator.text(module: "MapExport", file: "style.tsv"))
        var options = MapRun.Options()
        options.jobs = pipelineOptions.jobCount
        options.failFast = filterOptions.failFast
        options.timeout = filterOptions.documentTimeout
        options.temporaryFolder = temporaryFolder
        options.filter = try filter(types: Set(style.entries.map(\.type)))
        let gazetteer = try data.openGazetteer()
        let distances = try distanceTo.map { try distanceColumns($0, gazetteer: gazetteer) }
        let page =
            formats.contains(LayerFiles.pageFormat)
            ? try MapPage(data: data.locator, style: style, gazetteer: gazetteer) : nil
        let makePipeline = try pipelineOptions.makePipeline(data)
        // Made first, so that a folder that cannot be made costs no work; an empty one is not left behind.
        let isNew = fileFormat == nil && !OutputFolder.exists(output)
        if fileFormat == nil { try OutputFolder.create(output) }

        let quiet = pipelineOptions.quiet
        let reader = pipelineOptions.reader(inputs, filter: filterOptions)
        var progress = ProgressLine(total: reader.documentCount)
        Interruption.install()
        let journal = resume ? try openJournal(gazetteer) : nil
        let before = journal?.count ?? 0
        let run = MapRun(options: options, makePipeline: makePipeline)
        let outcome = try await run.run(reader, journal: journal) {
            switch $0 {
            case .finished(let articles): if !quiet { progress.update(articles) }
            case .warning(let warning):
                if !quiet {
                    Diagnostics.clearProgress()
                    Diagnostics.warning("\(warning)")
                }
            case .failure(let message):
                Diagnostics.clearProgress()
                Diagnostics.error(message)
            }
        }
        Diagnostics.clearProgress()
        // Interrupted before all was read: half a map would look like a whole one.
        Interruption.finish()
        if outcome.report.articles == 0, let code = outcome.failureCode {
            journal?.remove()
            if isNew { OutputFolder.removeIfEmpty(output) }
            throw ExitCode(code)
        }
        if before == 0 { pipelineOptions.reportUnused(try makePipeline(), applied: outcome.overrides) }
        let writer = LayerFiles(
            style: style, page: page, basemap: basemap == "osm" ? .openStreetMap : .embedded, distances: distances)
        if let fileFormat {
            try writer.writeFile(outcome, title: title, to: output, format: fileFormat, layers: layerNames)
            if !quiet { summarize(outcome, files: output == "-" ? "to standard output" : output) }
        } else {
            let files = try writer.write(outcome, title: title, to: output, formats: formats, layers: layerNames)
            if !quiet { summarize(outcome, files: "\(files.joined(separator: ", ")) to \(output)") }
        }
        journal?.remove()
        if outcome.failureCode != nil { throw Termination.someInputsFailed }
    }

    /// Where the output goes, so that what is too much for memory is on a disk that has room; `nil` without a file.
    private var temporaryFolder: String? {
        guard output != "-" else { return nil }
        guard fileFormat != nil else { return output }
        return output.lastIndex(of: "/").map { String(output[..<$0]) } ?? "."
    }

    /// The journal beside the output.
    private func openJournal(_ gazetteer: any Gazetteer) throws -> MapJournal {
        var path = output
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let options = pipelineOptions.stamp(filterOptions)
        return try MapJournal(
            path: path + ".part",
            stamp: "\(Dateline.configuration.version) \(GazetteerVersion.text(gazetteer)) \(options)")
    }

    private func distanceColumns(_ text: String, gazetteer: any Gazetteer) throws -> DistanceColumns {
        let reader = PointReader { try NameResolver(gazetteer: gazetteer, ranker: data.nameRanker()) }
        let point = try reader.point(text)
        if let place = point.place, let alternative = point.alternative {
            Diagnostics.note(
                "'\(text)' is taken for \(PlaceText.describe(place)), but may also be \(PlaceText.describe(alternative))"
            )
        }
        return DistanceColumns(name: point.place?.name ?? point.feature ?? text, centre: point.coordinate)
    }

    private func summarize(_ outcome: MapRun.Outcome, files: String) {
        let report = outcome.report
        let clusters = outcome.clusters
        Diagnostics.note(
            """
            \(report.articles) article\(report.articles == 1 ? "" : "s")\(report.failures.isEmpty ? "" : ", \(report.failures.count) failed")\
            \(report.failedBefore.isEmpty ? "" : ", \(report.failedBefore.count) failed before")
            \(report.toponyms) toponyms: \(report.resolved) resolved, \(report.toponyms - report.resolved) unresolved
            \(clusters.count) events: \(clusters.placed) on the map, \(clusters.placedAndDated) of them dated, \
            \(clusters.count - clusters.placed) without a place
            wrote \(files)
            """)
    }
}
