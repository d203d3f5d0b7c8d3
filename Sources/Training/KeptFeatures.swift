import Geoparsing

/// Which features take part in training: all but those named, such as `recognition.dateline` or `resolution.nearness`;
/// `recognition.hashed` are all hashed features. The weight of a
/// feature that takes no part is 0.
struct KeptFeatures {
    private let recognitionKept: [Bool]
    private let resolutionKept: [Bool]
    private let keepsHashed: Bool

    private static let hashed = "recognition.hashed"

    /// - Throws: ``UnknownFeature``.
    init(without excluded: Set<String>) throws {
        let recognition = RecognitionFeature.allCases.map { "recognition.\($0)" }
        let resolution = ResolutionFeature.allCases.map { "resolution.\($0)" }
        let known = recognition + resolution + [Self.hashed]
        if let stranger = excluded.sorted().first(where: { !known.contains($0) }) {
            throw UnknownFeature(name: stranger, known: known)
        }
        recognitionKept = recognition.map { !excluded.contains($0) }
        resolutionKept = resolution.map { !excluded.contains($0) }
        keepsHashed = !excluded.contains(Self.hashed)
    }

    func recognition(_ features: FeatureVector) -> FeatureVector {
        features.keeping(recognitionKept, hashed: keepsHashed)
    }

    func resolution(_ features: FeatureVector) -> FeatureVector { features.keeping(resolutionKept, hashed: true) }

    /// The priors, 0 for what takes no part.
    func recognition(priors: [Double]) -> [Double] {
        zip(priors, recognitionKept).map { $1 ? $0 : 0 }
    }
}

/// A feature to be left out that there is not.
package struct UnknownFeature: Error, CustomStringConvertible {
    var name: String
    var known: [String]

    package var description: String { "'\(name)' is no feature; choose from \(known.joined(separator: ", "))" }
}
