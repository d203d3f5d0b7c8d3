/// A page of the web as an article: title, date, address, publisher and the text of its body.
enum HTMLReader {
    /// - Parameters:
    ///   - charset: the encoding that the page was delivered with, if known.
    ///   - address: where it comes from, if known.
    /// - Throws: ``ArticleError/empty(path:line:)`` for a page without an article's text.
    static func article(
        _ bytes: [UInt8], id: String, path: String, charset: String? = nil, address: String? = nil
    ) throws(ArticleError) -> Article {
        let (page, encoding) = HTMLEncoding.prepared(bytes, declared: charset)
        guard let tree = try HTMLTree(page, encoding: encoding, path: path) else { throw .empty(path: path, line: nil) }
        let metadata = HTMLMetadata(tree)
        let body = BodyExtractor(tree).body(declared: metadata.linked.body, title: metadata.title)
        guard let text = body.map({ String(decoding: $0, as: UTF8.self) }) ?? metadata.summary else {
            throw .empty(path: path, line: nil)
        }
        var article = Article(
            id: id, text: text, title: metadata.title, publisher: metadata.publisher,
            published: HTMLDates(tree: tree, metadata: metadata).published(address: address),
            url: metadata.url ?? address)
        article.language = LanguageIdentification.declared(metadata.language, of: text)
        return article
    }
}
