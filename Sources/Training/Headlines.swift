import Articles
import Evaluation

/// Texts in capitals, which corpora of news hardly have: recognition must not lean on what case says where it says nothing.
enum Headlines {
    /// Every fifth document again: one half throughout in capitals, the other in its first two sentences.
    static func of(_ items: [ToponymCorpus.Item]) -> [ToponymCorpus.Item] {
        items.enumerated().filter { $0.offset % 5 == 0 }.map { number, item in
            var article = item.article
            let ends = Document(article).sentences.prefix(2).map(\.range.end)
            article.text = capitals(article.text, until: number % 10 == 0 ? .max : ends.last ?? 0)
            return ToponymCorpus.Item(article: article, toponyms: item.toponyms)
        }
    }

    /// ASCII only, so that all offsets stay what they are.
    private static func capitals(_ text: String, until end: Int) -> String {
        String(
            decoding: text.utf8.enumerated().map { offset, byte in
                offset < end && byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte
            }, as: UTF8.self)
    }
}
