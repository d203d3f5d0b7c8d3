import Gazetteers
import Testing

/// Entries are candidates without their places.
@Suite struct EntryTests {
    @Test(arguments: [
        "Izyum", "Izyume", "Salisbury", "US", "us", "U.S.", "Ukrainian", "Kharkiv", "Kharkiv Oblast", "San Jose",
        "Донбас",
        "Nowhere at all", "",
    ])
    func entriesSayInNumbersWhatCandidatesSay(name: String) throws {
        let index = try GazetteerIndex(SmallGazetteer.bytes())
        for depth in [LookupDepth.exact, .folded, .fuzzy] {
            let candidates = index.candidates(for: name, depth: depth)
            var entries: [CandidateEntry] = []
            var name = name
            name.withUTF8 { index.appendEntries(for: $0, depth: depth, to: &entries) }
            #expect(entries == zip(candidates, entries).map { CandidateEntry($0, number: $1.number) })
            #expect(entries.count == candidates.count)
            #expect(entries.map { index.place(of: $0) } == candidates.map(\.place))
        }
    }

    @Test(arguments: ["San", "Kharkiv", "KHARKIV", "Харків", "Zzz", ""])
    func theLongestNameIsTheSameByWordAndByKey(word: String) throws {
        let index = try GazetteerIndex(SmallGazetteer.bytes())
        var word = word
        let byWord = word.withUTF8 { index.longestName(beginningWithWord: $0) }
        #expect(byWord == index.longestName(beginningWith: FoldingKey.fold(word)))
    }

    @Test func codesOfCountriesKeepTheirOrder() {
        let codes = ["AD", "AE", "BA", "UA", "US", "ZW"]
        #expect(codes.map { CandidateEntry.country($0) } == codes.map { CandidateEntry.country($0) }.sorted())
        #expect(CandidateEntry.country("") == 0)
    }
}
