#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Turns what was named (files, folders, patterns, `-`) into files, in a fixed order.
struct InputListing {
    struct File {
        var path: String
        var id: String
        /// `nil` when the first bytes must say.
        var format: InputFormat?
    }

    private(set) var files: [File] = []
    private(set) var notices: [ArticleInput] = []

    init(_ inputs: [String]) {
        for input in inputs { list(input, mayBePattern: true) }
    }

    private mutating func list(_ input: String, mayBePattern: Bool) {
        do throws(ArticleError) {
            if input == "-" {
                files.append(File(path: "-", id: "-", format: nil))
                return
            }
            guard let kind = FileBytes.kind(of: input) else {
                if mayBePattern, case let matches = Self.matches(input), !matches.isEmpty {
                    for match in matches { list(match, mayBePattern: false) }
                    return
                }
                throw .missing(path: input)
            }
            guard kind == .folder else {
                let format = try InputFormat.named(input)
                files.append(File(path: input, id: Self.split(input).name, format: format))
                return
            }
            let before = files.count
            try listFolder(input, prefix: "", within: [])
            if files.count == before { throw .noArticles(folder: input) }
        } catch {
            notices.append(.failure(error))
        }
    }

    /// What a pattern of `*`, `?` and `[...]` stands for, in the order of bytes.
    private static func matches(_ pattern: String) -> [String] {
        guard pattern.contains(where: { "*?[".contains($0) }) else { return [] }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
        var paths: [String] = []
        for index in 0..<Int(found.gl_pathc) {
            if let path = found.gl_pathv[index] { paths.append(String(cString: path)) }
        }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// - Parameter within: the folders on the way to this one: a link back to one of them is not followed.
    private mutating func listFolder(
        _ folder: String, prefix: String, within: [FileBytes.Identity]
    ) throws(ArticleError) {
        let identity = FileBytes.identity(of: folder)
        if let identity, within.contains(identity) {
            warn(folder, "this link leads back to a folder that it stands in; it is not followed")
            return
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadable(path: folder, reason: "the folder cannot be listed")
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            guard let kind = FileBytes.kind(of: path) else { continue }
            if kind == .folder {
                if within.count < 64 {
                    try listFolder(path, prefix: prefix + name + "/", within: within + [identity].compactMap(\.self))
                } else {
                    warn(path, "folders are read 64 deep; this one is left out")
                }
            } else if let format = InputFormat(fileInFolder: name) {
                if kind == .file {
                    files.append(File(path: path, id: prefix + name, format: format))
                } else {
                    warn(path, "this is a pipe or a device, not a file; it is read only when it is named itself")
                }
            }
        }
    }

    private mutating func warn(_ path: String, _ message: String) {
        notices.append(.warning(ArticleWarning(path: path, message: message)))
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
