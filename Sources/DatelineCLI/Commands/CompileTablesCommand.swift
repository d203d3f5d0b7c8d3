import ArgumentParser
import DatelineKit
import EventExtraction

struct CompileTablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile-tables", abstract: "Compiles the tables of a data folder, so that runs start faster.",
        discussion: """
            Writes EventExtraction/LANGUAGE/lexicon.index beside the tables of events. It is taken as long as the tables are those \
            it was made of: who edits them without compiling them again only waits some milliseconds longer.
            """)

    @Argument(help: "The folder, laid out as share/dateline.")
    var folder: String

    func run() throws {
        do {
            for file in try TableImages.compile(folder: folder) {
                Diagnostics.note("\(file.path): \(file.size) bytes")
            }
        } catch let error as EventExtractionError {
            throw CommandError("\(error)", code: Termination.badData)
        }
    }
}
