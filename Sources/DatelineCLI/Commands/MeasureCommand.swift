import ArgumentParser
import Articles
import DatelineKit
import EventExtraction
import Gazetteers
import Geoparsing
import MapExport
import TemporalTagging

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Times each stage on articles in memory; `Benchmarks/Pipeline/run` calls it.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Times each stage of the pipeline on one core.", shouldDisplay: false)

    @Argument var inputs: [String]
    @Option(help: "Articles that are read together.") var batch = DocumentBatches.most
    @OptionGroup var filterOptions: FilterOptions
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let gazetteer = try data.openGazetteer()
        let pipeline = try pipelineOptions.makePipeline(data)()
        var articles: [Article] = []
        var seconds: [(stage: String, seconds: Double)] = []
        func time(_ stage: String, _ body: () throws -> Void) rethrows {
            let begin = Self.processorTime()
            try body()
            seconds.append((stage, Self.processorTime() - begin))
        }
        time("reading") {
            var reader = pipelineOptions.reader(inputs, filter: filterOptions)
            while let input = reader.next() { if case .article(let article) = input { articles.append(article) } }
        }
        var documents: [Document] = []
        time("tokens and sentences") { documents = articles.map { Document($0) } }
        var known = 0
        time("floor: look up every word") {
            for document in documents {
                for token in document.tokens where token.kind == .word {
                    known +=
                        gazetteer.contains(key: FoldingKey.fold(document.bytes[token.range.start..<token.range.end]))
                        ? 1 : 0
                }
            }
        }
        var toponyms: [[ResolvedToponym]] = []
        time("places") { toponyms = documents.map { pipeline.geoparser.toponyms(in: $0) } }
        var times: [[TemporalExpression]] = []
        time("dates") {
            times = documents.map { pipeline.temporalTagger.tag($0, narrative: pipelineOptions.narrative) }
        }
        time("events") {
            for index in documents.indices {
                _ = pipeline.eventExtractor.extract(documents[index], toponyms: toponyms[index], times: times[index])
            }
        }
        time("near-duplicates") { for document in documents { known += TextSketch(document).hashes.count } }
        for (name, count) in [
            ("whole, with records written", max(1, batch)), ("whole, one article at a time", 1),
        ] {
            time(name) {
                for start in stride(from: 0, to: articles.count, by: count) {
                    for record in pipeline.records(of: Array(articles[start..<min(start + count, articles.count)])) {
                        var json = JSONWriter(capacity: 4096)
                        record.write(to: &json)
                        known += json.bytes.count
                    }
                }
            }
        }
        let megabytes = Double(articles.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
        let sink = FileDescriptorSink.standardOutput()
        for (stage, seconds) in seconds {
            let spent = max(seconds, 1e-9)
            try sink.write(
                "\(stage)\t\(Self.rounded(megabytes / spent)) MB/s\t\(Self.rounded(Double(articles.count) / spent)) documents/s\n"
            )
        }
        try sink.flush()
    }

    private static func rounded(_ value: Double) -> String {
        value >= 100 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
    }

    /// Seconds of processor time of this process: other load does not count. POSIX counts in millionths.
    private static func processorTime() -> Double { Double(clock()) / 1e6 }
}
