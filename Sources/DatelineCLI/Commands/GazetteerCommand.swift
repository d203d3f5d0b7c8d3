import ArgumentParser
import DatelineKit
import Gazetteers
import MapExport

struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer", abstract: "Builds, checks and describes gazetteers.",
        subcommands: [Build.self, Info.self, Verify.self])

    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "build", abstract: "Compiles a folder of tables into one memory-mapped index.")

        @Argument(help: "The folder of the tables.")
        var folder: String

        @Option(name: .shortAndLong, help: ArgumentHelp("The index to write.", valueName: "file"))
        var output: String

        func run() throws {
            let bytes: [UInt8]
            do {
                bytes = try GazetteerStore.compile(folder: folder)
            } catch let error as GazetteerError {
                throw CommandError("\(error)", code: Termination.badData)
            }
            try AtomicFile.write(to: output) { try $0.write(bytes) }
            let index = try GazetteerIndex(path: output)
            Diagnostics.note("\(output): \(index.placeCount) places, \(index.nameCount) names, \(bytes.count) bytes")
        }
    }

    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "info", abstract: "Tells what the gazetteer in use holds.")

        @OptionGroup var data: DataOptions

        func run() throws {
            let index = try data.openGazetteer()
            let sink = FileDescriptorSink.standardOutput()
            try sink.write(
                """
                places  \(index.placeCount)
                names   \(index.nameCount)
                bytes   \(index.size)
                stamp   \(String(index.stamp, radix: 16))

                """)
            try sink.flush()
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Checks every byte of an index against its checksums.")

        @Argument(help: "The index.")
        var index: String

        func run() throws {
            do {
                try GazetteerIndex(path: index).verify()
            } catch {
                throw CommandError("\(error)", code: Termination.badData)
            }
            Diagnostics.note("\(index): sound")
        }
    }
}
