import ArgumentParser
import DatelineKit
import Gazetteers
import MapExport

struct GazetteerImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Compiles dumps of GeoNames and other tables into an index.",
        discussion: """
            Places are read as GeoNames dumps them (allCountries.zip, UA.zip, cities500.txt), or as --manifest describes, \
            or as GeoJSON and Linked Places (.geojson, .json, .jsonld, one object a line too). Files may be zip or gzip as downloaded. Bad lines are counted, shown and skipped.
            """)

    @Argument(help: "Tables of places.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The index to write.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp("GeoNames' alternateNamesV2, used in place of the column of alternates.", valueName: "file"))
    var alternates: String?

    @Option(help: ArgumentHelp("GeoNames' admin1CodesASCII or admin2Codes.", valueName: "file"))
    var divisions: [String] = []

    @Option(help: ArgumentHelp("GeoNames' hierarchy.", valueName: "file"))
    var hierarchy: String?

    @Option(help: ArgumentHelp("A JSON file that says which column of the inputs is what.", valueName: "file"))
    var manifest: String?

    @Flag(help: "Also names in scripts other than Latin and Cyrillic.")
    var allScripts = false

    @Flag(help: "Stop at the first bad line.")
    var strict = false

    @Option(help: ArgumentHelp("Bad lines to show.", valueName: "number"))
    var show = 20

    @Option(help: ArgumentHelp("Where intermediate files go.", valueName: "folder"))
    var temporary = "/tmp"

    @Option(help: ArgumentHelp("Memory for names, in megabytes.", valueName: "number"))
    var memory = 256

    func validate() throws {
        if !(1...2048).contains(memory) { throw ValidationError("--memory takes 1 to 2048 megabytes, not \(memory)") }
        if show < 0 { throw ValidationError("--show takes a number of at least 0, not \(show)") }
    }

    func run() throws {
        var options = Importer.Options()
        options.allScripts = allScripts
        options.strict = strict
        options.alternatesColumn = alternates == nil
        var shown = 0
        let importer = Importer(
            writer: IndexWriter(temporaryFolder: temporary, memory: memory << 20), options: options
        ) { problem in
            shown += 1
            if shown <= show { Diagnostics.warning("\(problem)") }
        }
        do {
            if let manifest {
                let table = try TableManifest(json: try DataLocator.read(manifest), path: manifest)
                for input in inputs { try importer.readTable(input, manifest: table) }
            } else {
                for input in inputs {
                    if try Importer.isFeatureFile(input) {
                        try importer.readFeatures(input)
                    } else {
                        try importer.readGeoNames(input)
                    }
                }
            }
            for file in divisions { try importer.readDivisionCodes(file) }
            if let alternates { try importer.readAlternateNames(alternates) }
            if let hierarchy { try importer.readHierarchy(hierarchy) }
            try importer.writer.write(to: output, stamp: importer.sourceStamp)
        } catch GazetteerError.unreadable(let path, let reason) {
            throw CommandError("\(path): cannot read it: \(reason)", code: Termination.inputMissing)
        } catch let error as GazetteerError {
            if case .unwritable = error { throw CommandError("\(error)", code: Termination.cannotCreate) }
            throw CommandError("\(error)", code: Termination.badData)
        }
        let counts = importer.counts
        if counts.bad > show {
            Diagnostics.warning("\(counts.bad - show) more bad lines; --show tells how many to show")
        }
        let index = try GazetteerIndex(path: output)
        Diagnostics.note(
            "\(output): \(index.placeCount) places, \(index.nameCount) names, \(index.size) bytes; \(counts.lines) lines, "
                + "\(counts.bad) bad, \(counts.strangers) for places that no input has")
        if counts.places == 0 { throw CommandError("no input has a sound place", code: Termination.badData) }
        if counts.bad > 0 { throw Termination.someInputsFailed }
    }
}

struct GazetteerMeasure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Tells how many look-ups a second of processor time an index does here, on one core.")

    @Argument(help: "The index.")
    var index: String

    @Argument(help: "A file of names, one a line.")
    var names: String

    func run() throws {
        let index = try GazetteerIndex(path: index)
        let names = try DataLocator.read(names).split(separator: "\n").map(String.init)
        guard !names.isEmpty else { throw CommandError("the file of names is empty", code: Termination.badData) }
        let sink = FileDescriptorSink.standardOutput()
        func measure(_ label: String, _ names: [String], _ body: (String) -> Int) throws {
            var found = 0
            // The first pass brings the index into memory.
            for name in names.prefix(200_000) { found &+= body(name) }
            found = 0
            let start = ToponymSpeed.processorSeconds
            for name in names { found += body(name) > 0 ? 1 : 0 }
            let seconds = max(ToponymSpeed.processorSeconds - start, 1e-9)
            try sink.write("\(label)\t\(names.count)\t\(found)\t\(Int(Double(names.count) / seconds))\n")
        }
        try sink.write("depth\tlook-ups\tfound\ta second\n")
        try measure("exact", names) { index.candidateCount(for: $0, depth: .exact) }
        try measure("folded", names) { index.candidateCount(for: $0, depth: .folded) }
        try measure("folded, places made", names) { index.candidates(for: $0, depth: .folded).count }
        // A slip of the hand in each name.
        let wrong = names.lazy.filter { $0.utf8.count >= 6 }.prefix(20_000).map {
            String($0.dropLast(3)) + "b" + $0.suffix(3)
        }
        try measure("fuzzy", Array(wrong)) { index.candidateCount(for: $0, depth: .fuzzy) }
        try sink.flush()
    }
}
