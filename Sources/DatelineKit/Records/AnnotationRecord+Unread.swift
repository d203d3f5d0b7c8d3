internal import Articles

extension Pipeline {
    /// The record of an article; one that says nothing but the language where that has no tables.
    func record(of article: Article) -> AnnotationRecord {
        let identified = LanguageIdentification(of: article)
        var record =
            identified.isUnread
            ? AnnotationRecord(unread: article, language: identified.code)
            : AnnotationRecord(analyze(article, in: Language(identified)))
        record.round()
        return record
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
