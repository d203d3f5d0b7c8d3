public import Articles
import Gazetteers
public import Geoparsing
import Tables
public import TemporalTagging

/// Finds what happened in a document: PLOVER events with their modality, participants, place and time.
///
/// The tables (`Resources/en`) hold the triggers, the cues of modality, word classes, irregular forms, number words
/// and the coefficients of the linker. A document costs one pass over its tokens.
///
/// Event types are those of PLOVER (Open Event Data Alliance, 2018; Halterman et al. 2023, doi:10.48550/arXiv.2304.01331).
public struct EventExtractor: Sendable {
    /// The tables that ``init(tables:)`` needs.
    public static let tableNames = [
        "triggers.tsv", "modality.tsv", "classes.tsv", "irregular.tsv", "numbers.tsv", "withheld.tsv",
        "linker.tsv", "confidence.tsv", "headwords.tsv", "furniture.tsv", "topics.tsv",
        "institutions.tsv", "leaders.tsv", "synonyms.tsv", "lists.tsv",
    ]

    private let lexicon: Lexicon
    /// Instead of the threshold of `confidence.tsv`, 0...1: training asks for what it leaves out, too.
    package var leastHappening: Double?

    /// Reads the tables.
    ///
    /// - Parameter tables: the text of each of ``tableNames``, by that name.
    public init(tables: [String: String]) throws(EventExtractionError) {
        try self.init(files: tables.mapValues { Array($0.utf8) })
    }

    /// The same with texts as they stand in their files, in UTF-8, and where there is one the image of them, ``imageName``.
    ///
    /// An image that is damaged, of other tables or of another version of the program is passed over.
    public init(files: [String: [UInt8]]) throws(EventExtractionError) {
        lexicon = try Lexicon.read(files)
    }

    /// The name of the file that ``image(of:)`` goes into, beside the tables.
    public static let imageName = LexiconImage.file

    /// Compiles `files` into an image, which among them makes ``init(files:)`` faster and nothing different. It is of use as long
    /// as the tables are the same.
    ///
    /// - Throws: as ``init(tables:)``.
    public static func image(of files: [String: [UInt8]]) throws(EventExtractionError) -> [UInt8] {
        LexiconImage.write(try Lexicon(files), stamp: LexiconImage.stamp(files))
    }

    /// Whether ``init(files:)`` takes the image among `files`: it is sound, and was made of these tables.
    package static func takesImage(among files: [String: [UInt8]]) -> Bool { Lexicon.compiled(files) != nil }

    /// The number of trigger rows.
    public var triggerCount: Int { lexicon.triggers.triggers.count }

    /// The events of `document`, sorted by trigger.
    ///
    /// - Parameters:
    ///   - toponyms: the document's place names, sorted; those without a place are never linked to.
    ///   - times: its time expressions, sorted; sets and those without a span are never linked to.
    public func extract(
        _ document: Document, toponyms: [ResolvedToponym], times: [TemporalExpression]
    ) -> [Event] {
        guard !document.tokens.isEmpty else { return [] }
        let reading = Reading(document, lexicon: lexicon, toponyms: toponyms, times: times)
        let pass = ExtractionPass(reading)
        let mentions = pass.mentions()
        guard !mentions.isEmpty else { return [] }
        let confidence = ConfidenceReader(reading, mentions: mentions)
        return mentions.flatMap { mention -> [Event] in
            // What is done now and then, or asked about, nowhere and at no time, is nothing that happened.
            if mention.isIdle, mention.modality == .generic || reading.asks(mention.sentence) { return [] }
            let evidence = confidence.evidence(of: mention)
            // The weights were fitted on English, by words that its tables class.
            guard
                lexicon.isInflected
                    || lexicon.confidence.happening(evidence) >= leastHappening ?? lexicon.confidence.threshold
            else { return [] }
            return pass.events(mention, evidence: evidence)
        }.sorted { ($0.trigger, $0.type, $0.placing) < ($1.trigger, $1.type, $1.placing) }
    }
}

/// One pass over one document.
struct ExtractionPass {
    let reading: Reading
    let places: PlaceLinker
    private let dates: TimeLinker

    init(_ reading: Reading) {
        self.reading = reading
        places = PlaceLinker(reading)
        dates = TimeLinker(reading)
    }

    func mentions() -> [Mention] { reading.lexicon.triggers.patterns.withMatcher(of: reading) { mentions(of: $0) } }

