import ArgumentParser
import DatelineKit
import Gazetteers
import MapExport

struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer", abstract: "Searches, builds, checks and describes gazetteers.",
        subcommands: [
            GazetteerSearch.self, GazetteerShow.self, GazetteerNear.self, GazetteerImport.self, Build.self,
            Verify.self, Info.self, GazetteerMeasure.self,
        ])

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
            commandName: "info", abstract: "Tells what the gazetteers in use hold.")

        @Flag(help: "One JSON object a line for each gazetteer.")
        var json = false

        @OptionGroup var data: DataOptions

        func run() throws {
            let store = GazetteerStore(locator: data.locator)
            let sink = FileDescriptorSink.standardOutput()
            for path in data.gazetteer.isEmpty ? ["default"] : data.gazetteer {
                let index = try store.open(path == "default" ? nil : path)
                let stamp = String(index.stamp, radix: 16)
                if json {
                    var json = JSONWriter()
                    json.beginObject()
                    for (key, value) in [
                        ("places", index.placeCount), ("names", index.nameCount), ("bytes", index.size),
                    ] {
                        json.key(key)
                        json.integer(value)
                    }
                    json.key("stamp")
                    json.string(stamp)
                    json.endObject()
                    json.newline()
                    try sink.write(json.bytes)
                } else {
                    try sink.write(
                        """
                        places  \(index.placeCount)
                        names   \(index.nameCount)
                        bytes   \(index.size)
                        stamp   \(stamp)

                        """)
                }
            }
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
