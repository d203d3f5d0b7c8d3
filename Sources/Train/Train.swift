import ArgumentParser
import Articles
import DatelineKit
import Evaluation
import Geoparsing
import MapExport
import Training

/// Fits the weights of geoparsing and writes them with their training record.
@main
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Train", abstract: "Fits the weights of geoparsing on corpora with gold toponyms.")

    @Argument(help: "Corpora, one JSON document a line (see CONTRIBUTING.md).")
    var corpora: [String]

    @Option(help: "The folder of the word lists; the weights are written there.")
    var resources = "Sources/Geoparsing/Resources/en"

    @Option(help: "A gazetteer; the embedded one by default.")
    var gazetteer: String?

    @Option(help: "Folds of the cross-validation.")
    var folds = 5

    @Flag(help: "Only cross-validate; write nothing.")
    var dryRun = false

    @Flag(help: "Fit the confidence of events instead, on folders with gold tables and judged events.")
    var events = false

    @Option(help: "With --events: the folder of the gold tables of the first corpus, if not its gold.")
    var gold: String?

    @Option(help: "With --events: what is less likely to have happened is no event, 0 to 1.")
    var threshold = 0.25

    @Flag(help: "With --events: go on from the weights that the tables have, instead of from none.")
    var refine = false

    @Option(help: "With --events: a file for the values of every sample.")
    var samples: String?

    func run() throws {
        guard !events else { return try fitEvents() }
        let locator = DataLocator()
        let index = try GazetteerStore(locator: locator).open(gazetteer)
        let tables = try locator.tables(module: "Geoparsing", folder: "en")
        let read = try corpora.map { try ToponymCorpus(path: $0) }
        var record = ["Log-linear weights of geoparsing, fitted by the Train target."]
        var evaluations = read.map { _ in ToponymEvaluation(gazetteer: index, words: tables) }
        var calibration = CalibrationFitting()
        try CrossValidation(tables: tables, gazetteer: index, folds: folds).run(read) { heldOut in
            let document = Document(heldOut.item.article)
            evaluations[heldOut.corpus].add(
                heldOut.item, document: document, toponyms: heldOut.parser.toponyms(in: document))
            calibration.add(
                heldOut.item, parser: heldOut.parser, gazetteer: index, fold: heldOut.fold,
                corpus: read[heldOut.corpus].name)
        }
        for (corpus, evaluation) in zip(read, evaluations) {
            let error = (try calibration.error(corpus: corpus.name) * 1000).rounded() / 1000
            let line = Self.summary(corpus, evaluation) + "; calibration error \(error)"
            print(line)
            record.append("\(folds)-fold cross-validation over documents: " + line)
        }
        print("calibration error over all \((try calibration.error() * 1000).rounded() / 1000)")
        guard !dryRun else { return }
        var training = GeoparserTraining(tables: tables, gazetteer: index)
        let items = read.flatMap(\.items)
        let result = try training.fit(items)
        record.append("Final weights: all documents of these corpora.")
        training.store(result, record: record)
        training.store(calibration: calibration.table(record: record))
        _ = try training.fitOutlets(items)
        for name in [
            "recognition_weights.tsv", "recognition_hashed.tsv", "recognition_review.tsv",
            "resolution_first_weights.tsv", "resolution_weights.tsv", "resolution_trees.tsv", "calibration.tsv",
            "outlet_weights.tsv",
        ] {
            try AtomicFile.write(to: resources + "/" + name) { try $0.write(training.tables[name] ?? "") }
        }
    }

    private func fitEvents() throws {
        let locator = DataLocator()
        var options = Pipeline.Options()
        options.keepsDoubtfulEvents = true
        let pipeline = try Pipeline(
            data: locator, gazetteer: GazetteerStore(locator: locator).open(gazetteer), options: options)
        var fit = EventConfidenceFit()
        var record = [
            "Weights of the confidence of events, in log-odds: feature, weight of being right, weight of having happened. Fitted by",
            "the Train target on events found in annotated articles: happened when an event of the type is told there, right when",
            "place and date are, too. What is less likely than the threshold to have happened is no event.",
        ]
        for (number, corpus) in corpora.enumerated() {
            let added = try fit.add(corpus, gold: number == 0 ? gold : nil, pipeline: pipeline)
            record.append("corpus \(number + 1): \(added) events")
        }
        func three(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        if refine {
            let files = try locator.tables(module: "EventExtraction", folder: "en").mapValues { Array($0.utf8) }
            let strengths = try fit.draw(towards: files)
            record.append(
                "drawn to the weights before with a strength of \(strengths.right) (right) and \(strengths.happened) "
                    + "(happened), chosen by the same folds")
        }
        for (name, target) in [("right", EventConfidenceFit.Target.right), ("happened", .happened)] {
            let quality = fit.crossValidated(target)
            let levels = quality.kept.enumerated().map { "0.\($0) \($1.right)/\($1.all)" }.joined(separator: " ")
            record.append(
                "\(name), ten folds over articles: \(quality.right) of \(quality.samples); area under the curve "
                    + "\(three(quality.area)), expected calibration error \(three(quality.calibrationError)); with at least \(levels)"
            )
        }
        print(record.joined(separator: "\n"))
        if let samples { try AtomicFile.write(to: samples) { try $0.write(fit.dump) } }
        guard !dryRun else { return }
        let folder = "Sources/EventExtraction/Resources/en/"
        let tables = fit.tables(record: record, threshold: threshold)
        try AtomicFile.write(to: folder + "confidence.tsv") { try $0.write(tables.features) }
        try AtomicFile.write(to: folder + "headwords.tsv") { try $0.write(tables.headwords) }
    }

    private static func summary(_ corpus: ToponymCorpus, _ evaluation: ToponymEvaluation) -> String {
        func three(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        let detection = evaluation.detection
        return "\(corpus.name), \(corpus.items.count) documents: detection P \(three(detection.precision)) "
            + "R \(three(detection.recall)) F1 \(three(detection.f1)); end to end exact \(three(evaluation.endToEndExact)), "
            + "within 161 km \(three(evaluation.endToEnd)); of those found \(three(evaluation.resolution))"
    }
}
