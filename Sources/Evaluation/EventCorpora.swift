import Articles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds out what kind of corpus of events a path is.
public enum EventCorpora {
    /// A folder with `key-*` files is MUC-4; a `.jsonl` file is typed sentences; any other folder has gold tables.
    ///
    /// - Parameters:
    ///   - gold: the folder of the gold tables, if not `gold` in the folder.
    ///   - half: which documents to take, counted from 0 in their order.
    public static func open(_ path: String, gold: String? = nil, half: TimeCorpus.Half = .all) throws -> any EventCorpus
    {
        if path.hasSuffix(".jsonl") { return try TypedSentences(path: path, half: half) }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        let keys = names.filter { $0.hasPrefix("key-") }
        if gold == nil, !keys.isEmpty {
            let texts = names.filter { !keys.contains($0) && $0.contains("-muc") }
            return try MUCCorpus(
                texts: texts.map { path + "/" + $0 }, keys: keys.map { path + "/" + $0 }, half: half)
        }
        var folder = try GoldFolder(folder: path, gold: gold)
        folder.items = folder.items.enumerated().filter { half.takes($0.offset) }.map(\.element)
        return folder
    }
}

extension TimeCorpus.Half {
    /// Whether the document at place `index`, from 0, is of this half.
    func takes(_ index: Int) -> Bool { self == .all || (self == .even) == index.isMultiple(of: 2) }
}
