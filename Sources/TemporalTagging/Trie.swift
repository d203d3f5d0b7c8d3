import Articles

/// What a rule took from the text, or brings as a constant.
struct Capture: Sendable {
    let slot: Slot
    let number: Double
    let text: String
    /// The token it begins at; -1 for a constant of the rule.
    let token: Int
    var isAmbiguous = false
}

/// All patterns in one tree, so that a text is read once whatever the number of rules.
struct Trie: Sendable {
    struct Edge: Sendable {
        let element: PatternElement
        let node: Int
    }

    struct Node: Sendable {
        var edges: [Edge] = []
        /// Rules that end here, in the order of the table.
        var accepts: [Int] = []
        var readers = false
    }

    private(set) var nodes: [Node] = [Node()]
    /// For every word: whether a pattern may begin with it. Filled by ``finish``.
    private(set) var beginsPattern: [Bool] = []

    mutating func insert(_ sequence: [PatternElement], rule: Int) {
        var node = 0
        for element in sequence {
            if let edge = nodes[node].edges.first(where: { $0.element == element }) {
                node = edge.node
            } else {
                nodes.append(Node())
                nodes[node].edges.append(Edge(element: element, node: nodes.count - 1))
                node = nodes.count - 1
            }
        }
        if !nodes[node].accepts.contains(rule) { nodes[node].accepts.append(rule) }
    }

    mutating func finish(_ vocabulary: Vocabulary) {
        beginsPattern = Array(repeating: false, count: vocabulary.table.count)
        var classes: Set<Int> = []
        for edge in nodes[0].edges {
            switch edge.element.kind {
            case .word(let word): beginsPattern[Int(word)] = true
            case .wordClass(let id): classes.insert(id)
            case .reader:
                for name in ["units", "tens", "scale", "ord"] {
                    if let id = vocabulary.knownClassID(name) { classes.insert(id) }
                }
            }
        }
        for entry in vocabulary.entries where classes.contains(entry.classID) {
            if let first = entry.words.first { beginsPattern[Int(first)] = true }
        }
        for apostrophe in ["'", "’", "`"] {
            let id = vocabulary.table.id(in: Array(apostrophe.utf8), .init(0, apostrophe.utf8.count))
            if id != WordTable.unknown { beginsPattern[Int(id)] = true }
        }
    }
}
