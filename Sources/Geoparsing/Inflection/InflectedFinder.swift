import Articles
import Gazetteers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds toponyms in a language that bends its names: capitalised words whose nominative the gazetteer has, judged by the
/// preposition, the class word and the people around. The weights are rows of `inflected_recognition.tsv`.
struct InflectedFinder {
    let context: DocumentContext
    let tables: CaseTables
    var names: InflectedNames
    /// Each token in lower case.
    let lower: [String]
    var document: Document { context.document }

    init(context: DocumentContext, gazetteer: any Gazetteer, tables: CaseTables) {
        self.context = context
        self.tables = tables
        names = InflectedNames(tables: tables, gazetteer: gazetteer)
        lower = context.tokens.indices.map { context.lower($0) }
    }

    /// The toponyms of the document, in order, without overlap, with their probabilities.
    mutating func find(in finder: inout MentionFinder) -> [Mention] {
        var found: [(mention: Finding, score: Double)] = []
        for sentence in document.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard isName(index) else {
                    index += 1
                    continue
                }
                if let (mention, score, end) = name(at: index, until: sentence.tokens.upperBound) {
                    found.append((mention, score))
                    index = end
                } else {
                    index = chain(index, sentence.tokens.upperBound)
                }
            }
        }
        let sure = Set(found.filter { $0.score >= 0.5 }.map(\.mention.surface))
        var mentions: [Mention] = []
        for (mention, score) in found {
            let total = score + (sure.contains(mention.surface) ? weight(.repeated) : 0)
            let probability = 1 / (1 + exp(-total))
            guard probability >= 0.1 else { continue }
            var mention = mention.mention(in: &finder)
            mention.probability = probability
            mentions.append(mention)
        }
        narrow(&mentions, pool: &finder.pool)
        return mentions
    }

    func weight(_ feature: InflectedFeature) -> Double { tables.weights.contribution(feature.rawValue, 1) }

    func isName(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.kind == .word && token.isCapitalized
    }

    /// The token after the hyphenated word that begins at `index`.
    private func chain(_ index: Int, _ limit: Int) -> Int {
        var end = index + 1
        while end + 1 < limit, lower[end] == "-", isClose(end - 1, end), isClose(end, end + 1),
            document.tokens[end + 1].kind == .word
        { end += 2 }
        return end
    }

    private func isClose(_ a: Int, _ b: Int) -> Bool { document.tokens[a].range.end == document.tokens[b].range.start }

    /// The word from `start` to `end` as names are written: a capital first, no other when all are.
    private func word(_ start: Int, _ end: Int) -> String {
        var text = document.text(
            TextRange(document.tokens[start].range.start, document.tokens[end - 1].range.end))
        if document.tokens[start].shape == .allCapitals, text.utf8.count > 8 {
            text = text.prefix(1) + text.dropFirst().lowercased()
        }
        guard text.utf8.contains(0xE2) || text.utf8.contains(0xCA) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{2019}" || $0 == "\u{02BC}" ? "'" : $0 }))
    }

    // MARK: Names

    mutating func name(at start: Int, until limit: Int) -> (Finding, Double, Int)? {
        if let found = alias(at: start, until: limit) { return found }
        if let found = division(at: start, until: limit) { return found }
        // Up to four words; the longest that the gazetteer has.
        var words: [String] = []
        var ends: [Int] = []
        var index = start
        while words.count < 4, index < limit, isName(index), index == start || isSpaced(index - 1, index) {
            let end = chain(index, limit)
            words.append(word(index, end))
            ends.append(end)
            index = end
        }
        for count in stride(from: words.count, to: 0, by: -1) {
            let readings = names.readings(Array(words[..<count]))
            let end = ends[count - 1]
            let evidence = Evidence(
                preposition: preposition(before: start), classBefore: classBefore(start))
            guard let best = best(readings, evidence) else { continue }
            if count == 1, isAdjective(start, end, limit, evidence) { return nil }
            var mention = mention(start..<end, best)
            mention.placeClass = evidence.classBefore?.kind
            // A division has a form of its own, `Черкаська область`: the bare name is the town.
            if mention.placeClass == nil, best.candidates.contains(where: { $0.place.kind == .settlement }) {
                let isCapital = best.candidates.contains { $0.place.featureCode == "PPLC" }
                mention.candidates.removeAll { $0.place.kind == .division && ($0.kind != .primary || isCapital) }
            }
            return (mention, score(mention, best, evidence, isSingle: count == 1), end)
        }
        return nil
    }

    struct Evidence {
        var preposition: CaseTables.Preposition?
        var classBefore: CaseTables.ClassForm?
    }

    func isSpaced(_ a: Int, _ b: Int) -> Bool {
        document.tokens[b].range.start - document.tokens[a].range.end <= 1
    }

    private mutating func alias(at start: Int, until limit: Int) -> (Finding, Double, Int)? {
        var end = min(limit, start + tables.longestAlias)
        while end > start {
            let written = lower[start..<end].joined(separator: " ")
            if let name = tables.aliases[written] {
                let candidates = names.candidates(name)
                if !candidates.isEmpty {
                    let reading = InflectedNames.Reading(
                        name: name, candidates: candidates, isInflected: false, cases: [])
                    return (mention(start..<end, reading), weight(.bias) + weight(.alias), end)
                }
            }
            end -= 1
        }
        return nil
    }

    /// `Харківської області`, `Сумській та Харківській областях`, `Белгородском районе`.
    private mutating func division(at start: Int, until limit: Int) -> (Finding, Double, Int)? {
        let end = chain(start, limit)
        guard end < limit else { return nil }
        var position = end
        var isList = false
        while position < limit, position - start < 16, tables.classAfter[lower[position]] == nil {
            guard lower[position] == "," || tables.joiners.contains(lower[position]),
                position + 1 < limit, isName(position + 1)
            else { return nil }
            isList = true
            position = chain(position + 1, limit)
        }
        guard position < limit, let form = tables.classAfter[lower[position]], !isList || form.isPlural else {
            return nil
        }
        // In a plural either gender may be meant; the nominative decides.
        let written = word(start, end)
        for base in names.adjective(written, isFeminine: form.isFeminine || form.lemma.hasSuffix("ь")) {
            let name = base + " " + form.lemma
            let candidates = names.candidates(name)
            guard !candidates.isEmpty else { continue }
            let last = isList ? end : position + 1
            let reading = InflectedNames.Reading(name: name, candidates: candidates, isInflected: false, cases: [])
            var mention = mention(start..<last, reading)
            mention.placeClass = form.kind
            return (mention, weight(.bias) + weight(.classWord) + weight(.division), last)
        }
        return nil
    }

    private func mention(_ tokens: Range<Int>, _ reading: InflectedNames.Reading) -> Finding {
        Finding(
            range: TextRange(
                document.tokens[tokens.lowerBound].range.start, document.tokens[tokens.upperBound - 1].range.end),
            tokens: tokens, surface: reading.name, candidates: reading.candidates)
    }

    // MARK: What stands around

    private func preposition(before start: Int) -> CaseTables.Preposition? {
        var index = start - 1
        // Over `місті`, `м.`
        while index >= 0, start - index <= 3, context.sentence[index] == context.sentence[start],
            tables.classBefore[lower[index]] != nil || lower[index] == "."
        { index -= 1 }
        guard index >= 0, context.sentence[index] == context.sentence[start] else { return nil }
        return tables.prepositions[lower[index]]
    }

    private func classBefore(_ start: Int) -> CaseTables.ClassForm? {
        var index = start - 1
        if index >= 0, lower[index] == "." { index -= 1 }
        guard index >= 0, context.sentence[index] == context.sentence[start] else { return nil }
        return tables.classBefore[lower[index]]
    }

    /// Whether a single word is an adjective of the noun behind it: `Донецька адміністрація`, `Курский вокзал`.
    private func isAdjective(_ start: Int, _ end: Int, _ limit: Int, _ evidence: Evidence) -> Bool {
        let written = word(start, end)
        guard names.isAdjective(written, of: nil) else { return false }
        guard end < limit, document.tokens[end].kind == .word else { return evidence.preposition == nil }
        return names.isAdjective(written, of: lower[end]) && document.tokens[end].shape == .lowercase
            && tables.prepositions[lower[end]] == nil
            && !tables.joiners.contains(lower[end])
    }
}
