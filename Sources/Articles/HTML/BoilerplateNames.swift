/// The words of an element's `class`, `id` and `data-testid`: `article__body--wide` is article, body, wide.
enum NameWords {
    static func of(_ tree: HTMLTree, _ node: Int) -> [Substring] {
        var words: [Substring] = []
        for name in ["class", "id", "data-testid"] {
            guard let value = tree[node, name] else { continue }
            // Names made by machines run to kilobytes; their beginnings say what there is to say.
            words += Self.split(value.utf8.count > 400 ? String(value.prefix(400)) : value)
        }
        return words
    }

    static func split(_ value: String) -> [Substring] {
        var spaced = ""
        var wasLower = false
        for scalar in value.unicodeScalars {
            let isUpper = (0x41...0x5A).contains(scalar.value)
            if isUpper, wasLower { spaced.unicodeScalars.append(" ") }
            wasLower = (0x61...0x7A).contains(scalar.value)
            let isWord = wasLower || isUpper || scalar.value > 0x7F
            spaced.unicodeScalars.append(
                isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : isWord ? scalar : " ")
        }
        return spaced.split(separator: " ")
    }
}

/// Which parts of a page are not its article, by the names that web sites give them.
enum BoilerplateNames {
    /// Elements that hold no article, whatever they are called.
    static let elements: Set<String> = [
        "script", "noscript", "nav", "footer", "aside", "form", "button", "select", "option", "textarea", "label",
        "input",
        "figure", "figcaption", "video", "audio", "picture", "map", "dialog", "menu", "header", "title", "head",
        "fieldset",
    ]

    static let roles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar",
        "toolbar", "alert", "tablist", "img", "form",
    ]

    /// Words in a class or an id.
    static let words: Set<Substring> = [
        "ad", "ads", "adv", "advert", "advertisement", "advertising", "adslot", "adsense", "banner", "banners",
        "breadcrumb", "breadcrumbs", "byline", "caption", "captions", "comment", "comments", "commentary",
        "commentlist",
        "consent", "contextual", "cookie", "cookies", "copyright", "credit", "credits", "cta", "dateline", "disclaimer",
        "disqus", "donate", "dropdown", "embed", "feedback", "footer", "footnote", "follow", "gallery", "gdpr",
        "hidden",
        "infobox", "jumplinks", "keywords", "legal", "livefyre", "login", "masthead", "media", "menu", "modal", "more",
        "nav", "navbar", "navigation", "navbox", "newsletter", "newsletters", "nocontent", "noprint", "notice",
        "outbrain",
        "overlay", "pager", "pagination", "partner", "paywall", "permalink", "photo", "popular", "popup", "premium",
        "print", "promo", "promos", "promotion", "promoted", "pullquote", "rating", "reactions", "readmore", "recirc",
        "recommend", "recommendation", "recommendations", "recommended", "register", "related", "relatedlinks",
        "replies",
        "respond", "rss", "search", "share", "sharing", "sharebar", "sharedaddy", "shoutbox", "sidebar", "signup",
        "skip", "slideshow", "social", "socials", "sponsor", "sponsored", "subscribe", "subscription", "survey",
        "taboola", "tag", "tags", "taglist", "teaser", "teasers", "ticker", "toc", "toolbar", "tools", "tooltip", "top",
        "trending", "upsell", "utility", "vcard", "video", "widget", "widgets", "wikitable", "author", "authors", "bio",
        "avatar", "headline", "kicker", "metadata", "sitemap", "thumbnail", "thumb", "addtoany", "addthis", "jp",
    ]

    /// Words that speak for an element as the article's body.
    static let bodyWords: Set<Substring> = [
        "article", "articlebody", "body", "bodytext", "content", "contents", "copy", "detail", "entry", "main", "post",
        "paragraph", "paragraphs", "story", "storybody", "storytext", "text", "articletext", "newstext",
        "rich", "column", "blog",
    ]

    /// Beginnings of short paragraphs that are notices, in lower case.
    static let notices = [
        "advertisement", "read more", "read also", "also read", "related:", "see also", "more:", "sign up",
        "subscribe", "follow us", "follow @", "share this", "share on", "click here", "photo:", "image:", "photo by",
        "image credit", "picture:", "copyright", "©", "all rights reserved", "this material may not", "want more",
        "download our", "get the latest", "join our", "newsletter", "we use cookies", "by signing up", "watch:",
        "story continues below", "continue reading", "loading", "most read", "editor's note: sign", "skip to",
        "(getty", "getty images", "file photo", "listen to", "like us on", "support our", "comments", "leave a comment",
    ]
}
