/// How a written form stands to its lemma.
struct FormTags: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let base = FormTags(rawValue: 1)
    /// `attacks`
    static let third = FormTags(rawValue: 2)
    static let past = FormTags(rawValue: 4)
    static let participle = FormTags(rawValue: 8)
    /// `attacking`
    static let gerund = FormTags(rawValue: 16)
    static let singular = FormTags(rawValue: 32)
    static let plural = FormTags(rawValue: 64)

    /// A form that is an active verb wherever it stands, as in a language that bends its verbs: `обстріляли`.
    static let finite = FormTags(rawValue: 128)
    /// An infinitive that needs no `to`: `обстріляти`.
    static let infinitive = FormTags(rawValue: 256)
    /// A form that is passive by itself: `обстріляно`, `захвачен`.
    static let passive = FormTags(rawValue: 512)

    /// A present form, which of a perfective verb is its future: `проведуть`.
    static let nonpast = FormTags(rawValue: 1024)
    /// The infinitive of a verb that tells of something done, not of doing it: `провести`.
    static let perfective = FormTags(rawValue: 2048)

    /// A form that tells of the future whatever the verb: `проводитимуть`.
    static let future = FormTags(rawValue: 4096)

    static let verb: FormTags = [.base, .third, .past, .participle, .gerund, .finite, .infinitive, .passive]
    /// Forms that tell their use without their neighbours.
    static let plain: FormTags = [.finite, .infinitive, .passive]
    static let noun: FormTags = [.singular, .plural]

    /// The name of a tag in `irregular.tsv` and `paradigms.tsv`.
    static func named(_ name: some StringProtocol) -> FormTags? {
        switch name {
        case "past": .past
        case "participle": .participle
        case "past-participle": [.past, .participle]
        case "gerund": .gerund
        case "third": .third
        case "plural", "oblique": .plural
        case "finite": .finite
        case "nonpast": [.finite, .nonpast]
        case "future": [.finite, .future]
        case "infinitive": .infinitive
        case "perfective": [.infinitive, .perfective]
        case "passive": .passive
        default: nil
        }
    }
}

/// A reading of a written form: one of the lemmas it belongs to.
struct WordForm: Hashable, Sendable {
    var lemma: Int32
    var tags: FormTags
}
