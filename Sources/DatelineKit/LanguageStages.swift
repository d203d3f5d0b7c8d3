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

/// The stages of the languages beside English. The tables of a language are compiled when its first article comes, so
/// that a run without one costs nothing.
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

    /// Reads the tables of a language and compiles them.
    ///
    /// - Throws: an error of the module whose tables are missing or damaged.
    func compile(_ language: Language) throws -> Stages {
        let code = language.rawValue
        // Ranking and confidence are the same in any language; recognition is the folder's own.
        // A word list that the folder leaves out is empty: a header without rows.
        let shared = Dictionary(
            uniqueKeysWithValues: try data.tables(module: "Geoparsing", folder: "en").filter {
                $0.key != "recognition_hashed.tsv"
            }.map { name, text in
                let isShared = ["resolution_", "calibration", "outlet_", "recognition_weights"]
                    .contains { name.hasPrefix($0) }
                return (name, isShared ? text : "word\n")
            })
        let places = try data.tables(module: "Geoparsing", folder: code)
        let english = try data.tables(module: "EventExtraction", folder: "en")
        let events = Dictionary(
            uniqueKeysWithValues: EventExtractor.tableNames.map { name in
                (name, ["linker.tsv", "confidence.tsv"].contains(name) ? english[name] ?? "" : "")
            }
        ).merging(try data.tables(module: "EventExtraction", folder: code)) { $1 }
        return Stages(
            geoparser: try Geoparser(
                tables: shared.merging(places) { $1 }, gazetteer: gazetteer, options: options),
            temporalTagger: try TemporalTagger(tables: try data.tables(module: "TemporalTagging", folder: code)),
            eventExtractor: try EventExtractor(tables: events))
    }
}
