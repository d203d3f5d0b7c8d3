import Gazetteers

/// The town or division that an article speaks of most, where there is one.
struct MainPlace: Sendable {
    let id: String
    let admin1: String?
    /// Its share of what is said of places below countries, 0...1.
    let share: Double

    private static let leastWeight = 4.0
    private static let leastShare = 0.25

    /// - Parameters:
    ///   - weight: how much is said of `place`.
    ///   - sum: how much is said of all places.
    init?(_ place: Place, weight: Double, of sum: Double) {
        guard weight >= Self.leastWeight, weight >= Self.leastShare * sum else { return nil }
        id = place.id
        admin1 = place.admin1
        share = weight / sum
    }
}
