/// What is known of an article besides its text, from front matter or `metadata.csv`.
struct ArticleMetadata: Hashable {
    /// Values by column or key: `title`, `publisher`, `published`, `url`, `language`. Empty values are absent.
    var values: [String: String] = [:]
    /// Where `published` stands, for a warning.
    var line: Int?

    /// Sets what `article` does not have yet.
    ///
    /// - Returns: a warning when `published` is no EDTF day, month or year.
    func apply(to article: inout Article, path: String) -> ArticleWarning? {
        article.title = article.title ?? values["title"]
        article.publisher = article.publisher ?? values["publisher"] ?? values["source"]
        article.url = article.url ?? values["url"]
        article.language = article.language ?? values["language"]
        guard article.published == nil, let text = values["published"] ?? values["date"] else { return nil }
        article.published = PartialDate(edtf: text)
        return article.published == nil ? Self.warning(published: text, path: path, line: line) : nil
    }

    static func warning(published text: String, path: String, line: Int?) -> ArticleWarning {
        ArticleWarning(
            path: path, line: line,
            message: "'\(text.prefix(40))' is no publication date and is left out; write a day (2022-09-13), "
                + "a month (2022-09) or a year (2022)")
    }
}

/// Front matter: lines of `key: value` between two lines `---` at the very beginning of a file.
enum FrontMatter {
    /// Splits a file's text; the metadata are empty when there is no front matter.
    static func split(_ text: Substring) -> (ArticleMetadata, body: Substring) {
        var lines = text[...]
        func takeLine() -> Substring? {
            guard !lines.isEmpty else { return nil }
            // A CR LF pair is one Character, so search in UTF-8.
            if let feed = lines.utf8.firstIndex(of: 0x0A) {
                var line = lines[..<feed]
                if line.utf8.last == 0x0D { line = Substring(line.unicodeScalars.dropLast()) }
                lines = lines[lines.utf8.index(after: feed)...]
                return line
            }
            defer { lines = lines[lines.endIndex...] }
            return lines
        }
        guard takeLine() == "---" else { return (ArticleMetadata(), text) }
        var metadata = ArticleMetadata()
        var number = 1
        while let line = takeLine() {
            number += 1
            if line == "---" { return (metadata, lines) }
            guard let colon = line.firstIndex(of: ":") else {
                // Not front matter after all, but a text that begins with a rule.
                if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
                return (ArticleMetadata(), text)
            }
            let key = line[..<colon].trimmed.lowercased()
            var value = line[line.index(after: colon)...].trimmed
            if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote {
                value = value.dropFirst().dropLast()
            }
            if !value.isEmpty { metadata.values[key] = String(value) }
            if key == "published" || key == "date" { metadata.line = number }
        }
        return (ArticleMetadata(), text)
    }
}

extension Substring {
    var trimmed: Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}

/// `metadata.csv` beside the articles: `file,title,publisher,published,url` (RFC 4180).
struct MetadataTable {
    private var rows: [String: ArticleMetadata] = [:]
    private(set) var warnings: [ArticleWarning] = []

    init() {}

    init(_ text: String, path: String) {
        var lines = CSV.records(text)
        guard !lines.isEmpty else { return }
        let header = lines.removeFirst().fields.map { $0.lowercased() }
        guard let fileColumn = header.firstIndex(of: "file") else {
            warnings.append(
                ArticleWarning(
                    path: path, line: 1,
                    message: "found the columns '\(header.joined(separator: ","))', expected one called 'file'; "
                        + "the table is left out"))
            return
        }
        for (fields, line) in lines {
            guard fields.count > fileColumn, fields != [""] else { continue }
            var metadata = ArticleMetadata(line: line)
            for (column, value) in zip(header, fields) where !value.isEmpty { metadata.values[column] = value }
            let file = fields[fileColumn]
            if rows.updateValue(metadata, forKey: file) != nil {
                warnings.append(
                    ArticleWarning(path: path, line: line, message: "'\(file)' stands here twice; the last row counts"))
            }
        }
    }

    subscript(file: String) -> ArticleMetadata? { rows[file] }
}

/// Comma-separated values by RFC 4180.
package enum CSV {
    /// The records of `text`, each with the number of the line it begins on.
    package static func records(_ text: String) -> [(fields: [String], line: Int)] {
        var records: [(fields: [String], line: Int)] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var line = 1
        var firstLine = 1
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        func endRecord() {
            endField()
            if fields != [""] { records.append((fields, firstLine)) }
            fields = []
            firstLine = line
        }
        while let byte = bytes.popFirst() {
            if byte == 0x0A { line += 1 }
            switch byte {
            case UInt8(ascii: "\"") where isQuoted:
                if bytes.first == byte {
                    field.append(byte)
                    bytes.removeFirst()
                } else {
                    isQuoted = false
                }
            case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
            case _ where isQuoted: field.append(byte)
            case UInt8(ascii: ","): endField()
            case 0x0D where bytes.first == 0x0A || bytes.isEmpty: break
            case 0x0A: endRecord()
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !fields.isEmpty { endRecord() }
        return records
    }
}
