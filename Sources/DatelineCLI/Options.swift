import ArgumentParser
import Articles
import DatelineKit
import Gazetteers
import Geoparsing
import MapExport
import Synchronization

/// Where data come from; options of every command.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the program's data.", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "A gazetteer: an index, a folder of tables, or 'default'. Several are layered, your own first.",
            valueName: "path"))
    var gazetteer: [String] = []

    var locator: DataLocator { DataLocator(explicit: data) }

    func openGazetteer() throws -> any Gazetteer { try GazetteerStore(locator: locator).open(layers: gazetteer) }

    /// What ranks bare names in the gazetteer; reads no other data of geoparsing.
    func nameRanker() throws -> NameRanker {
        try NameRanker(
            weights: locator.text(module: "Geoparsing", file: "en/bare_name_weights.tsv"), gazetteer: openGazetteer())
    }
}

/// How articles are read and annotated; options of `map` and `annotate`.
struct PipelineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Date of articles that give none: a day, a month or a year.", valueName: "date"),
        transform: ArgumentValue.date)
    var published: PartialDate?

    @Flag(help: "Read dates as those of a narrative: relative to the last one named.")
    var narrative = false

    @Flag(help: "Also report demonyms such as \"Ukrainian\".")
    var demonyms = false

    @Flag(help: "Take the toponyms of JSON Lines documents as found, and only resolve them.")
    var givenSpans = false

    @Option(
        help: ArgumentHelp(
            "A table of names that are a certain place, or none: name,article,place,latitude,longitude,note.",
            valueName: "file"))
    var overrides: String?

    @Option(help: ArgumentHelp("Where outlets are at home, as 'dateline learn-outlets' writes it.", valueName: "file"))
    var outlets: String?

    @Option(
        help: ArgumentHelp(
            "Encoding of text and JSON that are neither UTF-8 nor marked: windows-1251, koi8-u, latin-1, utf-16le, utf-16be.",
            valueName: "name"))
    var encoding: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Articles at work at a time.", valueName: "number"))
    var jobs: Int?

    @Flag(name: .shortAndLong, help: "No progress and no summary; errors only.")
    var quiet = false

    func validate() throws {
        if let encoding, !ArticleReader.Options.isKnown(encoding: encoding) {
            throw ValidationError(
                "--encoding '\(encoding)' is not known; choose from utf-8, utf-16le, utf-16be, windows-1251, koi8-u, latin-1, "
                    + "or convert the files with iconv")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1, not \(jobs)") }
    }

    /// What tells two runs apart that read the same documents in another way.
    func stamp(_ filter: FilterOptions) -> String {
        let tables = [overrides, outlets].map { path -> String in
            guard let path, let bytes = try? FileBytes.read(path) else { return "-" }
            var hash = ContentHash()
            hash.add(bytes)
            return String(hash.value, radix: 16)
        }
        return
            "\(published?.edtf ?? "-") \(narrative) \(demonyms) \(givenSpans) \(encoding ?? "-") \(tables.joined(separator: " "))"
            + " \(filter.maxDocument)"
    }

    var jobCount: Int { jobs ?? ProcessorCount.available }

    func reader(_ inputs: [String], filter: FilterOptions? = nil) -> ArticleReader {
        var options = ArticleReader.Options()
        options.givenSpans = givenSpans
        options.published = published
        options.encoding = encoding
        if let filter { options.longestDocument = filter.longestDocument }
        return ArticleReader(inputs, options: options)
    }

    /// What makes a pipeline for each thread.
    ///
    /// - Throws: what making the first one throws.
    func makePipeline(_ data: DataOptions) throws -> @Sendable () throws -> Pipeline {
        let gazetteer = try data.openGazetteer()
        var options = Pipeline.Options()
        options.narrative = narrative
        options.geoparsing.demonyms = demonyms
        options.geoparsing.overrides = try overrides.map {
            try OverrideTable(FileBytes.read($0), path: $0, gazetteer: gazetteer)
        }
        options.outlets = try outlets.map { try OutletTable(FileBytes.read($0), path: $0) }
        let pipeline = try Pipeline(data: data.locator, gazetteer: gazetteer, options: options)
        KeptPipelines.keep(pipeline)
        return { pipeline }
    }

    /// Says which overrides met no name in a run.
    func reportUnused(_ pipeline: Pipeline, applied: Set<Int>) {
        for line in pipeline.overrides?.unused(applied) ?? [] where !quiet { Diagnostics.warning(line) }
    }
}

/// How documents that fail are treated; options of `map` and `annotate`.
struct FilterOptions: ParsableArguments {
    @Flag(help: "Stop at the first document that fails.")
    var failFast = false

    @Option(help: ArgumentHelp("Seconds a document may take before it is left out as an error.", valueName: "seconds"))
    var documentTimeout: Double?

    @Option(help: ArgumentHelp("Megabytes of the largest document that is read, unpacked.", valueName: "megabytes"))
    var maxDocument = 64.0

    func validate() throws {
        if let documentTimeout, !(documentTimeout > 0 && documentTimeout <= 1e6) {
            throw ValidationError("--document-timeout takes a number of seconds above 0, not \(documentTimeout)")
        }
        guard maxDocument > 0, maxDocument <= 2_000 else {
            throw ValidationError("--max-document takes a number of megabytes up to 2000, not \(maxDocument)")
        }
    }

    /// In bytes.
    var longestDocument: Int { Int(maxDocument * 1_000_000) }
}

/// Pipelines that live as long as the process: taking their tables apart at its end would take longer than a short article.
private enum KeptPipelines {
    private static let kept = Mutex<[Pipeline]>([])

    static func keep(_ pipeline: Pipeline) { kept.withLock { $0.append(pipeline) } }
}
