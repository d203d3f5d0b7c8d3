/// What speaks for and against an event, as numbers. `confidence.tsv` has a weight for each, in log-odds.
package enum ConfidenceFeature: Int, CaseIterable, Sendable {
    case bias
    /// The trigger's strength is 3.
    case strong
    /// The trigger's strength is 1.
    case weak
    /// Arguments, place and date in the clause, 0...1.
    case evidence
    case noun
    /// Told in passing, or taken up again.
    case background
    /// The type is something said.
    case verbal
    /// The trigger is a result, such as `killed`.
    case result
    case notAsserted
    case actor
    /// Somebody public takes part.
    case standing
    case target
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
    /// Share of sentences in the article that tell of force, protest, arrest or troops, 0...1.
    case conflict
    /// Direct speech, or a first person, in the sentence.
    case speech
    /// A word of accidents or of sport is in the sentence.
    case otherTopic

    /// The probability that a logistic model with these weights gives, 0...1.
    package static func probability(_ weights: [Double], _ values: [Double]) -> Double {
        LinkerWeights.logistic(zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 })
    }

    /// The name of the row.
    package var name: String {
        String(describing: self).reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}

/// A logistic model of whether an event is right: `confidence.tsv`, name and weight.
struct ConfidenceModel: Sendable {
    private let weights: [Double]

    init(_ tables: [String: String]) throws(EventExtractionError) {
        var found: [String: Double] = [:]
        for row in try Table("confidence.tsv", in: tables, columns: 2).rows {
            guard let weight = Double(row[1]), weight.isFinite else { throw row.bad(row[1], expected: "a number") }
            found[String(row[0])] = weight
        }
        var weights: [Double] = []
        for feature in ConfidenceFeature.allCases {
            guard let weight = found[feature.name] else {
                throw .badRow(file: "confidence.tsv", line: 0, found: "no row \(feature.name)", expected: "one")
            }
            weights.append(weight)
        }
        self.weights = weights
    }

    /// 0...1.
    func probability(_ values: [Double]) -> Double {
        ConfidenceFeature.probability(weights, values)
    }
}
