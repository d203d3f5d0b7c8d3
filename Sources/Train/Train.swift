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

    @Option(help: "Write each mistake of the cross-validation to this file.")
    var errors: String?

    func run() throws {
        let locator = DataLocator()
        let index = try GazetteerStore(locator: locator).open(gazetteer)
        let tables = try locator.tables(module: "Geoparsing", folder: "en")
        let read = try corpora.map { try ToponymCorpus(path: $0) }
        var record = ["Log-linear weights of geoparsing, fitted by the Train target."]
        var mistakes: [String] = []
        var evaluations = read.map { _ in ToponymEvaluation(gazetteer: index) }
        var calibration = CalibrationFitting()
        for fold in 0..<folds {
            let train = read.flatMap { corpus in
                corpus.items.enumerated().filter { $0.offset % folds != fold }.map(\.element)
            }
            var training = GeoparserTraining(tables: tables, gazetteer: index)
            _ = try training.fit(train)
            let parser = try Geoparser(tables: training.tables, gazetteer: index)
            for (place, corpus) in read.enumerated() {
                for (number, item) in corpus.items.enumerated() where number % folds == fold {
                    calibration.add(item, parser: parser, gazetteer: index, fold: fold, corpus: corpus.name)
                    let document = Document(item.article)
                    evaluations[place].add(item, document: document, toponyms: parser.toponyms(in: document))
                }
            }
        }
        for (corpus, evaluation) in zip(read, evaluations) {
            let error = (try calibration.error(corpus: corpus.name) * 1000).rounded() / 1000
            let line = Self.summary(corpus, evaluation) + "; calibration error \(error)"
            print(line)
            record.append("\(folds)-fold cross-validation over documents: " + line)
            mistakes += evaluation.mistakes.map { mistake in
                [
                    corpus.name, mistake.kind.rawValue, mistake.article, mistake.text, mistake.expected ?? "",
                    mistake.found ?? "",
                    mistake.passage.split(whereSeparator: \.isNewline).joined(separator: " "),
                ].joined(separator: "\t")
            }
        }
        if let errors {
            try AtomicFile.write(to: errors) { try $0.write(mistakes.joined(separator: "\n") + "\n") }
        }
        print("calibration error over all \((try calibration.error() * 1000).rounded() / 1000)")
        guard !dryRun else { return }
        var training = GeoparserTraining(tables: tables, gazetteer: index)
        let result = try training.fit(read.flatMap(\.items))
        record.append("Final weights: all documents of these corpora.")
        training.store(result, record: record)
        training.store(calibration: calibration.table(record: record))
        for name in [
            "recognition_weights.tsv", "recognition_hashed.tsv", "recognition_review.tsv",
            "resolution_first_weights.tsv",
            "resolution_weights.tsv", "resolution_trees.tsv", "calibration.tsv",
        ] {
            try AtomicFile.write(to: resources + "/" + name) { try $0.write(training.tables[name] ?? "") }
        }
    }

    private static func summary(_ corpus: ToponymCorpus, _ evaluation: ToponymEvaluation) -> String {
        func three(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        let detection = evaluation.detection
        return "\(corpus.name), \(corpus.items.count) documents: detection P \(three(detection.precision)) "
            + "R \(three(detection.recall)) F1 \(three(detection.f1)); end to end exact \(three(evaluation.endToEndExact)), "
            + "within 161 km \(three(evaluation.endToEnd)); of those found \(three(evaluation.resolution))"
    }
}
