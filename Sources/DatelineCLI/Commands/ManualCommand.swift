import ArgumentParser
import MapExport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes the man page, from the same definitions as the help; `script/install` calls it.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Writes the man page.", shouldDisplay: false)

    func run() throws {
        let help = try JSONDecoder().decode(HelpDump.self, from: Data(Dateline._dumpHelp().utf8))
        let sink = FileDescriptorSink.standardOutput()
        try sink.write(ManualPage(help.command, version: Dateline.configuration.version).text)
        try sink.flush()
    }
}

/// What the argument parser tells of a program (`--experimental-dump-help`).
private struct HelpDump: Decodable {
    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var shouldDisplay: Bool?
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var defaultValue: String?
        var shouldDisplay: Bool?
    }

    var command: Command
}

/// A page of `man(7)` macros.
private struct ManualPage {
    private(set) var text: String

    init(_ command: HelpDump.Command, version: String) {
        let name = command.commandName
        text = ".TH \(name.uppercased()) 1 \"\" \"\(name) \(version)\"\n.SH NAME\n"
        text += "\(name) \\- \(Self.escaped(command.abstract ?? ""))\n.SH SYNOPSIS\n.B \(name)\n.I command\n[options]\n"
        for subcommand in command.subcommands ?? [] { add(subcommand, path: name) }
        if let discussion = command.discussion { text += ".SH EXIT STATUS\n" + Self.escaped(discussion) + "\n" }
    }

    private mutating func add(_ command: HelpDump.Command, path: String) {
        guard command.shouldDisplay ?? true, command.commandName != "help" else { return }
        let path = path + " " + command.commandName
        text += ".SH \(path.uppercased())\n"
        for part in [command.abstract, command.discussion].compactMap(\.self) { text += Self.escaped(part) + "\n.PP\n" }
        for argument in command.arguments ?? [] where argument.shouldDisplay ?? true {
            text += ".TP\n\(Self.title(argument))\n\(Self.escaped(argument.abstract ?? ""))"
            if let value = argument.defaultValue, !value.isEmpty, argument.kind != "flag" {
                text += " (default: \(Self.escaped(value)))"
            }
            text += "\n"
        }
        for subcommand in command.subcommands ?? [] { add(subcommand, path: path) }
    }

    /// `.BR -o , " --output \fIfile\fR"`, as plain text with font changes.
    private static func title(_ argument: HelpDump.Argument) -> String {
        let value = argument.valueName.map { "\\fI\(escaped($0))\\fR" } ?? ""
        guard argument.kind != "positional" else { return value }
        let names = (argument.names ?? []).map {
            "\\fB" + escaped(($0.kind == "short" ? "-" : "--") + $0.name) + "\\fR"
        }
        return names.joined(separator: ", ") + (argument.kind == "option" ? " " + value : "")
    }

    /// Text in which nothing is taken for a macro or an escape.
    private static func escaped(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            var line = String(line).replacing("\\", with: "\\e").replacing("-", with: "\\-")
            if line.hasPrefix(".") || line.hasPrefix("'") { line = "\\&" + line }
            return line
        }
        return lines.joined(separator: "\n")
    }
}
