import EventExtraction

extension EventConfidenceFit {
    /// Weights that many labels once taught, for a fit on few: a Gaussian prior centred on them.
    package struct Prior {
        var right: Model
        var happened: Model
        /// How the tables write the lemmas of headwords.
        var words: [Int32: String] = [:]
        /// How strongly each model is drawn.
        var strengths: [Target: Double] = [:]

        package init(right: Model, happened: Model, words: [Int32: String] = [:]) {
            (self.right, self.happened, self.words) = (right, happened, words)
        }

        init(_ weights: ConfidenceWeights) {
            let pairs = ConfidenceModel.names.map { weights.features[$0] ?? (0, 0) }
            right = Model(features: pairs.map(\.right))
            happened = Model(features: pairs.map(\.happened))
            for (word, lemma, weight) in weights.headwords {
                words[lemma] = words[lemma] ?? word
                right.headwords[lemma] = weight.right
                happened.headwords[lemma] = weight.happened
            }
        }

        func pull(_ target: Target) -> Pull {
            let strength = strengths[target] ?? ridge
            // Of what was never fitted the tables say 0 twice: that is no knowledge.
            let features = zip(right.features, happened.features).map { $0 == 0 && $1 == 0 ? ridge : strength }
            var pull = Pull(to: target == .right ? right : happened, features: features)
            pull.headwords = strength * headwordRidge / ridge
            return pull
        }
    }

    /// The strengths that are tried. One of 25 pulls a weight as much as a hundred samples that have its feature, and are as often
    /// right as not.
    private static let strengths = [6.0, 12, 25, 50, 100, 200]

    /// Draws the weights to those of `files` instead of to 0, as strongly as makes the articles of left-out folds most probable.
    ///
    /// A feature whose row has two zeros is new, and drawn to 0 as ever.
    ///
    /// - Parameter files: the tables of English, as ``EventExtractor/init(files:)`` reads them.
    /// - Returns: the strengths, of being right and of having happened.
    public mutating func draw(towards files: [String: [UInt8]]) throws -> (right: Double, happened: Double) {
        draw(towards: Prior(try ConfidenceWeights(files: files)))
    }

    package mutating func draw(towards known: Prior) -> (right: Double, happened: Double) {
        var prior = known
        for target in [Target.right, .happened] {
            let losses = Self.strengths.map { strength in
                prior.strengths[target] = strength
                return crossValidated(target, prior.pull(target)).loss
            }
            prior.strengths[target] = zip(losses, Self.strengths).min { $0.0 < $1.0 }?.1
        }
        self.prior = prior
        return (prior.strengths[.right] ?? 0, prior.strengths[.happened] ?? 0)
    }
}
