import Articles
public import DatelineKit
import EventExtraction
import Gazetteers
import Geoparsing
import TemporalTagging

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Fits the weights of the confidence of events, and says how well calibrated they are.
///
/// A sample is an event that the program found in an annotated article. It happened when an event of its type is told
/// there; it is right when its place and date, where it has them, are so, too. Each of the two is a logistic model with a ridge
/// penalty, fitted by Newton's method (Hosmer, Lemeshow and Sturdivant 2013, doi:10.1002/9781118548387).
public struct EventConfidenceFit {
    package struct Sample {
        var values: [Double]
        /// `nil` where it was not judged.
        var isRight: Bool?
        var happened: Bool?
        /// The article, without its folder: retellings of one article share it.
        var group: String
        var trigger: String
        /// A number for the lemma of the trigger's head, and how the head is written.
        var lemma: Int32
        var headword: String
        /// How much it counts. In articles that are annotated in full there is what a reader finds, in right proportion.
        var weight = 1.0
        /// The text of the article, where it is annotated in full.
        var annotated: String?

        package init(_ values: [Double], happened: Bool, group: String, lemma: Int32 = 0, headword: String = "") {
            (self.values, self.isRight, self.happened) = (values, happened, happened)
            (self.group, self.trigger, self.lemma, self.headword) = (group, headword, lemma, headword)
        }

        init(
            _ event: Event, _ analysis: Pipeline.Analysis, isRight: Bool?, happened: Bool?, group: String
        ) {
            values = event.evidence
            lemma = event.lemma
            headword = analysis.document.text(event.headword).lowercased()
            trigger = analysis.document.text(event.trigger)
            (self.isRight, self.happened, self.group) = (isRight, happened, group)
        }
    }

    private(set) var samples: [Sample] = []
    /// Drawn to 0 without one.
    var prior: Prior?
    /// By how an article begins, how it was first called: two corpora may have it under two names.
    private var names: [String: String] = [:]
    /// By the text of an article, how many corpora annotate it in full.
    private var readers: [String: Double] = [:]
    /// Folds of the cross-validation, over articles.
    static let folds = 10

    /// The weight of a sample of a folder with gold tables.
    private static let annotated = 2.0

    public init() {}

    package mutating func add(_ more: [Sample]) { samples += more }

    /// Adds a folder with gold tables, or JSON Lines with `id`, `text` and `published`; either `judged`: events that somebody
    /// judged by reading, `{start, right, happened, place, day}`, by the start of their trigger in code points, with the place
    /// and day that were judged; or `event`: the type that the text tells.
    ///
    /// - Returns: the number of samples added.
    public mutating func add(_ path: String, gold: String?, pipeline: Pipeline) throws -> Int {
        let before = samples.count
        if path.hasSuffix(".jsonl") {
            try addLines(path, pipeline)
        } else {
            for item in try GoldFolder(folder: path, gold: gold).items {
                var evaluation = EventEvaluation()
                let analysis = pipeline.analyze(item.article)
                evaluation.add(item, analysis)
                readers[item.article.text, default: 0] += 1
                let group = name(of: item.article)
                for verdict in evaluation.verdicts {
                    var sample = Sample(
                        verdict.event, analysis, isRight: verdict.isRight, happened: verdict.happened, group: group)
                    sample.annotated = item.article.text
                    samples.append(sample)
                }
            }
            // What several read counts once.
            for index in samples.indices {
                if let text = samples[index].annotated { samples[index].weight = Self.annotated / (readers[text] ?? 1) }
            }
        }
        return samples.count - before
    }

    /// What groups the samples of an article: its name, or the one under which it came before.
    private mutating func name(of article: Article) -> String {
        let start = String(article.text.lowercased().filter(\.isLetter).prefix(120))
        if let known = names[start] { return known }
        names[start] = article.id
        return article.id
    }

    private struct Line: Decodable {
        struct Judged: Decodable {
            var start: Int
            var right: Bool
            var happened: Bool?
            var type: String?
            var place: String?
            var day: String?
        }
        var id: String
        var text: String
        var published: String?
        var judged: [Judged]?
        var event: String?
    }

