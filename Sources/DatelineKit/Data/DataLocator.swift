import Articles

#if canImport(Darwin)
    internal import Darwin
#endif

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds what the program reads besides its input: word lists, rules, weights, styles, the gazetteer.
///
/// In the manner of PROJ, in this order: the folder of `--data`, that of `DATELINE_DATA`, `share/dateline` beside the
/// program's folder, and the working folder. A folder is laid out as installed (`MODULE/FILE`), or is a checkout
/// (`Sources/MODULE/Resources/FILE`, `gazetteer/`).
public struct DataLocator: Sendable {
    /// The folders searched, in order.
    public let roots: [String]

    /// - Parameter explicit: the folder of `--data`. When it is given, no other is searched.
    public init(explicit: String? = nil) {
        if let explicit {
            roots = [explicit]
            return
        }
        var roots: [String] = []
        if let folder = ProcessInfo.processInfo.environment["DATELINE_DATA"], !folder.isEmpty { roots.append(folder) }
        if let program = Self.executablePath {
            let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            roots.append((folder.dropLast() + ["share", "dateline"]).joined(separator: "/"))
        }
        roots.append(".")
        self.roots = roots
    }

    /// The path of this program with links resolved.
    static var executablePath: String? {
        #if os(Linux)
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        #else
            Self.darwinExecutablePath
        #endif
    }

    #if canImport(Darwin)
        private static var darwinExecutablePath: String? {
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else { return nil }
            defer { free(path) }
            return String(cString: path)
        }
    #endif

    /// The texts of all files of a module's data folder (`en` of `Geoparsing`), by name.
    ///
    /// - Throws: ``KitError/dataMissing(what:searched:)`` when no root has the folder.
    public func tables(module: String, folder: String) throws -> [String: String] {
        try files(module: module, folder: folder).mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The same as they stand in their files, in UTF-8.
    func files(module: String, folder: String) throws -> [String: [UInt8]] {
        for root in roots {
            for path in Self.layouts(root, module: module, file: folder) {
                guard let names = try? FileManager.default.contentsOfDirectory(atPath: path), !names.isEmpty else {
                    continue
                }
                var tables: [String: [UInt8]] = [:]
                for name in names where name.hasSuffix(".tsv") {
                    tables[name] = try DataText.bytes(at: path + "/" + name)
                }
                if !tables.isEmpty { return tables }
            }
        }
        throw KitError.dataMissing(what: "\(module)/\(folder)", searched: roots)
    }

    /// The text of one file of a module's data.
    public func text(module: String, file: String) throws -> String {
        guard let path = path(module: module, file: file) else {
            throw KitError.dataMissing(what: "\(module)/\(file)", searched: roots)
        }
        return String(decoding: try DataText.bytes(at: path), as: UTF8.self)
    }

    func path(module: String, file: String) -> String? {
        roots.lazy.flatMap { Self.layouts($0, module: module, file: file) }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    private static func layouts(_ root: String, module: String, file: String) -> [String] {
        ["\(root)/\(module)/\(file)", "\(root)/Sources/\(module)/Resources/\(file)"]
    }
}

/// What can go wrong outside the modules' own work. Messages say what to do next.
public enum KitError: Error, Hashable, Sendable, CustomStringConvertible {
    case dataMissing(what: String, searched: [String])
    case gazetteerMissing(searched: [String])
    case annotation(path: String, line: Int, detail: String)
    case unknownFormat(String, known: [String])

    public var description: String {
        switch self {
        case .dataMissing(let what, let searched):
            "the program's data '\(what)' is in none of \(searched.joined(separator: ", ")); install it with "
                + "'script/install PREFIX', or name its folder with --data or DATELINE_DATA"
        case .gazetteerMissing(let searched):
            "no gazetteer in any of \(searched.joined(separator: ", ")); install the program with "
                + "'script/install PREFIX', or name an index or a folder of tables with --gazetteer"
        case .annotation(let path, let line, let detail):
            "\(path):\(line): \(detail); expected a record as 'dateline annotate' writes it"
        case .unknownFormat(let name, let known):
            "'\(name)' is no format of this program; it writes \(known.joined(separator: ", "))"
        }
    }
}

extension DataLocator {
    /// The text of the file at `path`, wherever it lies.
    public static func read(_ path: String) throws -> String {
        String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
}
