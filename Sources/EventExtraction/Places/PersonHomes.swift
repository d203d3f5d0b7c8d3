import Articles
import Gazetteers
import Geoparsing

/// Which place the persons of a text act for or are from, as the phrases that first name them say: `Malaysian Prime
/// Minister Najib Razak`, `Joe Smith, mayor of Izium`.
struct PersonHomes: Sendable {
    struct Home: Sendable {
        /// A token of the name.
        let token: Int
        /// The number of the place, or -1 where the text gave the office no state.
        let place: Int32
        /// The toponym that told of it, or -1.
        let toponym: Int
        let countryCode: String?
        /// They hold an office there.
        var isOffice: Bool
        /// The word of a state's office in front of the name, or 0, and the word in front of that: `prime minister`.
        let office: Int32
        let kind: Int32

        init(token: Int, place: Int32, toponym: Int, countryCode: String?, isOffice: Bool, _ reading: Reading) {
            (self.token, self.place, self.toponym) = (token, place, toponym)
            (self.countryCode, self.isOffice) = (countryCode, isOffice)
            let title = PersonHomes.title(before: token, reading)
            office = title.map { reading.words[$0] } ?? 0
            kind = title.map { $0 > 0 ? reading.words[$0 - 1] : 0 } ?? 0
        }
    }

    private var homes: [Home] = []

    /// More persons are not kept.
    private static let kept = 64
    /// How many words may stand between the place and the name: `Malaysian Deputy Prime Minister`.
    private static let reach = 7
    /// How many tokens of a name are taken for it.
    static let longestName = 4
    /// How many tokens before `he` or `she` the name that it takes up stands at most.
    private static let reachOfPronoun = 60

    /// Takes note of the person whom the phrase around `use` names, if it does.
    ///
    /// - Returns: whether it does.
    mutating func note(_ use: PlaceUse, _ reading: Reading) -> Bool {
        guard !use.isSource || use.preposition == .none || use.preposition == .of, reading.places[use.index] >= 0,
            let (name, isOffice) = Self.person(of: use, reading)
        else { return false }
        let country = reading.toponyms[use.index].place?.countryCode
        for token in name where homes.count < Self.kept && reading.document.tokens[token].range.count > 2 {
            if let old = find(token, reading) {
                guard old.place < 0 else { continue }
                homes.removeAll { $0.token == old.token }
            }
            homes.append(
                Home(
                    token: token, place: reading.places[use.index], toponym: use.index, countryCode: country,
                    isOffice: isOffice, reading))
        }
        return true
    }

    /// Takes note of those with an office and a name but no place: `President Asif Ali Zardari` is that of some state.
    mutating func noteTitled(in tokens: Range<Int>, _ reading: Reading) {
        var position = tokens.lowerBound
        while position + 1 < tokens.upperBound, homes.count < Self.kept {
            defer { position += 1 }
            guard Self.governs(position, reading),
                let name = Self.name(from: position + 1, until: tokens.upperBound, least: 1, reading)
            else { continue }
            for token in name where reading.document.tokens[token].range.count > 2 && find(token, reading) == nil {
                homes.append(Home(token: token, place: -1, toponym: -1, countryCode: nil, isOffice: true, reading))
            }
        }
    }

    /// Takes note of those whose names alone stand for a state that the text names anywhere: `Putin`.
    mutating func noteLeaders(in tokens: Range<Int>, _ reading: Reading) {
        for token in tokens where homes.count < Self.kept && Self.isCapitalized(token, reading) {
            guard let code = reading.lexicon.leaders.country(of: token, reading) else { continue }
            let old = find(token, reading)
            guard old == nil || old?.place ?? 0 < 0, let toponym = reading.country(with: code) else { continue }
            homes.removeAll { $0.token == old?.token }
            homes.append(
                Home(
                    token: token, place: reading.places[toponym], toponym: toponym, countryCode: code, isOffice: true,
                    reading))
        }
    }

    /// The home of who acts: a name told before, `the president` for the latest one with that office, or `he` for the latest one.
    func home(of actor: Range<Int>, _ reading: Reading) -> Home? {
        guard !homes.isEmpty, let first = actor.first else { return nil }
        var titled: Home?
        for token in actor where Self.isCapitalized(token, reading) {
            guard let home = find(token, reading) else { continue }
            if home.place >= 0 { return home }
            titled = titled ?? home
        }
        if let titled { return titled }
        if let holder = holder(of: actor, reading) { return holder }
        guard actor.count == 1, reading.has("he", at: first) || reading.has("she", at: first) else { return nil }
        for token in stride(from: first - 1, through: max(0, first - Self.reachOfPronoun), by: -1) {
            guard Self.isCapitalized(token, reading) else { continue }
            if let home = find(token, reading) { return home }
            // Somebody else.
            if reading.isName(token) { return nil }
        }
        return nil
    }

    /// The home of the one whose name has the word at `token`.
    func find(_ token: Int, _ reading: Reading) -> Home? {
        let bytes = reading.document.bytes
        let range = reading.document.tokens[token].range
        return homes.first { home in
            let other = reading.document.tokens[home.token].range
            return other.count == range.count
                && bytes[other.start..<other.end].elementsEqual(bytes[range.start..<range.end])
        }
    }