    private mutating func addLines(_ path: String, _ pipeline: Pipeline) throws {
        for (number, bytes) in try FileBytes.read(path).split(separator: 0x0A).enumerated() {
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)),
                line.judged != nil || line.event != nil
            else {
                throw ArticleError.json(path: path, line: number + 1, detail: "found no text with judged events")
            }
            let map = CodePointMap(Array(line.text.utf8))
            let article = Article(
                id: line.id, text: line.text, published: line.published.flatMap { PartialDate(edtf: $0) })
            let analysis = pipeline.analyze(article)
            let group = name(of: article)
            if let type = line.event {
                let wanted = TypedSentences.successors[type] ?? [type]
                if type == TypedSentences.none {
                    samples += analysis.events.map {
                        Sample($0, analysis, isRight: nil, happened: false, group: group)
                    }
                } else if let event = analysis.events.first(where: { wanted.contains($0.type) }) {
                    samples.append(Sample(event, analysis, isRight: nil, happened: true, group: group))
                }
            }
            for judged in line.judged ?? [] {
                guard let start = map.byteOffset(ofCodePoint: judged.start),
                    let event = analysis.events.first(where: { $0.trigger.start == start }),
                    judged.type == nil || judged.type == event.type
                else { continue }
                let place = event.toponym.flatMap { analysis.toponyms[$0].place?.id }
                let day = event.time.flatMap { analysis.times[$0].span?.start.iso }
                // Of another place or day than was judged nothing is known.
                let isSame =
                    judged.happened == nil || Self.isSame(judged.place, place) && Self.isSame(judged.day, day)
                samples.append(
                    Sample(
                        event, analysis, isRight: isSame ? judged.right : judged.happened == false ? false : nil,
                        happened: judged.happened ?? (judged.right ? true : nil), group: group))
            }
        }
    }

    /// Whether what was judged is what is found; an empty text says that nothing was.
    private static func isSame(_ judged: String?, _ found: String?) -> Bool { (judged ?? "") == (found ?? "") }

    /// The tables of weights that fit all samples: those of features, with the least probability of having happened that an event must
    /// have, and those of headwords.
    public func tables(record: [String], threshold: Double) -> (features: String, headwords: String) {
        let right = fitted(.right)
        let happening = fitted(.happened)
        func three(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        let rows = ConfidenceModel.names.indices.map {
            "\(ConfidenceModel.names[$0])\t\(three(right.features[$0]))\t\(three(happening.features[$0]))"
        }
        // A word of the tables that it began with, or else the shortest of the forms that were met, stands for its lemma.
        var forms: [Int32: String] = [:]
        for sample in samples where prior?.words[sample.lemma] == nil {
            let known = forms[sample.lemma] ?? sample.headword
            forms[sample.lemma] =
                (known.count, known) < (sample.headword.count, sample.headword) ? known : sample.headword
        }
        if let prior { forms.merge(prior.words) { $1 } }
        let words = Set(right.headwords.keys).union(happening.headwords.keys).compactMap { lemma in
            forms[lemma].map {
                "\($0)\t\(three(right.headwords[lemma] ?? 0))\t\(three(happening.headwords[lemma] ?? 0))"
            }
        }
        let head = record.map { "# " + $0 }
        return (
            (head + ["threshold\t0\t\(threshold)"] + rows).joined(separator: "\n") + "\n",
            ([
                "# Weights of the headwords of triggers, in log-odds, besides those of confidence.tsv and fitted with them: a form of the",
                "# lemma, weight of being right, weight of having happened. Lemmas of fewer than two articles have none.",
            ] + words.sorted()).joined(separator: "\n") + "\n"
        )
    }

    /// A line for each sample: article, trigger, whether it is right and happened (`-` where not judged), its values.
    public var dump: String {
        samples.map { sample in
            func word(_ value: Bool?) -> String { value.map { $0 ? "1" : "0" } ?? "-" }
            return
                ([
                    sample.group, sample.trigger.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                    word(sample.isRight), word(sample.happened),
                ]
                + sample.values.map { "\($0)" })
                .joined(separator: "\t")
        }.joined(separator: "\n") + "\n"
    }
}
