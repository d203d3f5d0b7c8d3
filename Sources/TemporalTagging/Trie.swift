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

    struct WordEdge: Sendable {
        let word: Int32
        let isAdjacent: Bool
        let node: Int
    }

    struct ClassEdge: Sendable {
        let classID: Int32
        let isAdjacent: Bool
        let node: Int
    }

    struct Node: Sendable {
        /// While patterns are put in; ``finish`` sorts them into the three kinds below.
        var edges: [Edge] = []
        var words: [WordEdge] = []
        var classes: [ClassEdge] = []
        var readers: [Edge] = []
        /// Rules that end here, in the order of the table.
        var accepts: [Int] = []
    }

    private(set) var nodes: [Node] = [Node()]
    /// For every word: whether a number may begin with it. Filled by ``finish``.
    private(set) var beginsNumber: [Bool] = []
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
        for index in nodes.indices { sortEdges(of: index) }
        let count = vocabulary.table.count
        beginsPattern = Array(repeating: false, count: count)
        beginsNumber = Array(repeating: false, count: count)
        let numeric = Set(["units", "tens", "scale", "ord"].compactMap { vocabulary.knownClassID($0) })
        let first = Set(nodes[0].classes.map { Int($0.classID) })
        for entry in vocabulary.entries {
            guard let word = entry.words.first else { continue }
            if numeric.contains(entry.classID) { beginsNumber[Int(word)] = true }
            if first.contains(entry.classID) { beginsPattern[Int(word)] = true }
        }
        for apostrophe in ["'", "’", "`"] {
            let id = vocabulary.table.id(in: Array(apostrophe.utf8), .init(0, apostrophe.utf8.count))
            if id != WordTable.unknown { beginsNumber[Int(id)] = true }
        }
        for edge in nodes[0].words { beginsPattern[Int(edge.word)] = true }
        for word in 0..<count where beginsNumber[word] { beginsPattern[word] = true }
    }

    private mutating func sortEdges(of index: Int) {
        let edges = nodes[index].edges
        nodes[index].edges = []
        for edge in edges {
            switch edge.element.kind {
            case .word(let word):
                nodes[index].words.append(
                    WordEdge(word: word, isAdjacent: edge.element.isAdjacent, node: edge.node))
            case .wordClass(let id):
                nodes[index].classes.append(
                    ClassEdge(classID: Int32(id), isAdjacent: edge.element.isAdjacent, node: edge.node))
            case .reader: nodes[index].readers.append(edge)
            }
        }
        nodes[index].words.sort { $0.word < $1.word }
    }
}

extension Trie.Node {
    /// The edges of `word`, which stand together.
    func edges(of word: Int32) -> ArraySlice<Trie.WordEdge> {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].word < word { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < words.count, words[end].word == word { end += 1 }
        return words[low..<end]
    }
}
