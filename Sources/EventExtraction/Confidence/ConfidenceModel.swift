import Tables

/// What speaks for and against an event, as numbers. `confidence.tsv` has two weights for each, in log-odds; after these come
/// the event's type, the topics of its article and its sentence, and some features once more for kinds of types:
/// ``ConfidenceModel/names``.
///
/// The compiler writes the names of a coding key out: those of another enum cost a search at run time.
package enum ConfidenceFeature: Int, CaseIterable, CodingKey, Sendable {
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
    /// Something said, by nobody who can act in public.
    case unpublic
    /// Planned, threatened or supposed, and nowhere and at no time that its sentence tells.
    case idle
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
    /// `to attack`
    case infinitive
    /// `came to attack`
    case purpose
    /// `who fled`, `where police shot`
    case relative
    /// `are attacking`
    case progressive
    /// `is forced`, `are held`
    case standingPassive
    /// `was forced`, `were held`
    case pastPassive
    /// A participle right after its noun: `a group backed by`.
    case reduced
    /// `attacked`
    case simplePast
    /// `has attacked`
    case perfect
    /// The verb of a clause that `when`, `because` or `since` opens.
    case subordinate
    /// `for the attack`, `against the war`
    case nounAfterFor
    /// `of the attack`, `about the war`
    case nounAfterOf
    /// `in the attack`
    case nounAfterIn
    /// `by the attack`, `from the attack`
    case nounAfterBy
    /// `since the attack`, `before the war`
    case nounAfterWhen
    /// `is an attack`
    case copular
    /// `the attack was`, `the war has`
    case nounBeforeVerb
    /// `Russia's attack`, `their attack`
    case possessed
    /// `attacks on towns`: neither a determiner nor a number.
    case barePlural
    /// Among a sentence's words of the present and none of the past: a noun.
    case presentAround
    /// The actor is a plural without a determiner, a number or a name.
    case genericActor
    /// The trigger stands between quotation marks.
    case insideQuote
    /// The sentence is a question.
    case question
    /// A word of opinion polls is near.
    case poll
    /// The sentence has no full stop: a heading or a caption.
    case heading
    /// The lemma of the trigger was an event before.
    case seen
    /// An event of the type was told before.
    case seenType
    /// An event of the type was told before, of the same place.
    case mapped
    /// A number that is no date is near.
    case numbered
    /// The place is a town or a part of one, and stands in the sentence.
    case town
    /// Clauses between the beginning of the sentence and the trigger, 0...1.
    case depth
    /// How far down in the article, 0...1.
    case late
    /// How long the article is, 0...1.
    case long
    /// Another event of the sentence stands within four words before: `ordered an attack`.
    case adjoining

    /// The name of the row.
    package var name: String { ConfidenceModel.row(stringValue) }
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
    static let kinds: [(name: String, types: [String])] = [
        ("force", ["ASSAULT"]), ("law", ["ACCUSE", "COERCE", "SANCTION"]),
        ("move", ["MOBILIZE", "PROTEST", "RETREAT"]),
        ("word", EvidenceGate.verbalTypes),
    ]
    static let particular: [ConfidenceFeature] = [
        .actor, .publicActor, .namedActor, .standing, .target, .publicTarget, .personTarget, .noun, .bareNoun,
        .definite,
        .told, .lead, .placeScore, .evidence, .passive, .present, .noPlace, .noDate, .country, .infinitive, .relative,
        .progressive, .presentAround, .possessed, .seen, .insideQuote, .pastPassive, .simplePast, .nounAfterFor,
        .nounAfterOf, .nounAfterWhen, .late, .mapped,
    ]

    /// The names of all features, in the order of their values.
    package static let names =
        ConfidenceFeature.allCases.map(\.name) + types.map { "type-" + $0.lowercased() }
        + Topic.weighted.map { "article-" + $0.rawValue } + Topic.weighted.map { "sentence-" + $0.rawValue }
        + kinds.flatMap { kind in particular.map { kind.name + "-" + $0.name } }

    static let count = names.count

    /// For each type that has a weight or belongs to a kind its number among ``types`` and those of its kinds.
    static let numbers: [String: (type: Int?, kinds: [Int])] = {
        var numbers: [String: (type: Int?, kinds: [Int])] = [:]
        for type in Set(types).union(kinds.flatMap(\.types)) {
            numbers[type] = (types.firstIndex(of: type), kinds.indices.filter { kinds[$0].types.contains(type) })
        }
        return numbers
    }()

    private let weights: [Double]
    private let happening: [Double]
    private let headwords: HeadwordWeights
    /// What is less likely than this to have happened as an event of its type is none, 0...1.
    let threshold: Double

    init(_ tables: [String: [UInt8]], vocabulary: Vocabulary) throws(EventExtractionError) {
        headwords = try HeadwordWeights(tables, vocabulary: vocabulary)
        let found = try Table.numbers("confidence.tsv", in: tables, columns: 3, expected: "two numbers")
        func weight(_ name: String) throws(EventExtractionError) -> [Double] {
            guard let weight = found[name] else {
                throw .badRow(file: "confidence.tsv", line: 0, found: "no row \(name)", expected: "one")
            }
            return weight
        }
        threshold = try weight("threshold")[1]
        var weights: [Double] = []
        var happening: [Double] = []
        for name in Self.names {
            let pair = try weight(name)
            weights.append(pair[0])
            happening.append(pair[1])
        }
        self.weights = weights
        self.happening = happening
    }

    /// That type, place and time are right, 0...1.
    func probability(_ evidence: Evidence) -> Double {
        Self.probability(weights, evidence, headwords[evidence.headword].right)
    }

    /// That it is an event of its type, 0...1.
    func happening(_ evidence: Evidence) -> Double {
        Self.probability(happening, evidence, headwords[evidence.headword].happened)
    }

    private static func probability(_ weights: [Double], _ evidence: Evidence, _ headword: Double) -> Double {
        var sum = headword
        for entry in evidence.entries { sum += weights[Int(entry.number)] * entry.value }
        return LinkerWeights.logistic(sum)
    }

    /// The probability that a logistic model with these weights gives, 0...1.
    ///
    /// - Parameter headword: the weight of the headword, in log-odds.
    package static func probability(_ weights: [Double], _ values: [Double], headword: Double) -> Double {
        var sum = headword
        for index in values.indices where values[index] != 0 { sum += weights[index] * values[index] }
        return LinkerWeights.logistic(sum)
    }

    fileprivate static func row(_ name: String) -> String {
        var row: [UInt8] = []
        for letter in name.utf8 {
            if letter &- 0x41 < 26 { row.append(UInt8(ascii: "-")) }
            row.append(StableHash.lowercased(letter))
        }
        return String(decoding: row, as: UTF8.self)
    }
}
