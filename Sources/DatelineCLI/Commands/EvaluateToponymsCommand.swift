import ArgumentParser
import Articles
import DatelineKit
import Evaluation
import Gazetteers
import Geoparsing
import MapExport
import Training

struct EvaluateToponymsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "toponyms",
        abstract: "Measures toponyms on corpora (JSON Lines) or folders with gold tables.",
        discussion: """
            Demonyms are left out on both sides. Detection: exact spans. End to end: of all gold toponyms with \
            coordinates, those found with the exact span and placed right; a missing or wrong one counts as wrong, and so \
            does one whose place the gazetteer lacks. Given spans: the same with the spans taken from the gold. With \
            --folds nothing is measured with weights that have seen it.
            """)

    @Argument(help: ArgumentHelp("The corpora; of several, each and their average.", valueName: "corpus"))
    var corpora: [String]

    @Option(help: ArgumentHelp("The folder of the gold tables, if not CORPUS/gold.", valueName: "folder"))
    var gold: String?

    @Flag(help: "Also resolve the gold's spans, as if recognition were perfect.")
    var givenSpans = false

    @Option(
        help: ArgumentHelp(
            "Cross-validate: train on all folds of whole documents but one, measure on that one, in turn.",
            valueName: "number"))
    var folds: Int?

    @Option(help: ArgumentHelp("With --folds, features to train without, separated by commas.", valueName: "names"))
    var without: String?

    @Flag(help: "With --folds, learn where outlets are at home, from the documents of the other folds.")
    var learnOutlets = false

    @Option(help: ArgumentHelp("Where outlets are at home, as 'dateline learn-outlets' writes it.", valueName: "file"))
    var outlets: String?

    @Option(help: ArgumentHelp("Write each mistake with its passage to this file, or to - .", valueName: "file"))
    var errors: String?

    @Option(
        help: ArgumentHelp("Read every text so often, and say how fast that went on one core.", valueName: "number"))
    var `repeat`: Int?

    @Flag(help: "Write JSON.")
    var json = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if let folds, folds < 2 { throw ValidationError("--folds takes a number of at least 2, not \(folds)") }
        if folds == nil, without != nil || learnOutlets {
            throw ValidationError("--without and --learn-outlets train, so they need --folds, such as --folds 5")
        }
        if let `repeat`, `repeat` < 1 {
            throw ValidationError("--repeat takes a number of at least 1, not \(`repeat`)")
        }
        if learnOutlets, outlets != nil {
            throw ValidationError("choose one of --learn-outlets and --outlets")
        }
    }

    func run() throws {
        let gazetteer = try data.openGazetteer()
        let tables = try data.locator.tables(module: "Geoparsing", folder: "en")
        let read = try corpora.map { path in
            try path.hasSuffix(".jsonl")
                ? ToponymCorpus(path: path)
                : ToponymCorpus(
                    name: path,
                    items: GoldFolder(folder: path, gold: gold).items.map {
                        ToponymCorpus.Item(article: $0.article, toponyms: $0.toponyms)
                    })
        }
        let outletTable = try outlets.map { try OutletTable(FileBytes.read($0), path: $0) }
        var results = read.map { ToponymResult($0.name, gazetteer: gazetteer, words: tables, givenSpans: givenSpans) }
        if let folds {
            var validation = CrossValidation(tables: tables, gazetteer: gazetteer, folds: folds)
            validation.excluded = Set((without ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) })
            validation.learnsOutlets = learnOutlets
            try validation.run(read) { heldOut in
                results[heldOut.corpus].add(
                    heldOut.item, parser: heldOut.parser,
                    prior: heldOut.prior ?? outletTable?.prior(for: heldOut.item.article))
            }
        } else {
            let parser = try Geoparser(tables: tables, gazetteer: gazetteer)
            for (number, corpus) in read.enumerated() {
                for item in corpus.items {
                    results[number].add(item, parser: parser, prior: outletTable?.prior(for: item.article))
                }
            }
        }
        let sink = FileDescriptorSink.standardOutput()
        let speed = try `repeat`.map { try ToponymSpeed(read, repeats: $0, tables: tables, gazetteer: gazetteer) }
        let report = ToponymReport(results: results, folds: folds, speed: speed)
        if json { try sink.write(report.json()) } else { try sink.write(report.text()) }
        if errors == "-" { try sink.write(report.mistakes()) }
        try sink.flush()
        if let errors, errors != "-" { try AtomicFile.write(to: errors) { try $0.write(report.mistakes()) } }
    }
}

/// What was measured on one corpus.
struct ToponymResult {
    var name: String
    var fromText: ToponymEvaluation
    /// With the gold's spans: without demonyms, and of all linked toponyms.
    var givenSpans: (ToponymEvaluation, all: ToponymEvaluation)?

    init(_ name: String, gazetteer: any Gazetteer, words: [String: String], givenSpans: Bool) {
        self.name = name
        fromText = ToponymEvaluation(gazetteer: gazetteer, words: words)
        if givenSpans {
            self.givenSpans = (
                ToponymEvaluation(gazetteer: gazetteer), ToponymEvaluation(gazetteer: gazetteer, includesDemonyms: true)
            )
        }
    }

    mutating func add(_ item: ToponymCorpus.Item, parser: Geoparser, prior: DocumentPrior?) {
        var document = Document(item.article)
        fromText.add(item, document: document, toponyms: parser.toponyms(in: document, prior: prior))
        guard givenSpans != nil else { return }
        var article = item.article
        article.givenToponyms = Array(Set(item.toponyms.map(\.range))).sorted()
        document = Document(article)
        let toponyms = parser.toponyms(in: document, prior: prior)
        givenSpans?.0.add(item, document: document, toponyms: toponyms)
        givenSpans?.all.add(item, document: document, toponyms: toponyms)
    }
}
