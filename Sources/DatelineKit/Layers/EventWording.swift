/// What a report says besides type, place and time, for telling whether another one tells the same.
struct EventWording: Sendable {
    private let mode: String?
    private let trigger: [UInt8]
    private let actor: Set<String>
    private let target: Set<String>
    /// Those of both.
    private let participants: Set<String>
    private let killed: Int?
    private let wounded: Int?
    private let words: Set<String>
    /// Those besides the place and the day, which all reports compared have in common.
    private let ownWords: Set<String>

    /// Shares of the words of the shorter passage that both have: below the first nothing speaks for one event, from the
    /// second on the words alone do.
    private static let few = 0.12
    private static let many = 0.34

    init(_ event: EventRecord) {
        mode = event.mode
        // Four letters tell `explode` and `explosion` from others of their type.
        trigger = Array(event.trigger.text.lowercased().utf8.prefix(4))
        (killed, wounded) = (event.killed, event.wounded)
        words = Self.words(event.passage.text)
        var common = Self.anybody
        if let location = event.location {
            common.formUnion(Self.words(location.place.name))
            common.formUnion(Self.words(location.asWritten))
        }
        actor = Self.words(event.actor ?? "", least: 3).subtracting(common)
        target = Self.words(event.target ?? "", least: 3).subtracting(common)
        participants = actor.union(target)
        ownWords = words.subtracting(common).subtracting(Self.words(event.trigger.text)).filter {
            $0.utf8.contains { $0 > 0x39 }
        }
    }

    /// Whether two reports of one type, town and overlapping time can be of one event.
    ///
    /// - Parameter isSameTime: whether their times are the same, rather than one within the other.
    func agrees(with other: EventWording, isSameTime: Bool) -> Bool {
        if let mode, let theirs = other.mode, mode != theirs { return false }
        let share = Self.share(words, other.words)
        let sharesTrigger = trigger == other.trigger
        let sharesParticipants = !participants.isDisjoint(with: other.participants)
        guard isSameTime else { return sharesTrigger && (sharesParticipants || share >= Self.many) }
        // The town and the day are the same in all that is compared, and speak for nothing.
        let ownShare = Self.share(ownWords, other.ownWords)
        if isContradicted(by: other) { return ownShare >= Self.many }
        let isUnlike = !participants.isEmpty && !other.participants.isEmpty && !sharesParticipants
        return sharesTrigger || sharesParticipants || Self.agree(killed, other.killed) == true
            || ownShare >= (isUnlike ? Self.many : Self.few)
    }

    /// Whether others did it to others, or others did it and other numbers of people died: two attacks in one town on one day.
    private func isContradicted(by other: EventWording) -> Bool {
        let (sameActor, sameTarget) = (Self.agree(actor, other.actor), Self.agree(target, other.target))
        if sameActor == true || sameTarget == true { return false }
        let differences = [sameActor, sameTarget, Self.agree(killed, other.killed), Self.agree(wounded, other.wounded)]
        // The same number of dead tells one event in other words.
        if differences.contains(true) { return false }
        return differences.count { $0 == false } > 1
    }

    /// `nil` where one does not tell.
    private static func agree(_ a: Set<String>, _ b: Set<String>) -> Bool? {
        a.isEmpty || b.isEmpty ? nil : !a.isDisjoint(with: b)
    }

    private static func agree(_ a: Int?, _ b: Int?) -> Bool? { a.flatMap { a in b.map { $0 == a } } }

    /// The share of the words of the shorter passage that both have, 0...1.
    private static func share(_ a: Set<String>, _ b: Set<String>) -> Double {
        Double(a.intersection(b).count) / Double(max(1, min(a.count, b.count)))
    }

    /// Words that say nothing of who it was, what befell them, and the days, which are compared as such.
    private static let anybody: Set<String> = [
        "the", "and", "for", "its", "his", "her", "who", "one", "two", "six", "ten", "people", "person", "persons",
        "others", "other", "least", "more", "than", "some", "several", "many", "dozens",
        "hundreds", "thousands", "three", "four", "five", "seven", "eight", "nine", "eleven", "twelve", "dozen",
        "another", "were", "that", "with", "from", "have", "been", "said", "after", "when", "which", "this", "their",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december", "killed", "wounded",
        "injured",
    ]

    /// Words of at least four letters, or of `least`, without case.
    private static func words(_ text: String, least: Int = 4) -> Set<String> {
        var words: Set<String> = []
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        where word.utf8.count >= least {
            words.insert(String(word))
        }
        return words
    }
}

/// Wordings of the reports compared last: those of all would take more memory than the reports.
struct WordingCache {
    private let store: EventStore
    private var known: [Int32: EventWording] = [:]
    private static let most = 4_096

    init(_ store: EventStore) { self.store = store }

    mutating func of(_ event: Int32) -> EventWording {
        if let wording = known[event] { return wording }
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        let wording = store.wording(event)
        known[event] = wording
        return wording
    }
}
