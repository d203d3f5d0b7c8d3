/// When a page was published: what it says for machines, then what it shows, then its address.
struct HTMLDates {
    /// `meta` names that say when an article came out, the surest first.
    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
        "article.published",
        "article:published", "published_time", "publish_date", "publish-date", "publishdate", "publication_date",
        "publicationdate", "pubdate", "pub_date", "published-date", "published_at", "published",
        "article_date_original",
        "article.created", "article:post_date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date.created",
        "dc.created",
        "dcterms.date", "dc.date", "originalpublicationdate", "article_date", "rnews:datepublished", "bt:pubdate",
        "creation_date", "datecreated", "displaydate", "release_date", "uploaddate", "created", "date", "timestamp",
        "last-modified", "search_date", "og:pubdate", "vr:published_time",
    ]
    /// Names that say when it was changed: better than nothing.
    private static let modifiedNames = [
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "revised",
    ]
    /// Parts of the classes and ids of elements that show the date.
    private static let dateClasses = [
        "date", "time", "publish", "posted", "byline", "fecha", "datum", "data", "meta", "stamp", "datetime", "created",
        "pubdate", "info", "tarih", "дата",
    ]

    let tree: HTMLTree
    let metadata: HTMLMetadata

    /// - Parameter address: where the page comes from, if known; else its canonical address counts.
    func published(address: String?) -> PartialDate? {
        let inAddress = [address, metadata.url].lazy.compactMap(\.self).compactMap { Self.day(inAddress: $0) }.first
        if let date = declared() {
            // Machines often write the day of Greenwich; the address has that of the paper.
            if let inAddress, abs(inAddress.firstDay.daysSinceEpoch - date.firstDay.daysSinceEpoch) == 1 {
                return inAddress
            }
            return date
        }
        if let date = marked("datePublished") ?? timeElement() ?? inAddress ?? shown() { return date }
        if let date = metadata.linked.modified.flatMap({ Self.day($0) }) { return date }
        return meta(Self.modifiedNames) ?? visibleText()
    }

    private func declared() -> PartialDate? {
        metadata.linked.published.flatMap({ Self.day($0) }) ?? meta(Self.publishedNames)
    }

    private func meta(_ names: [String]) -> PartialDate? {
        for name in names {
            for item in metadata.meta where item.name == name {
                if let date = Self.day(item.content) { return date }
            }
        }
        return nil
    }

    /// Where the title's element ends: dates after it are the article's sooner than dates before it.
    private var headingEnd: Int { tree.nodes.firstIndex { $0.name == "h1" } ?? 0 }

    private func marked(_ property: String) -> PartialDate? {
        for index in tree.nodes.indices where tree[index, "itemprop"]?.hasPrefix(property) == true {
            let written = tree[index, "content"] ?? tree[index, "datetime"] ?? tree.collapsedText(of: index, limit: 200)
            if let date = Self.day(written) { return date }
        }
        return nil
    }

    /// The `time` element with `pubdate`, else the first after the heading, else the first at all.
    private func timeElement() -> PartialDate? {
        let start = headingEnd
        var first: PartialDate?
        var after: PartialDate?
        for index in tree.nodes.indices where tree.nodes[index].name == "time" {
            guard
                let date = (tree[index, "datetime"] ?? tree[index, "content"]).flatMap({ Self.day($0) })
                    ?? Self.day(tree.collapsedText(of: index, limit: 200))
            else { continue }
            let name = (tree[index, "class"] ?? "").lowercased()
            if name.contains("publish") || name.contains("entry-date") { return date }
            if name.contains("updated") || name.contains("modified") { continue }
            first = first ?? date
            if index > start { after = after ?? date }
        }
        return after ?? first
    }

    /// The date in an element that is named for one, nearest after the heading.
    private func shown() -> PartialDate? {
        let start = headingEnd
        var before: PartialDate?
        for index in tree.nodes.indices where tree.nodes[index].name != "#text" {
            guard tree.nodes[index].end - index < 40, tree[index, "class"] != nil || tree[index, "id"] != nil else {
                continue
            }
            let names = NameWords.of(tree, index)
            guard
                names.contains(where: { word in Self.dateClasses.contains { word.hasPrefix($0) || word.hasSuffix($0) } }
                )
            else { continue }
            let written = tree.collapsedText(of: index, limit: 200)
            guard written.utf8.count < 160,
                let date = tree[index, "title"].flatMap({ Self.day($0) }) ?? WrittenDate.first(in: written)
            else { continue }
            if index >= start { return date }
            before = before ?? date
        }
        return before
    }

    /// The first date in a short piece of visible text after the heading, else anywhere.
    private func visibleText() -> PartialDate? {
        let start = headingEnd
        var before: PartialDate?
        for index in tree.nodes.indices where tree.nodes[index].name == "#text" && tree.nodes[index].text.count < 160 {
            let bytes = tree.text[tree.nodes[index].text]
            guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { continue }
            let parent = tree.nodes[index].parent
            if parent >= 0, tree.nodes[parent].name == "script" { continue }
            if let date = WrittenDate.first(in: String(decoding: bytes, as: UTF8.self)) {
                if index >= start { return date }
                before = before ?? date
            }
        }
        return before
    }

    /// The day at the beginning of a machine's date (`2022-09-13T10:00:00Z`, `20220913`, seconds since 1970), or written.
    static func day(_ written: String) -> PartialDate? {
        let text = written.drop { $0 == " " || $0 == "\n" }
        if let date = PartialDate(edtf: String(text.prefix(10))), date.day != nil { return plausible(date) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if digits.count == 8 || digits.count == 14 {
            let number = Int(digits.prefix(8)) ?? 0
            if let date = PartialDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) {
                return plausible(date)
            }
        }
        if digits.count == text.count, digits.count == 10 || digits.count == 13, let seconds = Int(digits.prefix(10)) {
            let day = CalendarDay(daysSinceEpoch: seconds / 86_400).components
            return plausible(PartialDate(year: day.year, month: day.month, day: day.day))
        }
        return WrittenDate.first(in: written)
    }

    private static func plausible(_ date: PartialDate?) -> PartialDate? {
        date.flatMap { (1990...2100).contains($0.year) ? $0 : nil }
    }

    /// The day in an address: `/2022/09/13/`, `/2022-09-13-`, `/20220913/`.
    static func day(inAddress address: String) -> PartialDate? {
        var numbers: [Substring] = []
        for part in address.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) {
            numbers.append(part)
            if part.count == 8, let number = Int(part),
                let date = plausible(PartialDate(year: number / 10_000, month: number / 100 % 100, day: number % 100))
            {
                return date
            }
        }
        for index in numbers.indices.dropLast(2) where numbers[index].count == 4 {
            guard numbers[index + 1].count <= 2, numbers[index + 2].count <= 2, let year = Int(numbers[index]),
                let month = Int(numbers[index + 1]), let day = Int(numbers[index + 2])
            else { continue }
            // They must follow one another with one character between.
            if numbers[index].endIndex != address.index(before: numbers[index + 1].startIndex) { continue }
            if numbers[index + 1].endIndex != address.index(before: numbers[index + 2].startIndex) { continue }
            if let date = plausible(PartialDate(year: year, month: month, day: day)) { return date }
        }
        return nil
    }
}
