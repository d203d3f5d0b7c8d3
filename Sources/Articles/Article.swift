/// A news article as a reader delivers it. Nothing is extracted from `title` and the other metadata.
public struct Article: Sendable {
    /// Unique in a run: the `id` of the input, or the path of the file relative to the folder given.
    public var id: String
    public var text: String
    public var title: String?
    public var publisher: String?
    public var published: PartialDate?
    public var url: String?
    /// The code of the language it says it is in, such as `uk`.
    public var language: String?
    /// Toponym ranges that the input brought with it (`--given-spans`), sorted.
    public var givenToponyms: [TextRange]?

    public init(
        id: String, text: String, title: String? = nil, publisher: String? = nil, published: PartialDate? = nil,
        url: String? = nil, givenToponyms: [TextRange]? = nil
    ) {
        self.id = id
        self.text = text
        self.title = title
        self.publisher = publisher
        self.published = published
        self.url = url
        self.givenToponyms = givenToponyms
    }
}
