import Articles
import Glibc

/// A file of its own for this process, in memory where the system has such a place.
private let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

/// The first byte chooses the reader; the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let endings = ["txt", "html", "json", "jsonl", "rss", "warc", "md", "unknown"]
    let path = "\(folder)/dateline-fuzz-\(getpid()).\(endings[Int(start[0]) % endings.count])"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return 0 }
    _ = write(descriptor, start + 1, count - 1)
    close(descriptor)
    defer { unlink(path) }
    var options = ArticleReader.Options()
    options.givenSpans = start[0] & 0x80 != 0
    options.longestDocument = 1 << 16
    var reader = ArticleReader([path], options: options)
    while let input = reader.next() {
        if case .article(let article) = input {
            let document = Document(article)
            precondition(document.tokens.allSatisfy { $0.range.end <= document.bytes.count })
            _ = TextSketch(document)
        }
    }
    return 0
}
