import Articles
import DatelineKit
import Foundation
import FuzzSupport

/// What comes down the stream of `annotate --engine`: every line is answered by one with its id. And what comes down that of `map`:
/// records, which mean the same however they are read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    record(bytes)
    let file = FuzzFile(bytes, ending: "stream")
    let path = file.path
    guard var lines = try? EngineLines(path: path, limit: 300) else { return 0 }
    var read = 0
    while let line = try? lines.next() {
        read += 1
        precondition(line.number == read && !line.id.isEmpty)
        precondition(!line.id.contains(0x0A))
        _ = line.document(path: path, published: nil, givenSpans: true).read()
    }
    // Packed streams have other lines than their bytes.
    if !bytes.starts(with: [0x1F, 0x8B]), count > 0 {
        let ends = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
        precondition(read == ends, "\(read) lines read of \(ends)")
    }
    _ = try? FinishedLines(path: path)
    return 0
}

private func record(_ bytes: [UInt8]) {
    guard let record = AnnotationRecord(usual: bytes) else { return }
    let decoded = try? JSONDecoder().decode(AnnotationRecord.self, from: Data(bytes))
    precondition(decoded == record)
}
