import Articles
import Foundation
import TestSupport
import Testing

/// Pages in the manner of several content systems, all made here.
@Suite struct HTMLReaderTests {
    /// Prose of three paragraphs, each long enough to be told from a menu.
    static let paragraphs = [
        "Artillery fire damaged two apartment blocks in the northern part of Izium on Friday, local officials said, and "
            + "emergency crews worked through the night.",
        "Nobody was killed, according to the regional administration, but seven people, among them a nurse, were taken to "
            + "hospital in Kharkiv.",
        "“We heard three explosions, then the windows were gone,” said a woman who lives on the fourth floor; her "
            + "neighbours had left in March.",
    ]

    static func read(_ html: String, name: String = "page.html") throws -> Article {
        let folder = try ScratchFolder()
        try folder.write(html, to: name)
        return try #require(articles([folder.path + "/" + name]).first)
    }

    static func articles(_ inputs: [String]) -> [Article] {
        var reader = ArticleReader(inputs)
        var articles: [Article] = []
        while let input = reader.next() { if case .article(let article) = input { articles.append(article) } }
        return articles
    }

    static let page = """
        <!DOCTYPE html><html><head><title>Izium shelled | The Sample Herald</title>
        <link rel="canonical" href="https://herald.example/2022/09/09/izium"/>
        <meta property="og:site_name" content="The Sample Herald"><meta property="og:title" content="Izium shelled">
        <meta property="article:published_time" content="2022-09-09T18:20:00+03:00"></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news from every corner</a></li></ul></nav>
        <article class="story"><header><h1>Izium shelled</h1><p class="byline">By A. Reporter</p></header>
        <div class="share-buttons"><a href="#">Share on every network that there is, friends</a></div>
        <p>\(paragraphs[0])</p><figure><img src="x.jpg"><figcaption>A damaged house in a long caption, photographed
        on Friday.</figcaption></figure><p>\(paragraphs[1])</p>
        <div class="related-links"><h3>Related</h3><p>Another story, which is about something else, and long enough to
        be taken for prose by its length alone.</p></div><h2>What residents saw</h2><p>\(paragraphs[2])</p></article>
        <section id="comments"><p>I do not believe a word of this, and neither should you, says a reader, at length, with commas.</p>
        </section><footer><p>Copyright 2022 The Sample Herald, all rights reserved, no part may be copied.</p></footer>
        <script>var x = "<p>Not text, but a script that has the look of a paragraph.</p>";</script></body></html>
        """

