import MapExport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

enum OutputFolder {
    /// Whether there is a folder at `path`.
    static func exists(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }

    /// Makes the folder at `path` and those above it.
    static func create(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandError(
                "\(path): this folder cannot be made; check that its name is free and that you may write there",
                code: Termination.cannotCreate)
        }
    }

    /// Takes back what ``create(_:)`` made, when nothing was written.
    static func removeIfEmpty(_ path: String) { _ = rmdir(path) }
}
