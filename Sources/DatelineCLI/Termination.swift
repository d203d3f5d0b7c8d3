import ArgumentParser
import Articles
import DatelineKit
import Gazetteers
import Geodesy
import Geoparsing
import MapExport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a run ends: errors and the exit codes of `sysexits.h`.
enum Termination {
    static let someInputsFailed = ExitCode(1)
    static let usage = ExitCode(64)
    static let badData = ExitCode(65)
    static let inputMissing = ExitCode(66)
    static let dataMissing = ExitCode(69)
    static let software = ExitCode(70)
    static let cannotCreate = ExitCode(73)
    static let ioError = ExitCode(74)
    static let configuration = ExitCode(78)

    /// The exit code of an error of this program; `nil` for those of the argument parser, which exit by themselves.
    static func code(for error: any Error) -> ExitCode? {
        switch error {
        case let error as ArticleError: ExitCode(error.exitCode)
        case let error as CommandError: error.code
        case is CoordinateError: usage
        case let error as PlaceError: ExitCode(error.exitCode)
        case let error as GeodesyError: if case .cannotTransform = error { badData } else { usage }
        case OutputError.cannotCreate: cannotCreate
        case is OutputError: ioError
        case let error as KitError:
            switch error {
            case .dataMissing: dataMissing
            case .gazetteerMissing: configuration
            case .annotation: badData
            case .unknownFormat: usage
            }
        case is GazetteerError: configuration
        case RunError.cannotResume: badData
        case is RunError: software
        case is GeoparsingError, is StyleError: dataMissing
        case is ExitCode, is CleanExit, is ValidationError: nil
        // The parser knows its own errors, help and version among them; all others are failures to it.
        default: Dateline.exitCode(for: error) == .failure ? badData : nil
        }
    }

    /// Ends as a program does whose reader has gone: by SIGPIPE, without a word.
    static func endByClosedPipe() -> Never {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        _exit(141)
    }
}

/// An error of the command line itself.
struct CommandError: Error, CustomStringConvertible {
    var description: String
    var code: ExitCode

    init(_ description: String, code: ExitCode) {
        self.description = description
        self.code = code
    }
}

/// Messages on standard error.
enum Diagnostics {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func error(_ message: String) { write("dateline: " + message + "\n") }

    static func warning(_ message: String) { write("dateline: warning: " + message + "\n") }

    /// A line for people, not about a fault.
    static func note(_ message: String) { write(message + "\n") }

    /// Replaces the line of a terminal; nothing elsewhere.
    static func progress(_ message: String) {
        if isTerminal { send("\r\u{1B}[K" + printable(message)) }
    }

    static func clearProgress() {
        if isTerminal { send("\r\u{1B}[K") }
    }

    private static func write(_ text: String) { send(printable(text)) }

    /// Control characters of file names and article text must not reach a terminal.
    private static func printable(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar -> Character in
                let isControl =
                    scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
                return isControl ? "\u{FFFD}" : Character(scalar)
            })
    }

    private static func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { writeToDescriptor(STDERR_FILENO, $0) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

private func writeToDescriptor(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
