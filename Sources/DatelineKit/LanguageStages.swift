import Articles
import EventExtraction
import Gazetteers
import Geoparsing
import Synchronization
import TemporalTagging

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The stages of all languages. Beside English the tables of a language are compiled when its first article comes, so that a
/// run without one costs nothing.
final class LanguageStages: Sendable {
    /// What reads the articles of one language.
    struct Stages: Sendable {
        let geoparser: Geoparser
        let temporalTagger: TemporalTagger
        let eventExtractor: EventExtractor
    }

    private let data: DataLocator
    private let gazetteer: any Gazetteer
    private let options: Geoparser.Options
    /// `.some(nil)` is a language whose tables are missing or damaged: its articles are read as English.
    private let compiled = Mutex<[Language: Stages?]>([:])

    init(data: DataLocator, gazetteer: any Gazetteer, options: Geoparser.Options) {
        self.data = data
        self.gazetteer = gazetteer
        self.options = options
    }

    /// The stages of `language`; `nil` for English and for a language whose folders cannot be read.
    func stages(for language: Language) -> Stages? {
        guard language != .english else { return nil }
        return compiled.withLock { compiled in
            if let known = compiled[language] { return known }
            var stages: Stages?
            do {
                stages = try compile(language)
            } catch {
                let message =
                    "dateline: the tables of '\(language.rawValue)' cannot be read, its articles are read as English: \(error)\n"
                message.utf8CString.withUnsafeBytes { bytes in _ = write(2, bytes.baseAddress, bytes.count - 1) }
            }
            compiled[language] = .some(stages)
            return stages
        }
    }

    /// Reads the tables of a language and compiles them, those of the three stages side by side: most of the time of a run
    /// over one article.
    ///
    /// - Throws: an error of the module whose tables are missing or damaged.
    func compile(_ language: Language, keepsDoubtfulEvents: Bool = false) throws -> Stages {
        let (data, gazetteer, options) = (data, gazetteer, options)
        let code = language.rawValue
        var stages: [Stage] = [.places, .events, .times]
        var geoparser: Geoparser?
        var eventExtractor: EventExtractor?
        var temporalTagger: TemporalTagger?
        try OrderedMap.run(
            OrderedMap.Options(jobs: stages.count), context: {}, next: { stages.isEmpty ? nil : stages.removeFirst() },
            transform: { _, stage in
                Result {
                    switch stage {
                    case .places:
                        let files = try Self.files(ofPlaces: code, data)
                        return Compiled.places(try Geoparser(files: files, gazetteer: gazetteer, options: options))
                    case .events: return .events(try EventExtractor(files: try Self.files(ofEvents: code, data)))
                    case .times:
                        return .times(
                            try TemporalTagger(files: try data.files(module: "TemporalTagging", folder: code)))
                    }
                }
            },
            take: { result in
                switch try result.get() {
                case .places(let stage): geoparser = stage
                case .events(let stage): eventExtractor = stage
                case .times(let stage): temporalTagger = stage
                }
            })
        guard let geoparser, var eventExtractor, let temporalTagger else {
            throw KitError.dataMissing(what: "the tables of '\(code)'", searched: data.roots)
        }
        if keepsDoubtfulEvents { eventExtractor.leastHappening = 0 }
        return Stages(geoparser: geoparser, temporalTagger: temporalTagger, eventExtractor: eventExtractor)
    }

    private enum Stage { case places, events, times }

    private enum Compiled: Sendable {
        case places(Geoparser)
        case events(EventExtractor)
        case times(TemporalTagger)
    }

    private static let english = Language.english.rawValue

    private static func files(ofPlaces code: String, _ data: DataLocator) throws -> [String: [UInt8]] {
        let places = try data.files(module: "Geoparsing", folder: code)
        guard code != english else { return places }
        // Ranking and confidence are the same in any language; recognition is the folder's own.
        // A word list that the folder leaves out is empty: a header without rows.
        var files: [String: [UInt8]] = [:]
        for (name, file) in try data.files(module: "Geoparsing", folder: english)
        where name != "recognition_hashed.tsv" {
            let isShared = ["resolution_", "calibration", "outlet_", "recognition_weights"]
                .contains { name.hasPrefix($0) }
            files[name] = isShared ? file : Array("word\n".utf8)
        }
        return files.merging(places) { $1 }
    }

    private static func files(ofEvents code: String, _ data: DataLocator) throws -> [String: [UInt8]] {
        let events = try data.files(module: "EventExtraction", folder: code)
        guard code != english else { return events }
        let shared = try data.files(module: "EventExtraction", folder: english)
        var files: [String: [UInt8]] = [:]
        for name in EventExtractor.tableNames {
            files[name] = ["linker.tsv", "confidence.tsv"].contains(name) ? shared[name] ?? [] : []
        }
        return files.merging(events) { $1 }
    }
}
