import Foundation

/// Programs of the machine that some tests ask, where they are installed.
enum Programs {
    static let folder = FileManager.default.temporaryDirectory.path

    /// The path of a program, or `nil`.
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { $0 + "/" + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// Runs a program; returns its status and its standard output and error together.
    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Writes a file of the temporary folder, for the time of `body`.
    static func withFile<Result>(_ suffix: String, _ text: String, _ body: (String) throws -> Result) throws -> Result {
        let path = folder + "/map-export-" + UUID().uuidString + suffix
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return try body(path)
    }

    /// The folder of OGC's KML schemas: `KML_SCHEMAS`, or the Python package pykml's, or `nil`.
    static let kmlSchemas: String? = {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["KML_SCHEMAS"] { return folder }
        guard find("xmllint") != nil, let python = environment["PYTHON"] ?? find("python3") else { return nil }
        let script = "import os, pykml; print(os.path.join(os.path.dirname(pykml.__file__), 'schemas'))"
        guard let (status, output) = try? run(python, ["-c", script]), status == 0 else { return nil }
        return output.trimmingCharacters(in: .whitespacesAndNewlines)
    }()

    static let chromium = find("chromium") ?? find("chromium-browser") ?? find("google-chrome")
}
