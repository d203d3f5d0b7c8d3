public import GeoTypes

/// What a name is to its place. Lower raw values outrank higher ones.
public enum NameKind: UInt8, Sendable, CaseIterable {
    /// The name the source lists the place under.
    case primary
    /// What English news calls it.
    case common
    /// Any other name of the source.
    case alternate
    /// The bare name of a division that is named after a town: `Kharkiv` for Kharkiv Oblast.
    case short
    /// A name no longer official: `Artemivsk`.
    case former
    /// `Calif.`, `U.S.`; matched only as written.
    case abbreviation
    /// `Ukrainian`; not a toponym unless asked for.
    case demonym
}

/// The rung of the look-up ladder on which a name was found. Lower raw values outrank higher ones.
public enum Rung: UInt8, Sendable, Comparable, CaseIterable {
    case exact
    /// The same but for case, diacritics and punctuation.
    case unaccented
    /// The same under ``FoldingKey``.
    case folded
    /// One Damerau edit away under ``FoldingKey``.
    case edited
    /// The same under ``FoldingKey/stem(_:)``.
    case stemmed

    public static func < (a: Rung, b: Rung) -> Bool { a.rawValue < b.rawValue }
}

/// How far down the ladder a look-up goes.
public enum LookupDepth: Sendable {
    case exact
    case folded
    /// All rungs, each only when those before found nothing.
    case fuzzy
}

/// A place that a name may stand for, and how it was found.
public struct Candidate: Hashable, Sendable {
    public var place: Place
    /// The spelling in the gazetteer that was met.
    public var name: String
    public var kind: NameKind
    public var rung: Rung

    public init(place: Place, name: String, kind: NameKind, rung: Rung) {
        self.place = place
        self.name = name
        self.kind = kind
        self.rung = rung
    }
}

/// What geoparsing needs of a gazetteer.
public protocol Gazetteer: Sendable {
    /// All places called `name`, one candidate a place (its best rung and kind), best first: by rung, kind,
    /// descending population, then id.
    func candidates(for name: String, depth: LookupDepth) -> [Candidate]

    /// The number of words of the longest name that begins with the word whose ``FoldingKey`` is `key`; 0 when
    /// none does. May err upwards, never downwards.
    func longestName(beginningWith key: [UInt8]) -> Int

    /// Whether some name folds to `key`.
    func contains(key: [UInt8]) -> Bool

    func place(id: String) -> Place?

    /// Places within `degrees` of latitude and longitude of `center`, in order of id.
    func places(around center: Coordinate, degrees: Double) -> [Place]

    /// Towns with at least `minimumPopulation` inhabitants, largest first. Reads the whole gazetteer.
    func settlements(minimumPopulation: Int) -> [Place]

    /// The places that the place `id` lies in, the smallest first; empty for an unknown id.
    func ancestors(of id: String) -> [Place]

    /// At most `limit` places with a name that begins with `prefix` in any spelling: by how it is written, then by
    /// population.
    func candidates(beginningWith prefix: String, limit: Int) -> [Candidate]
}

extension Gazetteer {
    public func settlements(minimumPopulation: Int) -> [Place] { [] }
    public func ancestors(of id: String) -> [Place] { [] }
    public func candidates(beginningWith prefix: String, limit: Int) -> [Candidate] { [] }
}
