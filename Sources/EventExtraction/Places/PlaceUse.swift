import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// How a toponym stands in its sentence.
struct PlaceUse: Sendable {
    enum Preposition: Sendable {
        case none, locative, nearby, from, destination, of, agent, other
    }

    var index: Int
    var sentence: Int
    var tokens: Range<Int>
    var kind: Place.Kind
    var preposition = Preposition.none
    /// The token of the preposition, or the first of the name.
    var start: Int
    /// 0 for the first of a list.
    var listPosition = 0
    /// `Kherson residents`
    var isModifier = false
    /// `US-made`
    var isCompound = false
    /// `Ukraine's`
    var isPossessive = false
    /// `Moscow's troops`: the possessor of people who act.
    var isOwner = false
    /// Where somebody is from or what they preside over: `a man from X`, `the governor of X`.
    var isPersonal = false
    /// The token that opens a clause told of the place: `in X, where`.
    var clause: Int?
    /// Part of who said it, and where: `officials in Kyiv said`.
    var isSource = false
    /// The one who said it has an office there, below a country: `the mayor of X said`, `X police said`.
    var isLocalVoice = false
    /// `Texas` in `Paris, Texas`.
    var isContainer = false
    /// `northern Ukraine`, `Ukraine's south`.
    var hasCompass = false
    /// Begins its sentence: `In Kherson, ...`.
    var isOpening = false
    /// Where somebody came to before the rest of the sentence: `went to X and fought`.
    var isArrival = false
    /// Where a firm has its seat or somebody was born: `based in X`.
    var isBase = false
    /// What is thought of, not where: `to focus on X`.
    var isTopic = false
    /// Between commas with what it lies in after it: `released from prison, Baku, Azerbaijan`.
    var isApposed = false
    /// Goes on from the place before it, which is the nearer one: `south of X outside Y`.
    var isFurther = false
    /// What acts for the place, right after the name: `Spanish government`, `Leeds Crown Court`.
    var institution: Institution?
    /// Not named, but told of by an adjective: `Spanish`.
    var isDemonym = false

    /// The uses of all toponyms that have a place, in order of the text; and those of demonyms.
    static func all(_ reading: Reading) -> (named: [PlaceUse], demonyms: [PlaceUse]) {
        var uses: [PlaceUse] = []
        var demonyms: [PlaceUse] = []
        uses.reserveCapacity(reading.toponyms.count)
        for (index, toponym) in reading.toponyms.enumerated() {
            guard let place = toponym.place, !reading.toponymTokens[index].isEmpty,
                let sentence = reading.document.sentenceIndex(at: toponym.range.start)
            else { continue }
            let tokens = reading.toponymTokens[index]
            guard !describesCountry(place.kind, tokens, reading) else { continue }
            var use = PlaceUse(
                index: index, sentence: sentence, tokens: tokens, kind: place.kind, start: tokens.lowerBound)
            if place.kind == .country, let capital = reading.capital(of: place, after: tokens) {
                use.index = capital
                use.kind = .settlement
                use.read(reading, previous: uses.last)
                (use.isPossessive, use.isOwner, use.isModifier) = (false, false, false)
                uses.append(use)
            } else if toponym.role == .demonym {
                guard place.kind == .country || place.kind == .settlement || place.kind == .division else { continue }
                use.isDemonym = true
                use.read(reading, previous: nil)
                demonyms.append(use)
            } else {
                use.read(reading, previous: uses.last)
                // `a US airstrike`: an adjective like `French`.
                if use.isAbbreviatedAdjective(reading) {
                    use.isDemonym = true
                    (use.isModifier, use.isCompound) = (false, false)
                    demonyms.append(use)
                } else {
                    uses.append(use)
                }
            }
        }
        markContainers(&uses, reading)
        for index in uses.indices {
            uses[index].isSource = isSource(uses[index], reading)
            uses[index].isLocalVoice = uses[index].isSource && uses[index].isOfLocals(reading)
        }
        for index in demonyms.indices { demonyms[index].isSource = isSource(demonyms[index], reading) }
        return (uses, demonyms)
    }

