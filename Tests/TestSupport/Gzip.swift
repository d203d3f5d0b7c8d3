public import Foundation

/// The data as `gzip` packs it, the same each time.
public func packed(_ data: Data) throws -> Data {
    let folder = try ScratchFolder()
    try folder.write(data, to: "f")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", folder.path + "/f"]
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: URL(fileURLWithPath: folder.path + "/f.gz"))
}
