package import Articles

extension Pipeline {
    /// The record of an article; one that says nothing but the language where that has no tables.
    func record(of article: Article) -> AnnotationRecord { records(of: [article])[0] }

    /// The same of several articles, which are read together.
    package func records(of articles: [Article]) -> [AnnotationRecord] {
        let identified = articles.map { LanguageIdentification(of: $0) }
        let isRead = identified.map { !$0.isUnread }
        let analyses = analyze(
            articles.indices.filter { isRead[$0] }.map { (articles[$0], Language(identified[$0])) })
        var next = 0
        return articles.indices.map { index in
            var record: AnnotationRecord
            if isRead[index] {
                record = AnnotationRecord(analyses[next])
                next += 1
            } else {
                record = AnnotationRecord(unread: articles[index], language: identified[index].code)
            }
            record.round()
            return record
        }
    }
}

extension AnnotationRecord {
    fileprivate init(unread article: Article, language: String?) {
        self.init(
            id: article.id, title: article.title, published: article.published?.edtf, publisher: article.publisher,
            url: article.url, language: language, unread: true, sketch: TextSketch(Document(article)).text,
            toponyms: [], times: [], events: [])
    }
}

/// Articles in languages without tables, counted for a warning.
struct UnreadLanguages {
    private var counts: [String: Int] = [:]
    private var first: (path: String, line: Int?)?

    mutating func add(_ record: AnnotationRecord, path: String, line: Int?) {
        guard record.unread == true else { return }
        counts[record.language ?? "und", default: 0] += 1
        first = first ?? (path, line)
    }

    /// The articles in each, by code.
    var all: [(code: String, articles: Int)] { counts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }

    /// What to say of them; `nil` without any.
    var warning: ArticleWarning? {
        guard let first else { return nil }
        let list = all.map { "\($0.articles) in '\($0.code)'" }.joined(separator: ", ")
        return ArticleWarning(
            path: first.path, line: first.line,
            message: "this is the first of the articles in languages without tables, which are not read: \(list)")
    }
}
