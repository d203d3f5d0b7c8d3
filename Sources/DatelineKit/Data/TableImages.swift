import Articles
import EventExtraction
import MapExport

/// Compiles tables of a data folder into images, which are read in less time than the tables.
public enum TableImages {
    /// Writes the images of all languages of the data folder `folder` beside their tables.
    ///
    /// - Returns: the paths and sizes in bytes of the files written.
    /// - Throws: ``EventExtractionError`` at the first bad line, ``KitError`` where the tables of English are missing, or an error of
    ///   writing.
    public static func compile(folder: String) throws -> [(path: String, size: Int)] {
        let locator = DataLocator(explicit: folder)
        var written: [(path: String, size: Int)] = []
        for language in Language.allCases {
            let code = language.rawValue
            guard let tables = locator.path(module: "EventExtraction", file: code) else {
                guard language != .english else {
                    throw KitError.dataMissing(what: "EventExtraction/" + code, searched: locator.roots)
                }
                continue
            }
            let image = try EventExtractor.image(of: try LanguageStages.files(ofEvents: code, locator))
            let path = tables + "/" + EventExtractor.imageName
            try AtomicFile.write(to: path) { try $0.write(image) }
            written.append((path, image.count))
        }
        return written
    }
}
