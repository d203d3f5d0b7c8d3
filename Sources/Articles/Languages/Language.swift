/// A language that the program has tables for.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case ukrainian = "uk"
    case russian = "ru"

    /// The language whose tables read `article`; English for what is in a language without tables, or in none that is known.
    public init(of article: Article) { self.init(LanguageIdentification(of: article)) }

    /// The language whose tables read what is in an identified language.
    package init(_ identified: LanguageIdentification) {
        self = Language(rawValue: identified.code ?? "") ?? .english
    }
}

/// In which language an article is, so far as its text and what it says of itself tell.
public struct LanguageIdentification: Hashable, Sendable {
    /// ISO 639-1, such as `bg`; `und` for a script that says no more; `nil` when nothing tells.
    public let code: String?

    /// Whether the program has no tables for it: then it is not read, rather than with those of another language.
    public var isUnread: Bool { code.map { Language(rawValue: $0) == nil } ?? false }

    /// The language that the article states, unless its text is plainly in another one that the program knows; else that of its
    /// text.
    public init(of article: Article) {
        var text = article.text
        let found = text.withUTF8 { LanguageScores(bytes: $0.prefix(LanguageScores.reach)).best }
        guard let stated = Self.code(article.language) else {
            code = found?.code
            return
        }
        // `fr` over an English text is a slip of a template; `uk` over a Russian quotation is not.
        let isKnown = Language(rawValue: stated) != nil
        if !isKnown, let found, found.isCertain, found.code == Language.english.rawValue {
            code = found.code
        } else {
            code = stated
        }
    }

    /// The language of a text alone.
    init(ofText text: String) {
        var text = text
        code = text.withUTF8 { LanguageScores(bytes: $0.prefix(LanguageScores.reach)).best?.code }
    }

    /// What a page says of its language, where its text does not say otherwise: templates say `en` of anything.
    static func declared(_ name: String?, of text: String) -> String? {
        guard let name, let stated = code(name) else { return nil }
        var text = text
        let found = text.withUTF8 { LanguageScores(bytes: $0.prefix(LanguageScores.reach)).best }
        guard let found, found.code != stated else { return name }
        return found.isCertain || LanguageTable.isCyrillic(found.code) != LanguageTable.isCyrillic(stated) ? nil : name
    }

    /// The two letters of what is stated; `nil` for nothing, and for codes that name no language.
    private static func code(_ stated: String?) -> String? {
        guard let first = stated?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " }).first,
            !["und", "mul", "zxx", "mis", "x", "c", "posix"].contains(first)
        else { return nil }
        let letters = LanguageTable.names[String(first)] ?? String(first)
        return (2...3).contains(letters.utf8.count) && letters.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            ? letters : nil
    }
}
