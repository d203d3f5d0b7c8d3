import Articles
import Gazetteers
import Geoparsing

/// The town or division that an article speaks of most, where there is one.
struct MainPlace: Sendable {
    let id: String
    let admin1: String?
    /// Its share of what is said of places below countries, 0...1.
    let share: Double

    /// Sentences at the head of an article, with its headline, count more.
    private static let head = 2
    private static let leastWeight = 4.0
    private static let leastShare = 0.25

    init?(_ reading: Reading, uses: [PlaceUse]) {
        var numbers: [String: Int] = [:]
        var weights: [(place: Place, weight: Double)] = []
        var sum = 0.0
        for use in uses where !use.isSource && !use.isCompound && !use.isContainer && !use.isOwner {
            guard let place = reading.toponyms[use.index].place, use.kind != .country, use.kind != .continent else {
                continue
            }
            var weight = use.preposition == .locative || use.preposition == .nearby ? 1.0 : 0.5
            if use.sentence < Self.head { weight += 1 }
            sum += weight
            if let number = numbers[place.id] {
                weights[number].weight += weight
            } else {
                numbers[place.id] = weights.count
                weights.append((place, weight))
            }
        }
        guard let most = weights.max(by: { $0.weight < $1.weight }), most.weight >= Self.leastWeight,
            most.weight >= Self.leastShare * sum
        else { return nil }
        id = most.place.id
        admin1 = most.place.admin1
        share = most.weight / sum
    }
}
