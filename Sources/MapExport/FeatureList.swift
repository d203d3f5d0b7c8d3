public import GeoTypes

/// The features of a layer: kept, or made anew whenever one is asked for, so that writing a layer takes no more memory
/// the more features it has.
public struct FeatureList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private enum Storage: Sendable {
        case kept([Feature])
        case made(
            count: Int, geometry: @Sendable (Int) -> Geometry?, feature: @Sendable (Int) -> Feature)
    }

    private let storage: Storage

    public init(_ features: [Feature]) { storage = .kept(features) }

    public init(arrayLiteral features: Feature...) { self.init(features) }

    /// A list whose feature number `n`, counted from 0, is `feature(n)`, each time the same.
    ///
    /// - Parameter geometry: that of `feature(n)`, for those who need nothing else.
    public init(
        count: Int, geometry: @escaping @Sendable (Int) -> Geometry?, feature: @escaping @Sendable (Int) -> Feature
    ) {
        storage = .made(count: count, geometry: geometry, feature: feature)
    }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch storage {
        case .kept(let features): features.count
        case .made(let count, _, _): count
        }
    }

    public subscript(position: Int) -> Feature {
        switch storage {
        case .kept(let features): features[position]
        case .made(_, _, let feature): feature(position)
        }
    }

    /// The geometry of the feature at `position`.
    public func geometry(at position: Int) -> Geometry? {
        switch storage {
        case .kept(let features): features[position].geometry
        case .made(_, let geometry, _): geometry(position)
        }
    }

    /// The geometries, in order, of the features that have one.
    public var geometries: some Sequence<Geometry> { indices.lazy.compactMap { geometry(at: $0) } }
}