    /// `in the Caucasus state`: the country that the text speaks of, not the whole region.
    private static func describesCountry(_ kind: Place.Kind, _ tokens: Range<Int>, _ reading: Reading) -> Bool {
        guard kind == .region || kind == .continent || kind == .mountain else { return false }
        return realms.contains { reading.has($0, at: tokens.upperBound) }
    }

    private static let realms: [StaticString] = ["state", "nation", "country", "republic", "kingdom"]

    private mutating func read(_ reading: Reading, previous: PlaceUse?) {
        let first = reading.document.sentences[sentence].tokens.lowerBound
        let end = reading.document.sentences[sentence].tokens.upperBound
        let position = positionBefore(reading, from: first, until: end)
        if position >= first {
            let c = reading.classes[position]
            if c.contains(.nearby) {
                preposition = .nearby
            } else if c.contains(.locative) {
                preposition = .locative
            } else if c.contains(.fromPreposition) {
                preposition = .from
            } else if c.hasAny([.destination, .infinitiveTo]) {
                preposition = .destination
            } else if c.contains(.of) {
                preposition = .of
            } else if c.contains(.by) {
                preposition = .agent
            } else if c.contains(.preposition), !opensClause(at: position, reading) {
                preposition = .other
            }
            if preposition != .none { start = position }
            // `a firm based in X`
            if preposition == .locative, Self.homely.contains(where: { reading.has($0, at: position - 1) }) {
                preposition = .from
                isBase = true
            }
            if preposition == .locative, isAbout(position, from: first, reading) {
                preposition = .other
                isTopic = true
            }
            if preposition == .other, isFoughtAtHome(position, reading) { isTopic = true }
            if preposition == .destination { isArrival = reading.isMotion(before: position, from: first) }
        }
        if preposition == .none, let previous, previous.sentence == sentence,
            previous.tokens.upperBound <= tokens.lowerBound,
            isList(previous.tokens.upperBound..<tokens.lowerBound, reading), !isNext(to: previous, reading)
        {
            preposition = previous.preposition
            start = previous.start
            listPosition = previous.listPosition + 1
            isSource = previous.isSource
        }
        isOpening =
            start == first || start == first + 1 && reading.classes[first].hasAny([.conjunction, .quote, .adverb])
        // `Mary Smith of X` is from there.
        if preposition == .of, kind != .country, followsPerson(start, from: first, reading) { preposition = .from }
        isPersonal =
            Self.isPersonal(preposition, start, from: first, reading)
            || preposition == .from && reading.classes[start].contains(.of) || isBase
        let next = tokens.upperBound
        guard next < end else { return }
        if !reading.lexicon.isInflected { institution = reading.institution(after: next, until: end) }
        if let clause = reading.relativeClause(after: next, dated: false)
            ?? endOfInstitution(from: next, until: end, reading).flatMap({
                reading.relativeClause(after: $0, dated: false)
            })
        {
            // `fled to X in 1999, when` tells of where they fled from.
            let isStay = [.locative, .nearby, .none].contains(preposition) && kind != .country
            if isStay || reading.document.lowercasedText(at: clause) != "when" { self.clause = clause }
        }
        if reading.isPossessive(at: next) {
            isPossessive = true
            isOwner = Self.possessesPeople(from: next + 1, until: end, reading)
            if reading.classes(at: next + 2).contains(.compass) || reading.classes(at: next + 1).contains(.compass) {
                hasCompass = true
            }
        } else {
            let c = reading.classes[next]
            let token = reading.document.tokens[next]
            isCompound =
                reading.isJoinedHyphen(next) || isSided(reading) || kind == .country && beginsName(next, reading)
                || namesUnit(next, reading)
            isModifier =
                !reading.lexicon.isInflected && token.kind == .word
                && (token.shape == .lowercase || reading.isAllCapitals) && reading.timeAt[next] == 0
                && !c.hasAny([
                    .preposition, .be, .have, .auxDo, .modal, .conjunction, .subordinator, .relative, .adverb, .report,
                    .by, .of, .infinitiveTo, .happening, .negation, .determiner, .divisionWord, .settlement,
                    .subjectPronoun,
                ])
                && reading.lexicon.vocabulary.forms[Int(reading.words[next])].allSatisfy {
                    !$0.tags.isDisjoint(with: .noun)
                }
                || reading.isJoinedHyphen(next)
        }
    }

