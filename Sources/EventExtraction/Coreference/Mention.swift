/// A trigger found in a sentence, with what belongs to it, before it becomes an ``Event``.
struct Mention: Sendable {
    var trigger: Int
    /// The tokens of the trigger and, among them, its head.
    var tokens: Range<Int>
    var head: Int
    var usage: Usage
    var group: VerbGroup
    var sentence: Int
    var actor: Range<Int>?
    var target: Range<Int>?
    var type: String
    var mode: String?
    var modality = Event.Modality.asserted
    var evidence = 0.0
    /// `the attack`, `this blast`: said of something that was told before.
    var isDefinite = false
    /// `since the invasion`: told in passing.
    var isBackground = false
    /// A verb of happening, a light verb or casualties go with the noun.
    var isTold = false
    /// `military operations in Ukraine`, `since the war`: spoken of rather than told.
    var isSpokenOf = false
    /// Less stands around it than its trigger asks for.
    var isThin = false
    /// Something said, by nobody who can act in public.
    var isUnpublic = false
    /// What did not happen, and nowhere and at no time that its sentence tells.
    var isIdle = false
    var killed: Int?
    var wounded: Int?
    var displaced: Int?
    var place: Link?
    var origin: Int?
    /// The toponym that told less of its place, before a later mention said more.
    var coarse: Int?
    var geoPrecision: Int?
    var time: Link?
    /// The heads of the nearest mentions of the sentence before and after this one.
    var previousHead = -1
    var nextHead = Int.max
    /// The tokens of further mentions of the same happening.
    var repeats: [Range<Int>] = []

    /// A place or time of the event with the log-odds that it is right.
    struct Link: Sendable {
        var index: Int
        var score: Double
        var isCarried = false
        /// `the south` of the country that the link names.
        var isPart = false
    }
}
