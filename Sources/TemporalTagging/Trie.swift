import Articles
import Tables

/// What a rule took from the text, or brings as a constant.
struct Capture: Sendable {
    let slot: Slot
    let number: Double
    let text: String
    /// The token it begins at; -1 for a constant of the rule.
    let token: Int
    var isAmbiguous = false
}

/// All patterns in one tree, so that a text is read once whatever the number of rules. Its edges stand in flat arrays, those
/// of a node together. A class, so that who reads it counts one reference rather than those of all arrays.
final class Trie: Sendable {
    struct Edge<Label: Sendable>: Sendable {
        let label: Label
        let isAdjacent: Bool
        let node: Int32
    }

    /// Where the edges of a node begin; they end where those of the next begin.
    private struct Starts: Sendable {
        var words: Int32 = 0
        var classes: Int32 = 0
        var readers: Int32 = 0
        var accepts: Int32 = 0
    }

    private let starts: [Starts]
    /// By the number of the word.
    let words: [Edge<Int32>]
    /// Where the root's edges of each word begin in ``words``; they end where those of the next word begin.
    private let rootWords: [Int32]
    /// By the number of the class.
    let classes: [Edge<Int32>]
    /// The same of each class in ``classes``, up to the last that the root has.
    private let rootClasses: [Int32]
    let readers: [Edge<PatternElement.Reader>]
    /// Rules that end at a node, in the order of the table.
    let accepts: [Int32]
    /// For every word: whether a number may begin with it.
    let beginsNumber: [Bool]
    /// For every word: whether a pattern may begin with it.
    let beginsPattern: [Bool]

    func words(_ node: Int) -> Range<Int> { Int(starts[node].words)..<Int(starts[node + 1].words) }
    func classes(_ node: Int) -> Range<Int> { Int(starts[node].classes)..<Int(starts[node + 1].classes) }
    func readers(_ node: Int) -> Range<Int> { Int(starts[node].readers)..<Int(starts[node + 1].readers) }
    func accepts(_ node: Int) -> Range<Int> { Int(starts[node].accepts)..<Int(starts[node + 1].accepts) }

    /// The edges of `node` for a word that the vocabulary has.
    func edges(of word: Int32, from node: Int) -> Range<Int> {
        // Most of what is asked is asked of the root, which has hundreds.
        guard node > 0 else { return Int(rootWords[Int(word)])..<Int(rootWords[Int(word) + 1]) }
        return edges(word, in: words(node), of: words)
    }

    /// The edges of `node` for a class; `all` are those of all classes.
    @inline(__always)
    func edges(ofClass id: Int32, from node: Int, in all: Range<Int>) -> Range<Int> {
        guard node == 0 else { return edges(id, in: all, of: classes) }
        guard Int(id) + 1 < rootClasses.count else { return 0..<0 }
        return Int(rootClasses[Int(id)])..<Int(rootClasses[Int(id) + 1])
    }

    /// The edges of `all` with `label`, which stand together.
    private func edges(_ label: Int32, in all: Range<Int>, of edges: [Edge<Int32>]) -> Range<Int> {
        let low = all.partitioningIndex { edges[$0].label >= label }
        var end = low
        while end < all.upperBound, edges[end].label == label { end += 1 }
        return low..<end
    }

    /// - Parameter vocabulary: holds all words of the patterns.
    init(_ builder: TrieBuilder, vocabulary: VocabularyBuilder) {
        var starts = [Starts](repeating: Starts(), count: builder.count + 1)
        var words: [(parent: Int32, value: Edge<Int32>)] = []
        var classes: [(parent: Int32, value: Edge<Int32>)] = []
        var readers: [(parent: Int32, value: Edge<PatternElement.Reader>)] = []
        for (parent, element, node) in builder.edges {
            switch element.kind {
            case .word(let word):
                words.append((parent, Edge(label: word, isAdjacent: element.isAdjacent, node: node)))
                starts[Int(parent) + 1].words += 1
            case .wordClass(let id):
                classes.append((parent, Edge(label: id, isAdjacent: element.isAdjacent, node: node)))
                starts[Int(parent) + 1].classes += 1
            case .reader(let reader):
                readers.append((parent, Edge(label: reader, isAdjacent: element.isAdjacent, node: node)))
                starts[Int(parent) + 1].readers += 1
            }
        }
        for accept in builder.accepts { starts[Int(accept.node) + 1].accepts += 1 }
        for node in 0..<builder.count {
            starts[node + 1].words += starts[node].words
            starts[node + 1].classes += starts[node].classes
            starts[node + 1].readers += starts[node].readers
            starts[node + 1].accepts += starts[node].accepts
        }
        self.starts = starts
        // Words and classes are looked for by their number, and else tried in the order of the patterns.
        self.words = Self.grouped(Self.byLabel(words), starts.map(\.words))
        self.classes = Self.grouped(Self.byLabel(classes), starts.map(\.classes))
        self.readers = Self.grouped(readers, starts.map(\.readers))
        accepts = Self.grouped(builder.accepts.map { ($0.node, $0.rule) }, starts.map(\.accepts))

        let count = vocabulary.table.count
        var rootWords = [Int32](repeating: 0, count: count + 1)
        for word in words where word.parent == 0 { rootWords[Int(word.value.label) + 1] += 1 }
        for word in 0..<count { rootWords[word + 1] += rootWords[word] }
        self.rootWords = rootWords
        let rootIDs = self.classes[..<Int(starts[1].classes)].map { Int($0.label) }
        var rootClasses = [Int32](repeating: 0, count: (rootIDs.last ?? -1) + 2)
        for id in rootIDs { rootClasses[id + 1] += 1 }
        for id in rootClasses.indices.dropFirst() { rootClasses[id] += rootClasses[id - 1] }
        self.rootClasses = rootClasses
        var beginsPattern = Array(repeating: false, count: count)
        var beginsNumber = Array(repeating: false, count: count)
        let numeric = ["units", "tens", "scale", "ord"].compactMap { vocabulary.knownClassID($0) }
        let first = Set(classes.lazy.filter { $0.parent == 0 }.map { Int($0.value.label) })
        for entry in vocabulary.entries {
            guard let word = vocabulary.firstWord(entry) else { continue }
            if numeric.contains(entry.classID) { beginsNumber[Int(word)] = true }
            if first.contains(entry.classID) { beginsPattern[Int(word)] = true }
        }
        for apostrophe in ["'", "’", "`"] {
            let id = vocabulary.table.id(in: Array(apostrophe.utf8), .init(0, apostrophe.utf8.count))
            if id != WordTable.unknown { beginsNumber[Int(id)] = true }
        }
        for word in words where word.parent == 0 { beginsPattern[Int(word.value.label)] = true }
        for word in 0..<count where beginsNumber[word] { beginsPattern[word] = true }
        self.beginsPattern = beginsPattern
        self.beginsNumber = beginsNumber
    }

