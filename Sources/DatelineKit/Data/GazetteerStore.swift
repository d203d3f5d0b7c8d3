import Articles
public import Gazetteers
import MapExport

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Opens the gazetteer, compiling its tables when there is no index yet.
public struct GazetteerStore: Sendable {
    private let locator: DataLocator
    private static let indexName = "gazetteer.index"

    public init(locator: DataLocator) { self.locator = locator }

    /// Opens the gazetteer at `path` (an index or a folder of tables), or the embedded one.
    ///
    /// Of the embedded one the index is taken where it is installed. A program that finds only tables compiles them
    /// once into the user's cache folder, named by their hash, or in memory where nothing can be written.
    ///
    /// - Throws: ``GazetteerError``, or ``KitError/gazetteerMissing(searched:)``.
    public func open(_ path: String? = nil) throws -> GazetteerIndex {
        if let path {
            guard Self.isFolder(path) else { return try GazetteerIndex(path: path) }
            return try compiled(folder: path)
        }
        for root in locator.roots {
            let index = root + "/" + Self.indexName
            if FileManager.default.fileExists(atPath: index) { return try GazetteerIndex(path: index) }
            let tables = root + "/gazetteer"
            if Self.isFolder(tables) { return try compiled(folder: tables) }
        }
        throw KitError.gazetteerMissing(searched: locator.roots)
    }

    /// Opens the gazetteers at `paths` as one, the first first; `default` is the embedded one, and so is no path.
    ///
    /// - Throws: as ``open(_:)``.
    public func open(layers paths: [String]) throws -> any Gazetteer {
        let layers = try (paths.isEmpty ? ["default"] : paths).map { try open($0 == "default" ? nil : $0) }
        return layers.count == 1 ? layers[0] : LayeredGazetteer(layers)
    }

    /// Compiles the tables of `folder` into bytes.
    ///
    /// - Throws: ``GazetteerError`` at the first bad line.
    public static func compile(folder: String) throws -> [UInt8] {
        try IndexBuilder.build(try tables(in: folder))
    }

    /// Reads the tables of a gazetteer folder: the place tables, then `names/`, each in order of their paths.
    static func tables(in folder: String) throws -> GazetteerTables {
        var tables = GazetteerTables()
        let paths = tablePaths(in: folder)
        guard !paths.isEmpty else { throw KitError.gazetteerMissing(searched: [folder]) }
        for path in paths { try tables.read(try FileBytes.read(folder + "/" + path), path: path) }
        return tables
    }

    /// The tables at the top, in `places/` and in `names/`; hand-written sources in other folders are not read.
    private static func tablePaths(in folder: String) -> [String] {
        ["", "places/", "names/"].flatMap { part -> [String] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []
            return names.filter { $0.hasSuffix(".tsv") && $0 != "PROVENANCE.tsv" }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { part + $0 }
        }
    }

    private func compiled(folder: String) throws -> GazetteerIndex {
        guard let cache = Self.cacheFolder else { return try GazetteerIndex(try Self.compile(folder: folder)) }
        let tables = try Self.tables(in: folder)
        let path = cache + "/gazetteer-" + String(tables.stamp, radix: 16) + ".index"
        if let index = try? GazetteerIndex(path: path), index.stamp == tables.stamp { return index }
        let bytes = try IndexBuilder.build(tables)
        do {
            try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
            try AtomicFile.write(to: path) { try $0.write(bytes) }
            return try GazetteerIndex(path: path)
        } catch {
            // A cache that cannot be written costs time, not the run.
            return try GazetteerIndex(bytes)
        }
    }

    private static var cacheFolder: String? {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/dateline" }
        if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.cache/dateline" }
        return nil
    }

    private static func isFolder(_ path: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
    }
}
