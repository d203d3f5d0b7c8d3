import Articles
package import Evaluation
package import Gazetteers
package import Geoparsing

/// Trains on all folds of the corpora but one and hands out the documents of that one, in turn.
///
/// A document's fold is its number in its corpus modulo the number of folds; whole documents are held out, and each fold
/// is trained once, on all corpora together.
package struct CrossValidation {
    package var folds: Int
    /// Names of features whose weight is held at 0, for ablations.
    package var excluded: Set<String> = []
    /// Whether the held-out documents get a prior, learned from the documents of their outlets in the other folds.
    package var learnsOutlets = false
    /// Outlets with fewer articles that name a place are left out.
    package var minimumArticles = 3

    private let tables: [String: String]
    private let gazetteer: any Gazetteer

    /// - Parameters:
    ///   - tables: the texts of the files of `Geoparsing/Resources/en` by name.
    ///   - folds: at least 2.
    package init(tables: [String: String], gazetteer: any Gazetteer, folds: Int = 5) {
        self.tables = Self.unfitted(tables)
        self.gazetteer = gazetteer
        self.folds = max(2, folds)
    }

    /// The tables without what earlier trainings fitted, which have seen all documents.
    private static func unfitted(_ tables: [String: String]) -> [String: String] {
        var tables = tables
        for name in ["recognition_hashed.tsv", "resolution_first_weights.tsv", "resolution_trees.tsv"] {
            tables[name] = nil
        }
        for name in ["recognition_weights.tsv", "resolution_weights.tsv"] {
            tables[name] = "feature\tweight\n"
        }
        return tables
    }

    /// A document with a parser that has not seen it.
    package struct HeldOut {
        package var fold: Int
        /// The number of its corpus.
        package var corpus: Int
        package var item: ToponymCorpus.Item
        package var parser: Geoparser
        package var prior: DocumentPrior?
    }

    package func run(_ corpora: [ToponymCorpus], _ take: (HeldOut) throws -> Void) throws {
        for fold in 0..<folds {
            let training = corpora.flatMap { corpus in
                corpus.items.enumerated().filter { $0.offset % folds != fold }.map(\.element)
            }
            var fitted = GeoparserTraining(tables: tables, gazetteer: gazetteer)
            fitted.excluded = excluded
            _ = try fitted.fit(training)
            var outlets: OutletTable?
            if learnsOutlets { outlets = try fitted.fitOutlets(training, minimumArticles: minimumArticles) }
            let parser = try Geoparser(tables: fitted.tables, gazetteer: gazetteer)
            for (number, corpus) in corpora.enumerated() {
                for (index, item) in corpus.items.enumerated() where index % folds == fold {
                    try take(
                        HeldOut(
                            fold: fold, corpus: number, item: item, parser: parser,
                            prior: outlets?.prior(for: item.article)))
                }
            }
        }
    }
}