    /// The same in the order of their labels, else in their order.
    private static func byLabel(
        _ pairs: [(parent: Int32, value: Edge<Int32>)]
    ) -> [(parent: Int32, value: Edge<Int32>)] {
        guard let first = pairs.first else { return [] }
        let last = pairs.reduce(first.value.label) { max($0, $1.value.label) }
        return GroupedNumbers(count: Int(last) + 1, filler: first) { body in
            for pair in pairs { body(pair.value.label, pair) }
        }.values
    }

    /// Values by their parent, else in their order; `starts` says where those of each parent begin.
    private static func grouped<Value>(_ pairs: [(parent: Int32, value: Value)], _ starts: [Int32]) -> [Value] {
        var next = starts
        var order = [Int32](repeating: 0, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            order[Int(next[Int(pair.parent)])] = Int32(truncatingIfNeeded: index)
            next[Int(pair.parent)] += 1
        }
        return order.map { pairs[Int($0)].value }
    }
}

/// The tree while patterns are put in.
struct TrieBuilder {
    private(set) var edges: [(parent: Int32, element: PatternElement, node: Int32)] = []
    private(set) var accepts: [(node: Int32, rule: Int32)] = []
    /// The last edge of each node, and of each edge the one before it at the same node; -1 for none.
    private var lastEdge: [Int32] = [-1]
    private var previous: [Int32] = []
    /// The rule accepted last at each node.
    private var lastRule: [Int32] = [-1]
    /// The root has many edges.
    private var roots: [PatternElement: Int32] = [:]

    var count: Int { lastEdge.count }

    /// Puts in all sequences that `steps` stand for, as of the rule number `rule`; rules come in their order.
    mutating func insert(_ steps: [PatternParser.Step], rule: Int) {
        insert(steps, from: 0, at: 0, isAdjacent: false, rule: Int32(truncatingIfNeeded: rule))
    }

    private mutating func insert(
        _ steps: [PatternParser.Step], from step: Int, at node: Int32, isAdjacent: Bool, rule: Int32
    ) {
        var (step, node, isAdjacent) = (step, node, isAdjacent)
        while true {
            switch steps[step] {
            case .element(let element):
                node = child(of: node, isAdjacent ? element.adjacent : element)
                isAdjacent = false
                step += 1
            case .split(let other):
                insert(steps, from: step + 1, at: node, isAdjacent: isAdjacent, rule: rule)
                step = other
            case .jump(let target): step = target
            case .opensAdjacent:
                isAdjacent = true
                step += 1
            case .closesAdjacent:
                isAdjacent = false
                step += 1
            case .end:
                // Nothing at all is no pattern.
                if node != 0, lastRule[Int(node)] != rule {
                    lastRule[Int(node)] = rule
                    accepts.append((node, rule))
                }
                return
            }
        }
    }

    private mutating func child(of node: Int32, _ element: PatternElement) -> Int32 {
        if node == 0 {
            if let known = roots[element] { return known }
        } else {
            var edge = lastEdge[Int(node)]
            while edge >= 0 {
                if edges[Int(edge)].element == element { return edges[Int(edge)].node }
                edge = previous[Int(edge)]
            }
        }
        let new = Int32(truncatingIfNeeded: lastEdge.count)
        previous.append(lastEdge[Int(node)])
        lastEdge[Int(node)] = Int32(truncatingIfNeeded: edges.count)
        edges.append((node, element, new))
        lastEdge.append(-1)
        lastRule.append(-1)
        if node == 0 { roots[element] = new }
        return new
    }
}