    private func mentions(of patterns: PatternTable.Matcher) -> [Mention] {
        let matcher = TriggerMatcher(patterns)
        let gate = EvidenceGate(reading)
        let counts = CasualtyReader(reading)
        let merger = MentionMerger(reading)
        var discourse = Discourse(reading, places: places)
        var all: [Mention] = []
        var told = TypeNumbers()
        let repeated = RepeatedSentences(reading)
        let furniture = PageFurniture(reading)
        let scenes = SceneSetting(reading, dates: dates)
        for sentence in reading.document.sentences.indices {
            let tokens = reading.document.sentences[sentence].tokens
            let isSkipped = repeated.isRepeated[sentence] || furniture.holds(sentence)
            var found = isSkipped ? [] : matcher.mentions(in: sentence)
            if !found.isEmpty {
                let modality = ModalityReader(reading, sentence: sentence)
                var accepted = 0
                for index in found.indices {
                    guard gate.accepts(&found[index]) else { continue }
                    found[index].modality = modality.modality(of: found[index])
                    retype(&found[index], in: tokens)
                    counts.read(&found[index])
                    if accepted < index { found.swapAt(accepted, index) }
                    accepted += 1
                }
                found.removeLast(found.count - accepted)
                link(&found, told: told)
                found = merger.merged(found)
            }
            let scene = scenes.scene(of: sentence)
            discourse.enter(
                places.uses(in: sentence), demonyms: places.demonyms.part(within: tokens) { $0.tokens.lowerBound },
                sentence: sentence, isScene: scene != nil)
            if scene?.date != nil { discourse.date = nil }
            for var mention in found {
                takeUp(&mention, in: tokens, discourse)
                if let antecedent = merger.antecedent(of: mention, in: all) {
                    merger.take(mention, into: &all[antecedent])
                    continue
                }
                mention.isIdle = isIdle(mention, gate)
                carry(into: &mention, in: tokens, discourse, scenes)
                discourse.note(
                    mention, kind: mention.place.flatMap { reading.toponyms[$0.index].place?.kind },
                    uses: places.uses(near: mention))
                _ = told.number(of: mention.type)
                all.append(mention)
            }
            if found.isEmpty, scene == nil, let date = dates.soleDate(of: sentence) {
                discourse.date = date
            }
        }
        DateCarrier(reading, linker: dates, scenes: scenes, mentions: all).carry(into: &all)
        var resolved = Coreference(reading, whereabouts: discourse.whereabouts).resolved(all)
        for index in resolved.indices where resolved[index].place == nil && !places.isWithheld(resolved[index]) {
            resolved[index].place = discourse.place(
                ofWhole: resolved[index], uses: places.uses(near: resolved[index]))
        }
        return resolved
    }

    /// Links the mentions of a sentence to the places and dates of that sentence.
    ///
    /// - Parameter told: the types of events that the text told before.
    private func link(_ mentions: inout [Mention], told: TypeNumbers) {
        for index in mentions.indices {
            if index > 0 { mentions[index].previousHead = mentions[index - 1].head }
            if index + 1 < mentions.count { mentions[index].nextHead = mentions[index + 1].head }
            // Changed where it lies, it would be copied for each call.
            var mention = mentions[index]
            mention.place = places.link(mention, isTold: told[mention.type] != nil)
            mention.origin = places.origin(mention)
            if let start = places.startingPoint(of: mention, after: mentions[..<index]) { mention.place = start }
            mention.time = dates.link(mention, elsewhere: places.neighbours(of: mention))
            if dates.isAhead(mention) { mention.modality = .planned }
            mentions[index] = mention
        }
    }

    /// Gives `mention` the place that words right after it take up, `the retreat from the region`, or the state that speaks.
    private func takeUp(_ mention: inout Mention, in tokens: Range<Int>, _ discourse: Discourse) {
        if let anaphor = discourse.attachedAnaphor(mention, in: tokens),
            // `fled the village towards X`
            anaphor <= mention.tokens.upperBound + 1 && !reading.isCrossed(anaphor)
                || !(mention.place.map { places.isWithin($0, 3, of: mention) } ?? false),
            // `fled across the border into X`
            mention.place == nil || !reading.isCrossed(anaphor),
            let carried = discourse.carriedPlace(for: mention, in: tokens, uses: [])
        {
            mention.place = carried
        }
        if let region = mention.place, places.isVoiceOfRegion(region),
            let town = discourse.town(in: region, for: mention, in: tokens)
        {
            mention.place = town
        }
        if let speaker = places.speaker(of: mention, homes: discourse.homes) {
            mention.place = speaker
        }
    }

    /// Gives `mention` the place that the text has been speaking of.
    private func carry(
        into mention: inout Mention, in tokens: Range<Int>, _ discourse: Discourse, _ scenes: SceneSetting
    ) {
        if mention.place == nil, !places.isWithheld(mention) {
            mention.place =
                (mention.modality.isSettled ? scenes.nextPlace(for: mention, places: places) : nil)
                ?? discourse.carriedPlace(
                    for: mention, in: tokens, uses: places.uses(near: mention), inside: places.scores(near: mention),
                    demonym: places.linkDemonym(mention))
        }
    }

    /// What did not happen, nowhere and at no time: talk, no event, unless somebody public offers or threatens it.
    private func isIdle(_ mention: Mention, _ gate: EvidenceGate) -> Bool {
        switch mention.modality {
        case .hypothetical, .generic, .planned, .threatened:
            mention.place == nil && mention.time == nil
                && !(EvidenceGate.verbalTypes.contains(mention.type) && gate.hasStanding(mention))
        default: false
        }
    }

    /// PLOVER codes a future cooperation as AGREE and an announced hostile act as THREATEN. A visit, a march, an arrest or a
    /// penalty that is announced stays what it is, and planned.
    private func retype(_ mention: inout Mention, in tokens: Range<Int>) {
        guard mention.modality == .planned, mention.group.hasModal, mention.usage == .active else { return }
        switch mention.type {
        case "SUPPORT", "COOPERATE", "AID", "CONCEDE":
            mention.type = "AGREE"
            mention.mode = nil
        case "ASSAULT":
            guard
                reading.window(around: mention.head, in: tokens).contains(where: {
                    reading.classes[$0].contains(.report)
                })
            else { return }
            mention.type = "THREATEN"
            mention.modality = .threatened
            mention.mode = nil
        default: break
        }
    }
}
