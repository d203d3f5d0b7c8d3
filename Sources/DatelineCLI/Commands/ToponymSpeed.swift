import Articles
import Evaluation
import Gazetteers
import Geoparsing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How fast geoparsing is on one core: time of the processor, so that other work on the machine does not count.
struct ToponymSpeed {
    /// UTF-8 bytes of text read, over all repeats.
    var bytes = 0
    /// Seconds of cutting into tokens, finding and resolving.
    var seconds = 0.0
    /// Seconds of making a parser from the texts of its tables, the least of three times.
    var loading = Double.infinity

    init(_ corpora: [ToponymCorpus], repeats: Int, tables: [String: String], gazetteer: any Gazetteer) throws {
        var parser = try Geoparser(tables: tables, gazetteer: gazetteer)
        for _ in 0..<3 {
            let start = Self.processorSeconds
            parser = try Geoparser(tables: tables, gazetteer: gazetteer)
            loading = min(loading, Self.processorSeconds - start)
        }
        let start = Self.processorSeconds
        for _ in 0..<repeats {
            for corpus in corpora {
                for item in corpus.items {
                    _ = parser.toponyms(in: Document(item.article))
                    bytes += item.article.text.utf8.count
                }
            }
        }
        seconds = max(Self.processorSeconds - start, 1e-9)
    }

    static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
