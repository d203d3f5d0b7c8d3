import ArgumentParser
import DatelineKit
import MapExport

@main
struct Dateline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Turns news articles into maps of events, and knows how far places are apart.",
        discussion: """
            Exit codes: 0 done, 1 some inputs failed, 64 usage, 65 bad data, 66 input missing, 69 data of the program \
            missing, 70 no thread or too many documents given up, 73 cannot create, 74 input or output error, 78 gazetteer missing.
            """,
        version: "0.1.0",
        subcommands: [
            MapCommand.self, AnnotateCommand.self, LocateCommand.self, DistanceCommand.self,
            DestinationCommand.self, NearestCommand.self, ReprojectCommand.self, GazetteerCommand.self,
            EvaluateCommand.self, LearnOutletsCommand.self, CompileTablesCommand.self, ExtractCommand.self,
            ManualCommand.self,
            MeasureCommand.self,
        ])

    static func main() async {
        // Swift reads it from there; without, every run would pass for one that asks for help.
        if CommandLine.arguments.isEmpty {
            Diagnostics.error("the command line cannot be read; mount /proc, as every container does")
            exit(withError: Termination.configuration)
        }
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let stop as FailedFast {
            exit(withError: ExitCode(stop.code))
        } catch OutputError.closedPipe {
            Termination.endByClosedPipe()
        } catch {
            guard let code = Termination.code(for: error) else { exit(withError: error) }
            Diagnostics.error("\(error)")
            exit(withError: code)
        }
    }
}