    private static let homely: [StaticString] = ["based", "headquartered", "born", "lives", "resides"]

    /// Whether the noun phrase that goes on at `index`, after `'s`, is one of people who act for the place.
    private static func possessesPeople(from index: Int, until end: Int, _ reading: Reading) -> Bool {
        for position in index..<max(index, min(end, index + 5)) {
            let c = reading.classes[position]
            if c.hasAny([.person, .official]) { return !reading.isPossessive(at: position + 1) }
            if c.hasAny([.preposition, .of, .be, .have, .modal, .comma, .stop, .quote, .conjunction, .settlement])
                || c.hasAny([.divisionWord, .compass]) || reading.toponymAt[position] > 0
            {
                return false
            }
        }
        return false
    }

    private static func isPersonal(
        _ preposition: Preposition, _ start: Int, from first: Int, _ reading: Reading
    ) -> Bool {
        guard preposition == .from || preposition == .of, start > first else { return false }
        let c = reading.classes[start - 1]
        if preposition == .of { return c.hasAny([.person, .official]) }
        if c.contains(.person) { return true }
        // `who comes from X`, `originally from X`
        switch reading.document.lowercasedText(at: start - 1) {
        case "come", "comes", "came", "hails", "hailed", "hailing", "native", "originally", "originates": break
        default:
            // `he was from X`
            return c.contains(.be) && start - 2 >= first
                && reading.classes[start - 2].hasAny([.subjectPronoun, .person, .relative])
        }
        return start - 2 < first || reading.classes[start - 2].hasAny([.relative, .subjectPronoun, .person, .comma])
    }

    /// How coarse a place is: by its kind, and a region of several countries is coarser than a country.
    static func rank(_ place: Place?) -> Int {
        guard let place else { return 0 }
        return place.kind == .region && place.countryCode == nil ? 4 : rank(place.kind)
    }

    /// Settlement 0, division 1, region 2, country 3, continent 4.
    static func rank(_ kind: Place.Kind) -> Int {
        switch kind {
        case .settlement, .other: 0
        case .division: 1
        case .region, .water, .mountain: 2
        case .country: 3
        case .continent: 4
        }
    }

    /// Whether the place belongs to the words that name a speaker: before `said` in its noun phrase, or right after it.
    private static func isSource(_ use: PlaceUse, _ reading: Reading) -> Bool {
        let sentence = reading.document.sentences[use.sentence].tokens
        // After: up to a report verb with nothing but a noun phrase between.
        var position = use.tokens.upperBound
        while position < sentence.upperBound, position - use.tokens.upperBound < 9 {
            let c = reading.classes[position]
            // `in Kano state, where`: no verb.
            if c.contains(.report), !c.contains(.divisionWord) { return true }
            // `killed in X by rebels, said`
            if c.hasAny([.by, .be, .modal, .auxDo, .stop, .quote, .comma, .subordinator, .relative, .happening]) {
                break
            }
            let tags = reading.tags(at: position)
            if reading.usage(at: position, tags: tags, from: sentence.lowerBound).isVerb { break }
            position += 1
        }
        // Before: `said in Kyiv`, `told CNN from Kyiv`, `said Friday in`.
        guard use.preposition != .none, use.start > sentence.lowerBound else { return false }
        position = use.start - 1
        while position >= sentence.lowerBound, use.start - position < 7 {
            let c = reading.classes[position]
            if c.contains(.report), !c.contains(.divisionWord) {
                return !begins(whatIsSaidBy: position, before: use.start, reading)
            }
            if c.hasAny([.stop, .quote, .comma, .subordinator, .relative, .be, .modal, .happening, .have]) {
                return false
            }
            let forms = reading.lexicon.vocabulary.forms[Int(reading.words[position])]
            if !forms.isEmpty { return false }
            position -= 1
        }
        return false
    }
}
