import Gazetteers

/// Looks names up that stand in an oblique case: each form that the nominative may have had, best first.
struct InflectedNames {
    /// A nominative that a written form may be of, with what the gazetteer has under it.
    struct Reading {
        var name: String
        var candidates: [Candidate]
        var isInflected: Bool
        /// The cases of the written form.
        var cases: GrammaticalCases
    }

    private struct Variant {
        var text: String
        var cases: GrammaticalCases
        var isInflected: Bool
    }

    let tables: CaseTables
    let gazetteer: any Gazetteer
    private var cache: [String: [Reading]] = [:]

    init(tables: CaseTables, gazetteer: any Gazetteer) {
        self.tables = tables
        self.gazetteer = gazetteer
    }

    /// The readings of a name, its words separated by spaces, that the gazetteer has places for.
    mutating func readings(_ words: [String]) -> [Reading] {
        let written = words.joined(separator: " ")
        if let known = cache[written] { return known }
        var texts: [Variant] = [Variant(text: "", cases: [.nominative, .accusative], isInflected: false)]
        for (number, word) in words.enumerated() {
            let variants = variants(word)
            var next: [Variant] = []
            for head in texts {
                for variant in variants where next.count < 160 {
                    var cases = variant.cases
                    if number > 0 {
                        cases = head.isInflected == variant.isInflected ? cases.intersection(head.cases) : []
                    }
                    if number > 0, cases.isEmpty { continue }
                    next.append(
                        Variant(
                            text: number == 0 ? variant.text : head.text + " " + variant.text, cases: cases,
                            isInflected: variant.isInflected))
                }
            }
            texts = next
        }
        var found: [Reading] = []
        var seen: Set<String> = []
        for text in texts where seen.insert(text.text).inserted {
            guard gazetteer.contains(key: FoldingKey.fold(text.text)) else { continue }
            let candidates = candidates(text.text)
            guard !candidates.isEmpty else { continue }
            found.append(
                Reading(name: text.text, candidates: candidates, isInflected: text.isInflected, cases: text.cases))
        }
        cache[written] = found
        return found
    }

    /// What the gazetteer has under the nominative `name`, but for demonyms, abbreviations and the small places of
    /// countries where the language is not at home.
    func candidates(_ name: String) -> [Candidate] {
        gazetteer.candidates(for: name, depth: .folded).filter { candidate in
            guard candidate.kind != .demonym, candidate.kind != .abbreviation else { return false }
            if candidate.rung == .exact { return true }
            let place = candidate.place
            return place.countryCode.map { tables.homeCountries.contains($0) } ?? true || place.population >= 100_000
                || place.kind == .country
        }
    }

    /// The nominative of an adjective before a class word: `Харківської` is of `Харківська`.
    func adjective(_ word: String, isFeminine: Bool) -> [String] {
        Self.replaced(word, isFeminine ? tables.feminines : tables.masculines).map(\.text)
    }

    /// Whether `word` may be an adjective of the noun `next`; of any noun for `nil`.
    func isAdjective(_ word: String, of next: String?) -> Bool {
        let word = Array(word.utf8)
        let next = next.map { Array($0.utf8) }
        return (tables.feminines + tables.masculines).contains { form in
            guard word.count >= form.ending.count + 4, word.suffix(form.ending.count).elementsEqual(form.ending) else {
                return false
            }
            guard let next, !form.nounEndings.isEmpty else { return true }
            return form.nounEndings.contains { next.suffix($0.count).elementsEqual($0) }
        }
    }

    private func variants(_ word: String) -> [Variant] {
        var variants = [Variant(text: word, cases: [.nominative, .accusative], isInflected: false)]
        variants += Self.replaced(word, tables.nouns)
        // `Ростова-на-Дону`: the head of a compound is bent.
        if let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")), word[hyphen...].utf8.count > 4 {
            let tail = String(word[hyphen...])
            variants += Self.replaced(String(word[..<hyphen]), tables.nouns).map {
                Variant(text: $0.text + tail, cases: $0.cases, isInflected: true)
            }
        }
        return variants
    }

    private static func replaced(_ word: String, _ endings: [CaseTables.Ending]) -> [Variant] {
        let bytes = Array(word.utf8)
        var variants: [Variant] = []
        for ending in endings
        where bytes.count >= ending.ending.count + (ending.ending.count > 4 ? 2 : 4)
            && bytes.suffix(ending.ending.count).elementsEqual(ending.ending)
        {
            let text = String(decoding: bytes.dropLast(ending.ending.count) + ending.base, as: UTF8.self)
            variants.append(Variant(text: text, cases: ending.cases, isInflected: text != word))
        }
        return variants
    }
}
