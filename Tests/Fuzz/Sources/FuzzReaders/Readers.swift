import Articles
import FuzzSupport

/// The first byte chooses the reader; the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let endings = ["txt", "html", "json", "jsonl", "rss", "warc", "md", "unknown"]
    let file = FuzzFile(
        Array(UnsafeBufferPointer(start: start + 1, count: count - 1)), ending: endings[Int(start[0]) % endings.count])
    var options = ArticleReader.Options()
    options.givenSpans = start[0] & 0x80 != 0
    options.longestDocument = 1 << 16
    var reader = ArticleReader([file.path], options: options)
    while let input = reader.next() {
        if case .article(let article) = input {
            let document = Document(article)
            precondition(document.tokens.allSatisfy { $0.range.end <= document.bytes.count })
            _ = TextSketch(document)
        }
    }
    return 0
}
