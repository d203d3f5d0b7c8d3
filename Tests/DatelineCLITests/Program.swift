import Foundation

/// The built program, run as its users run it.
enum Program {
    static let path = ProcessInfo.processInfo.environment["DATELINE_PROGRAM"]

    /// Where the system has a program; `nil` when it has none.
    static func installed(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    struct Result {
        var output: String
        var errors: String
        var status: Int32
    }

    /// - Parameters:
    ///   - input: what stands on standard input.
    ///   - environment: added to that of the test.
    static func run(
        _ arguments: [String], input: String? = nil, folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        try run(program: path ?? "", arguments, input: input, folder: folder, environment: environment)
    }

    /// Another program, such as an engine that drives this one.
    static func run(
        program: String, _ arguments: [String], input: String? = nil, folder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files rather than pipes: a full pipe would block both sides.
        let scratch = NSTemporaryDirectory() + "dateline-run-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        for name in ["in", "out", "err"] {
            _ = FileManager.default.createFile(
                atPath: scratch + "/" + name, contents: Data((name == "in" ? input ?? "" : "").utf8))
        }
        process.standardInput = FileHandle(forReadingAtPath: scratch + "/in")
        process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
        process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch + "/" + name)), as: UTF8.self)
        }
        return Result(output: try text("out"), errors: try text("err"), status: process.terminationStatus)
    }
}

/// A folder that lives as long as a test.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "dateline-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