    @Test func aPageGivesItsArticleAndNothingElse() throws {
        let article = try Self.read(Self.page)
        #expect(
            article.text
                == [
                    Self.paragraphs[0], Self.paragraphs[1], "What residents saw", Self.paragraphs[2],
                ].joined(separator: "\n\n"))
        #expect(article.title == "Izium shelled")
        #expect(article.publisher == "The Sample Herald")
        #expect(article.url == "https://herald.example/2022/09/09/izium")
        #expect(article.published?.edtf == "2022-09-09")
        #expect(article.id == "page.html")
    }

    /// A page whose head is `head`, with the three paragraphs as its body.
    private static func page(head: String = "", before: String = "", open: String = "<div>", close: String = "</div>")
        -> String
    {
        "<html><head>\(head)</head><body><h1>A headline</h1>\(before)\(open)"
            + paragraphs.map { "<p>\($0)</p>" }.joined() + "\(close)</body></html>"
    }

    @Test(
        arguments: [
            (
                #"<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-09-10T08:00:00Z"}</script>"#,
                "2022-09-10"
            ),
            (
                #"<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2021-01-02"}]}</script>"#,
                "2021-01-02"
            ),
            (#"<meta name="dc.date" content="2020-05-06">"#, "2020-05-06"),
            (#"<meta itemprop="datePublished" content="20200506">"#, "2020-05-06"),
            (#"<meta name="pubdate" content="Fri, 11 Sep 2020 07:34:36 GMT">"#, "2020-09-11"),
            (#"<link rel="canonical" href="https://x.example/2019/03/04/a">"#, "2019-03-04"),
            // The day of Greenwich gives way to that of the paper, by one day and no more.
            (
                #"<meta property="article:published_time" content="2020-02-18T02:10:00Z"><link rel="canonical" href="https://x.example/2020/02/17/a">"#,
                "2020-02-17"
            ),
            (
                #"<meta property="article:published_time" content="2020-02-18T02:10:00Z"><link rel="canonical" href="https://x.example/2020/01/17/a">"#,
                "2020-02-18"
            ),
            (#"<meta property="article:published_time" content="soon">"#, nil),
        ] as [(String, String?)])
    func datesForMachinesAreRead(head: String, day: String?) throws {
        #expect(try Self.read(Self.page(head: head)).published?.edtf == day)
    }

    @Test(
        arguments: [
            (#"<time datetime="2022-09-09T10:00">yesterday</time>"#, "2022-09-09"),
            (#"<span class="date">9 September 2022</span>"#, "2022-09-09"),
            (#"<div class="post-meta">Posted on September 9th, 2022 by A.</div>"#, "2022-09-09"),
            (#"<p class="published">09.09.2022, 10:15</p>"#, "2022-09-09"),
            (#"<p class="date">9 вересня 2022 року</p>"#, "2022-09-09"),
            (#"<p class="date">9. September 2022</p>"#, "2022-09-09"),
            (#"<p class="date">2022年9月9日</p>"#, "2022-09-09"),
            (#"<p class="date">9 de septiembre de 2022</p>"#, "2022-09-09"),
            (#"<p class="date">9/13/2022</p>"#, "2022-09-13"),
            (#"<p class="date">Room 1402, floor 33</p>"#, nil),
        ] as [(String, String?)])
    func datesForPeopleAreRead(markup: String, day: String?) throws {
        #expect(try Self.read(Self.page(before: markup)).published?.edtf == day)
    }

    @Test(arguments: [
        (#"<title>Izium shelled - The Paper</title><meta property="og:site_name" content="The Paper">"#, "A headline"),
        (
            #"<meta property="og:title" content="Izium shelled | The Paper"><meta property="og:site_name" content="The Paper">"#,
            "Izium shelled"
        ),
        (
            #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Izium &amp; Kherson"}</script>"#,
            "Izium & Kherson"
        ),
        (#"<meta name="twitter:title" content="It&amp;#8217;s over">"#, "It’s over"),
    ])
    func titlesAreThoseOfTheArticle(head: String, title: String) throws {
        #expect(try Self.read(Self.page(head: head)).title == title)
    }

    @Test(arguments: [
        ("<div class='entry-content'>", "</div>"), ("<main>", "</main>"), ("<table><tr><td>", "</td></tr></table>"),
        ("<div itemprop='articleBody'>", "</div>"), ("<div class='comments'>", "</div>"), ("<aside>", "</aside>"),
    ])
    func theBodyIsFoundWhateverItStandsIn(open: String, close: String) throws {
        let text = try Self.read(Self.page(open: open, close: close)).text
        #expect(text == Self.paragraphs.joined(separator: "\n\n"))
    }

    @Test func paragraphsByLineBreaksAreParagraphs() throws {
        let page =
            "<html><body><div id=story>" + Self.paragraphs.joined(separator: "<br><br/>") + "</div></body></html>"
        #expect(try Self.read(page).text == Self.paragraphs.joined(separator: "\n\n"))
    }

    @Test func aDeclaredBodyStandsInForOneThatThePageHides() throws {
        let body = Self.paragraphs.joined(separator: "\\n\\n")
        let page = """
            <html><head><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(body)"}</script></head>
            <body><p>Subscribe to read the whole story, please.</p></body></html>
            """
        #expect(try Self.read(page).text == Self.paragraphs.joined(separator: "\n\n"))
    }

    @Test func aPageWithoutProseGivesItsSummaryOrAnError() throws {
        let summary =
            "<html><head><meta name=description content='Shelling hit Izium on Friday.'></head><body></body></html>"
        #expect(try Self.read(summary).text == "Shelling hit Izium on Friday.")
        let folder = try ScratchFolder()
        try folder.write("<html><body><script>x()</script></body></html>", to: "a.html")
        var reader = ArticleReader([folder.path + "/a.html"])
        guard case .failure(.empty) = reader.next() else {
            Issue.record("a page without text is no article")
            return
        }
    }

    @Test(arguments: [
        ("windows-1251", "Обстріл Ізюма"), ("koi8-u", "Обстріл Ізюма"), ("utf-8", "Ізюм — Izium"),
        ("iso-8859-1", "Größe, café"),
    ])
    func declaredEncodingsAreRead(charset: String, text: String) throws {
        let encodings: [String: String.Encoding] = [
            "windows-1251": .windowsCP1251, "koi8-u": .init(rawValue: 0x8000_0A08), "utf-8": .utf8,
            "iso-8859-1": .isoLatin1,
        ]
        let page =
            "<html><head><meta charset=\"\(charset)\"><title>\(text)</title></head><body><p>\(text). \(String(repeating: "Long text, with commas. ", count: 8))</p></body></html>"
        var data = page.data(using: try #require(encodings[charset]))
        if charset == "koi8-u" {
            // Foundation may not know it: і is 0xA6, the rest as in KOI8-R.
            data = EncodingTests.koi8u(page)
        }
        let folder = try ScratchFolder()
        try folder.write(try #require(data), to: "p.html")
        #expect(Self.articles([folder.path + "/p.html"]).first?.title == text)
    }
}
