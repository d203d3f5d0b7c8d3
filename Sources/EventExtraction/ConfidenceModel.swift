/// What speaks for and against an event, as numbers. `confidence.tsv` has two weights for each, in log-odds; after these come
/// the event's type, the topics of its article and its sentence, and some features once more for kinds of types:
/// ``ConfidenceModel/names``.
package enum ConfidenceFeature: Int, CaseIterable, Sendable {
    case bias
    /// The trigger's strength is 3.
    case strong
    /// The trigger's strength is 1.
    case weak
    /// Arguments, place and date in the clause, 0...1.
    case evidence
    case noun
    /// A noun without a determiner or number before it: `violence`, `assault charges`.
    case bareNoun
    case pluralNoun
    case gerund
    case passive
    /// A verb of the present: `investigates`, `visit`.
    case present
    /// `could attack`, `will meet`
    case modal
    /// The trigger is more than one word.
    case phrase
    /// Told in passing, or taken up again.
    case background
    case definite
    /// A verb of happening, a light verb or casualties go with the noun.
    case told
    /// `since the war`: a noun that nothing tells as an event.
    case spokenOf
    /// Less stands around the trigger than its strength asks for.
    case thin
    /// The type is something said.
    case verbal
    /// The trigger is a result, such as `killed`.
    case result
    /// Planned or threatened.
    case future
    /// Hypothetical, generic or attempted.
    case unreal
    /// Negated or denied.
    case denied
    case alleged
    case actor
    /// The actor has an office, or is a state.
    case publicActor
    /// The actor is a name.
    case namedActor
    case pronounActor
    /// Somebody public takes part.
    case standing
    case target
    case publicTarget
    /// The target is a place.
    case placeTarget
    /// The target is people.
    case personTarget
    /// A number of killed, wounded or displaced is told.
    case counted
    /// The text tells it more than once.
    case repeated
    case noPlace
    case carriedPlace
    /// The linker's probability of the place, above one half.
    case placeScore
    /// The place is a country or larger.
    case country
    case noDate
    case carriedDate
    /// The linker's probability of the date, above one half.
    case dateScore
    /// The date is a day.
    case day
    /// Share of sentences in the article that tell of force, protest, arrest or troops, 0...1.
    case conflict
    /// Among the first three sentences.
    case lead
    /// The article is three sentences or fewer.
    case brief
    /// Direct speech in the sentence.
    case quoted
    /// `I`, `we` or `you` in the sentence.
    case conversation
    /// A word of accidents or of sport is in the sentence.
    case otherTopic
    /// `charged with`, `guilty of`: a word of the courts stands right before.
    case charge
    /// Three or more events are in the sentence.
    case crowded

    /// The name of the row.
    package var name: String { ConfidenceModel.row(String(describing: self)) }
}

/// Two logistic models of an event, over the same features: whether it happened as an event of its type, and whether its place
/// and date are right, too. `confidence.tsv`: name, weight of the second, weight of the first.
package struct ConfidenceModel: Sendable {
    /// The types that have a weight.
    package static let types = [
        "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
        "REJECT",
        "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
    ]

    /// Kinds of types for which some features have further weights, for what they say differs: `force-actor`.
    static let kinds: [(name: String, types: Set<String>)] = [
        ("force", ["ASSAULT"]), ("law", ["ACCUSE", "COERCE", "SANCTION"]),
        ("move", ["MOBILIZE", "PROTEST", "RETREAT"]),
        ("word", EvidenceGate.verbalTypes),
    ]
    static let particular: [ConfidenceFeature] = [
        .actor, .publicActor, .namedActor, .standing, .target, .publicTarget, .personTarget, .noun, .bareNoun,
        .definite,
        .told, .lead, .placeScore, .evidence, .passive, .present, .noPlace, .noDate, .country,
    ]

    /// The names of all features, in the order of their values.
    package static let names =
        ConfidenceFeature.allCases.map(\.name) + types.map { "type-" + $0.lowercased() }
        + Topic.allCases.map { "article-" + $0.rawValue } + Topic.allCases.map { "sentence-" + $0.rawValue }
        + kinds.flatMap { kind in particular.map { kind.name + "-" + $0.name } }

    private let weights: [Double]
    private let happening: [Double]
    /// What is less likely than this to have happened as an event of its type is none, 0...1.
    let threshold: Double

    init(_ tables: [String: String]) throws(EventExtractionError) {
        var found: [String: (Double, Double)] = [:]
        for row in try Table("confidence.tsv", in: tables, columns: 3).rows {
            guard let right = Double(row[1]), let happening = Double(row[2]), right.isFinite, happening.isFinite else {
                throw row.bad(row[1], expected: "two numbers")
            }
            found[String(row[0])] = (right, happening)
        }
        func weight(_ name: String) throws(EventExtractionError) -> (Double, Double) {
            guard let weight = found[name] else {
                throw .badRow(file: "confidence.tsv", line: 0, found: "no row \(name)", expected: "one")
            }
            return weight
        }
        threshold = try weight("threshold").1
        var weights: [Double] = []
        var happening: [Double] = []
        for name in Self.names {
            let pair = try weight(name)
            weights.append(pair.0)
            happening.append(pair.1)
        }
        self.weights = weights
        self.happening = happening
    }

    /// That type, place and time are right, 0...1.
    func probability(_ values: [Double]) -> Double { Self.probability(weights, values) }

    /// That it is an event of its type, 0...1.
    func happening(_ values: [Double]) -> Double { Self.probability(happening, values) }

    /// The probability that a logistic model with these weights gives, 0...1.
    package static func probability(_ weights: [Double], _ values: [Double]) -> Double {
        var sum = 0.0
        for index in values.indices where values[index] != 0 { sum += weights[index] * values[index] }
        return LinkerWeights.logistic(sum)
    }

    fileprivate static func row(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}