    /// The tokens of the name that goes with `use`, and whether an office does.
    private static func person(of use: PlaceUse, _ reading: Reading) -> (name: Range<Int>, isOffice: Bool)? {
        let sentence = reading.document.sentences[use.sentence].tokens
        if use.preposition == .of || use.preposition == .from, use.start > sentence.lowerBound + 1 {
            return personBefore(use.start, from: sentence.lowerBound, reading)
                ?? (use.isPersonal ? personAfter(use.tokens.upperBound, until: sentence.upperBound, reading) : nil)
        }
        return personDescribed(use.tokens.upperBound, until: sentence.upperBound, reading)
    }

    /// `Malaysian Prime Minister Najib Razak`, `Izium's mayor, Joe Smith`.
    private static func personDescribed(
        _ index: Int, until end: Int, _ reading: Reading
    ) -> (name: Range<Int>, isOffice: Bool)? {
        var position = reading.afterPossessive(index)
        // `Venezuela's Nicolas Maduro`
        if position > index, position + 1 < end, reading.isName(position), reading.isName(position + 1) {
            return name(from: position, until: end, least: 2, reading).map { ($0, true) }
        }
        var isPerson = false
        var isOffice = false
        while position < min(end, index + reach) {
            let c = reading.classes[position]
            if c.contains(.stop), isShortTitle(position - 1, reading) {
                position += 1
                continue
            }
            if isTitle(position, reading) {
                isOffice = isOffice || reading.lexicon.institutions[reading.words[position]] != .person
                isPerson = true
            } else if c.contains(.person) {
                isPerson = true
            } else if isPerson, c.contains(.comma) {
                return name(from: position + 1, until: end, least: 2, reading).map { ($0, isOffice) }
            } else if isPerson, isCapitalized(position, reading) {
                return name(from: position, until: end, least: 1, reading).map { ($0, isOffice) }
            } else if reading.document.tokens[position].kind != .word && !reading.isJoinedHyphen(position)
                || c.hasAny(barrier)
            {
                return nil
            }
            position += 1
        }
        return nil
    }

    /// `Joe Smith, the mayor of X`, `President William Ruto of X`: the name that ends before the preposition at `index`.
    private static func personBefore(
        _ index: Int, from first: Int, _ reading: Reading
    ) -> (name: Range<Int>, isOffice: Bool)? {
        var position = index - 1
        var isOffice = false
        while position > first, index - position < reach, !reading.classes[position].contains(.comma) {
            guard reading.document.tokens[position].kind == .word, !reading.classes[position].hasAny(barrier) else {
                return nil
            }
            if isTitle(position, reading) {
                isOffice = true
            } else if !isOffice, isCapitalized(position, reading) {
                break
            }
            position -= 1
        }
        guard position > first else { return nil }
        if reading.classes[position].contains(.comma) {
            guard isOffice else { return nil }
            position -= 1
        } else if isOffice {
            return nil
        }
        var start = position + 1
        while start > first, position + 1 - start < longestName, isCapitalized(start - 1, reading),
            !isTitle(start - 1, reading)
        {
            start -= 1
        }
        guard start <= position else { return nil }
        let isTitled = start > first && isTitle(start - 1, reading)
        guard isOffice || isTitled else { return nil }
        return (start..<(position + 1), true)
    }

    /// `the mayor of X, Joe Smith`.
    private static func personAfter(
        _ index: Int, until end: Int, _ reading: Reading
    ) -> (name: Range<Int>, isOffice: Bool)? {
        let hasComma = reading.classes(at: index).contains(.comma)
        return name(from: hasComma ? index + 1 : index, until: end, least: 2, reading).map { ($0, true) }
    }

    /// The capitalized words from `index` on, `nil` where they are fewer than `least`.
    private static func name(from index: Int, until end: Int, least: Int, _ reading: Reading) -> Range<Int>? {
        var last = index
        while last < end, last - index < longestName, isCapitalized(last, reading), !isTitle(last, reading) {
            last += 1
        }
        return last - index >= least ? index..<last : nil
    }

    /// A word with a capital that is no place and no date.
    static func isCapitalized(_ index: Int, _ reading: Reading) -> Bool {
        let token = reading.document.tokens[index]
        return token.kind == .word && token.isCapitalized && reading.toponymAt[index] == 0 && reading.timeAt[index] == 0
            && !reading.isAllCapitals && !reading.classes[index].hasAny(barrier)
    }

    /// `Gov. Smith`
    private static func isShortTitle(_ index: Int, _ reading: Reading) -> Bool {
        shortTitles.contains { reading.has($0, at: index) }
    }

    private static let shortTitles: [StaticString] = ["gov", "sen", "rep", "pres", "gov.", "sen.", "rep.", "pres."]

    /// `president`, `mayor`, `lawmaker`; but not `police`, `court`.
    private static func isTitle(_ index: Int, _ reading: Reading) -> Bool {
        reading.classes[index].contains(.official) || isShortTitle(index, reading)
            || reading.lexicon.institutions[reading.words[index]] == .national
            || reading.lexicon.institutions[reading.words[index]] == .local && reading.classes[index].contains(.person)
    }

    private static let barrier: WordClasses = [
        .preposition, .be, .have, .auxDo, .modal, .stop, .quote, .subordinator, .relative, .report, .negation,
        .subjectPronoun, .infinitiveTo,
    ]
}

extension Reading {
    /// The first toponym that is the country with `code`, a name before an adjective.
    func country(with code: String) -> Int? {
        func isIt(_ toponym: ResolvedToponym) -> Bool {
            toponym.place.map { $0.kind == .country && $0.countryCode == code } ?? false
        }
        return toponyms.firstIndex { $0.role == .literal && isIt($0) } ?? toponyms.firstIndex(where: isIt)
    }
}
