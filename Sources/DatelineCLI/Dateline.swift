import ArgumentParser

@main
struct Dateline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline", abstract: "Turns news articles into maps of events.")
}
