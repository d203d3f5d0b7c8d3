import Articles
import Gazetteers
import Tables

/// The words between a name and what it lies in.
extension StatedContainers {
    struct Chain {
        /// The mentions of what holds it, from the least on.
        var holders: [Int] = []
        /// It is called a village.
        var isSmall = false
        /// It is called a village, or what holds it a region.
        var isStated = false
        /// By `in`, `of` or `near`.
        var isJoined = false
    }

    func chain(_ index: Int) -> Chain {
        var chain = Chain()
        let mentions = analysis.mentions
        let tokens = mentions[index].tokens
        let sentence = context.sentence[tokens.lowerBound]
        chain.isSmall = isCalledSmall(before: tokens.lowerBound)
        var position = tokens.upperBound
        var next = index + 1
        while next < mentions.count, !isKnown[next] { next += 1 }
        let first = next < mentions.count ? mentions[next].tokens.lowerBound : context.tokens.count
        let end = min(first, position + Self.longestGap)
        // "X village", "X, a village"
        for token in position..<max(position, end) where context.sentence[token] == sentence {
            if isSmall(token) {
                chain.isSmall = true
                break
            }
            guard token == position ? isComma(token) : isFiller(token) else { break }
        }
        while next < mentions.count, context.sentence[mentions[next].tokens.lowerBound] == sentence,
            mentions[next].tokens.lowerBound > position,
            let isJoined = joins(position..<mentions[next].tokens.lowerBound)
        {
            let isDivision =
                [.division, .district].contains(mentions[next].placeClass) && best(next)?.placeKind == .division
            if !isJoined, !chain.isSmall, !isDivision, chain.holders.isEmpty { break }
            if chain.isSmall || isDivision { chain.isStated = true }
            if isJoined { chain.isJoined = true }
            chain.holders.append(next)
            position = mentions[next].tokens.upperBound
            next += 1
            while next < mentions.count, !isKnown[next] { next += 1 }
        }
        if tokens.lowerBound == 0, let holder = holderOfDateline(index) {
            chain = Chain(holders: [holder], isSmall: true, isStated: true, isJoined: true)
        }
        return chain
    }

    /// "BILKA, Ukraine - The army freed this village in the Kharkiv region": what a text says of the place that it begins
    /// with.
    private func holderOfDateline(_ index: Int) -> Int? {
        let mentions = analysis.mentions
        for holder in mentions.indices where holder > index && isKnown[holder] {
            let start = mentions[holder].tokens.lowerBound
            guard context.sentence[start] <= Self.firstSentences else { return nil }
            guard var token = skippingFillers(before: start), context.isWord(token, context.known.in),
                let village = context.previous(token), isSmall(village)
            else { continue }
            token = village
            while let before = context.previous(token), isFiller(before), before > 0,
                context.tokens[before].shape == .lowercase, !Self.these.contains(context.hashes[before])
            { token = before }
            if let before = context.previous(token), Self.these.contains(context.hashes[before]) { return holder }
        }
        return nil
    }

    /// The token before a name and its "the northern".
    private func skippingFillers(before start: Int) -> Int? {
        var token = context.previous(start)
        while let before = token, context.tokens[before].shape == .lowercase, isFiller(before) {
            token = context.previous(before)
        }
        return token
    }

    /// Where a text says more of the place that it begins with.
    private static let firstSentences = 2
    private static let these = hashes("this")

    /// "the village of".
    private func isCalledSmall(before start: Int) -> Bool {
        guard var token = context.previous(start) else { return false }
        if context.isWord(token, context.known.of), let before = context.previous(token) { token = before }
        return isSmall(token) && context.tokens[token].shape == .lowercase
    }

    /// Whether the words between a name and the next one say that it lies there; by a comma only: `false`; `nil` where they
    /// say something else.
    private func joins(_ gap: Range<Int>) -> Bool? {
        guard gap.count <= Self.longestGap, !gap.isEmpty else { return nil }
        let known = context.known
        var isJoined = false
        var isComma = false
        var words = 0
        for token in gap {
            if context.isWord(token, known.comma) {
                isComma = true
                words = 0
            } else if context.isWord(token, known.in) || context.isWord(token, known.of)
                || Self.nearby.contains(context.hashes[token])
            {
                isJoined = true
                words = 0
            } else if Self.possessives.contains(context.hashes[token]) {
                isJoined = true
            } else if context.roles[token].classAfter != nil || Self.kinds.contains(context.hashes[token]) {
                words = 0
            } else if isFiller(token) {
                words += 1
                if words > 4 { return nil }
            } else {
                return nil
            }
        }
        return isJoined || isComma ? isJoined : nil
    }

    /// An article, an adjective or part of a name.
    private func isFiller(_ token: Int) -> Bool {
        guard context.tokens[token].kind == .word else { return false }
        if context.isWord(token, context.known.and) || context.isWord(token, context.known.or) { return false }
        if Self.small.contains(context.hashes[token]) || Self.articles.contains(context.hashes[token]) { return true }
        if context.tokens[token].isCapitalized { return true }
        return Self.fillers.contains(context.hashes[token])
    }

    private func isComma(_ token: Int) -> Bool { context.isWord(token, context.known.comma) || isFiller(token) }

    private func isSmall(_ token: Int) -> Bool { Self.small.contains(context.hashes[token]) }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of($0.utf8) })
    }

    private static let small = hashes("village hamlet community settlement locality villages farmstead")
    private static let kinds = hashes(
        "area local government sector locality community commune township suburb part parts ward zone")
    private static let nearby = hashes("near outside")
    private static let possessives = hashes("' 's s")
    private static let articles = hashes("a an the")
    private static let fillers = hashes(
        """
        northern southern eastern western central north south east west northeastern northwestern southeastern \
        southwestern small tiny remote rural farming fishing mining coastal border mountain predominantly mainly mostly \
        restive nearby located situated
        """)
}
