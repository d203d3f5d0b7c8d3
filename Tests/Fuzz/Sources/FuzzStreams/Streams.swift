import Articles
import DatelineKit
import Glibc

private let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

/// What comes down the stream of `annotate --engine`: every line is answered by one with its id.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let path = "\(folder)/dateline-fuzz-\(getpid()).stream"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return 0 }
    _ = write(descriptor, start, count)
    close(descriptor)
    defer { unlink(path) }
    guard var lines = try? EngineLines(path: path, limit: 300) else { return 0 }
    var read = 0
    while let line = try? lines.next() {
        read += 1
        precondition(line.number == read && !line.id.isEmpty)
        precondition(!line.id.contains(0x0A))
        _ = line.document(path: path, published: nil, givenSpans: true).read()
    }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // Packed streams have other lines than their bytes.
    if !bytes.starts(with: [0x1F, 0x8B]), count > 0 {
        let ends = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
        precondition(read == ends, "\(read) lines read of \(ends)")
    }
    _ = try? FinishedLines(path: path)
    return 0
}
