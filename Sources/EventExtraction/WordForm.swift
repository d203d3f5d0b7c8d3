/// How a written form stands to its lemma.
struct FormTags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let base = FormTags(rawValue: 1)
    /// `attacks`
    static let third = FormTags(rawValue: 2)
    static let past = FormTags(rawValue: 4)
    static let participle = FormTags(rawValue: 8)
    /// `attacking`
    static let gerund = FormTags(rawValue: 16)
    static let singular = FormTags(rawValue: 32)
    static let plural = FormTags(rawValue: 64)

    static let verb: FormTags = [.base, .third, .past, .participle, .gerund]
    static let noun: FormTags = [.singular, .plural]

    /// The name of a tag in `irregular.tsv`.
    static func named(_ name: some StringProtocol) -> FormTags? {
        switch name {
        case "past": .past
        case "participle": .participle
        case "past-participle": [.past, .participle]
        case "gerund": .gerund
        case "third": .third
        case "plural": .plural
        default: nil
        }
    }
}

/// A reading of a written form: one of the lemmas it belongs to.
struct WordForm: Hashable, Sendable {
    var lemma: Int32
    var tags: FormTags
}
