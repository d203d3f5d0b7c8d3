public import Articles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The TimeML files (`.tml`, `.xml`) of a folder, by name.
public struct TimeCorpus: Sendable {
    /// Which files are taken, counted from 0 in the order of their names: so that one half of a corpus can be looked
    /// at and the other kept for measuring.
    public enum Half: String, CaseIterable, Sendable { case all, even, odd }

    public struct Item: Sendable {
        public var article: Article
        public var expressions: [TimeMLDocument.Expression]

        public init(article: Article, expressions: [TimeMLDocument.Expression]) {
            self.article = article
            self.expressions = expressions
        }
    }

    public private(set) var items: [Item] = []

    /// - Throws: ``ArticleError`` when the folder has none or one cannot be read, ``TimeMLError``.
    public init(folder: String, half: Half = .all) throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder) else { throw ArticleError.missing(path: folder) }
        let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".tml") || $0.hasSuffix(".xml") }.sorted()
        guard !names.isEmpty else {
            throw ArticleError.unsupported(
                path: folder, found: "no .tml or .xml files", advice: "give a folder of TimeML files")
        }
        for (index, name) in names.enumerated() where half == .all || (half == .even) == index.isMultiple(of: 2) {
            let path = folder + "/" + name
            let file = try TimeMLDocument(bytes: try FileBytes.read(path), path: path)
            items.append(
                Item(
                    article: Article(
                        id: name, text: file.text,
                        published: file.creationTime.flatMap { PartialDate(edtf: $0.prefix(10)) }),
                    expressions: file.expressions))
        }
    }
}
