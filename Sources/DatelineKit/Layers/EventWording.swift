/// What a report says besides type, place and time, for telling whether another one tells the same.
struct EventWording: Sendable {
    private let mode: String?
    private let trigger: [UInt8]
    private let participants: Set<String>
    private let words: Set<String>

    /// Shares of the words of the shorter passage that both have: below the first nothing speaks for one event, from the
    /// second on the words alone do.
    private static let few = 0.12
    private static let many = 0.34

    init(_ event: EventRecord) {
        mode = event.mode
        // Four letters tell `explode` and `explosion` from others of their type.
        trigger = Array(event.trigger.text.lowercased().utf8.prefix(4))
        participants = Self.words(event.target ?? "").union(Self.words(event.actor ?? ""))
        words = Self.words(event.passage.text)
    }

    /// Whether two reports of one type, town and overlapping time can be of one event.
    ///
    /// - Parameter isSameTime: whether their times are the same, rather than one within the other.
    func agrees(with other: EventWording, isSameTime: Bool) -> Bool {
        if let mode, let theirs = other.mode, mode != theirs { return false }
        let shared = words.intersection(other.words).count
        let share = Double(shared) / Double(max(1, min(words.count, other.words.count)))
        let sharesTrigger = trigger == other.trigger
        let sharesParticipants = !participants.isDisjoint(with: other.participants)
        if isSameTime {
            let isContradicted = !participants.isEmpty && !other.participants.isEmpty && !sharesParticipants
            return sharesTrigger || sharesParticipants || share >= (isContradicted ? Self.many : Self.few)
        }
        return sharesTrigger && (sharesParticipants || share >= Self.many)
    }

    /// Words of at least four letters, without case.
    private static func words(_ text: String) -> Set<String> {
        var words: Set<String> = []
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.utf8.count > 3
        {
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
