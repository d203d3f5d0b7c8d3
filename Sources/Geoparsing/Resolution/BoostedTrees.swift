/// Regression trees whose values add up: what the weights of a log-linear model cannot say, because one feature changes
/// what another means.
package struct BoostedTrees: Sendable {
    package struct Node: Sendable {
        /// The feature asked for, or -1 in a leaf.
        package var feature: Int
        /// Values up to this go to `left`.
        package var threshold: Float
        package var left: Int
        package var right: Int
        /// The value of a leaf.
        package var value: Float

        package init(feature: Int, threshold: Float, left: Int, right: Int, value: Float) {
            self.feature = feature
            self.threshold = threshold
            self.left = left
            self.right = right
            self.value = value
        }
    }

    /// The nodes of all trees, and where each tree begins.
    private(set) var nodes: [Node] = []
    private(set) var roots: [Int] = []

    package init() {}

    /// Adds a tree; `left` and `right` count from its first node, the root.
    package mutating func append(_ tree: [Node]) {
        let base = nodes.count
        roots.append(base)
        for var node in tree {
            node.left += base
            node.right += base
            nodes.append(node)
        }
    }

    /// The sum over all trees for one value a feature.
    package func score(_ values: [Float]) -> Double {
        var sum: Float = 0
        for root in roots {
            var index = root
            while nodes[index].feature >= 0 {
                index = values[nodes[index].feature] <= nodes[index].threshold ? nodes[index].left : nodes[index].right
            }
            sum += nodes[index].value
        }
        return Double(sum)
    }

    /// A table `tree`, `node`, `feature`, `threshold`, `left`, `right`, `value`; a leaf has a value only.
    package func table<Feature: ModelFeature>(_ features: Feature.Type, record: [String]) -> String {
        var lines = record.map { "# " + $0 }
        lines.append("tree\tnode\tfeature\tthreshold\tleft\tright\tvalue")
        for (tree, root) in roots.enumerated() {
            let end = tree + 1 < roots.count ? roots[tree + 1] : nodes.count
            for index in root..<end {
                let node = nodes[index]
                let fields =
                    node.feature < 0
                    ? ["", "", "", "", "\(node.value)"]
                    : [
                        Array(features.allCases)[node.feature].stringValue, "\(node.threshold)", "\(node.left - root)",
                        "\(node.right - root)", "",
                    ]
                lines.append((["\(tree)", "\(index - root)"] + fields).joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Throws: ``GeoparsingError`` for a node that leads nowhere or backwards, or an unknown feature.
    package init<Feature: ModelFeature>(
        _ text: String, name: String, features: Feature.Type
    ) throws(GeoparsingError) {
        try self.init(Array(text.utf8), name: name, features: features)
    }

    /// The same with the text in UTF-8.
    init<Feature: ModelFeature>(
        _ bytes: [UInt8], name: String, features: Feature.Type
    ) throws(GeoparsingError) {
        var names: [String: Int] = [:]
        for feature in features.allCases { names[feature.stringValue] = feature.rawValue }
        var tree: [Node] = []
        var number = -1
        var table = Table(bytes, name: name, columns: 7)
        while try table.next() {
            guard let next = table.integer(0) else { throw table.bad(0, expected: "the number of a tree") }
            if next != number {
                try close(&tree, table)
                number = next
            }
            if table.isEmpty(2), let value = Float(table.text(6)) {
                tree.append(Node(feature: -1, threshold: 0, left: 0, right: 0, value: value))
            } else if let feature = names[table.text(2)], let threshold = Float(table.text(3)),
                let left = table.integer(4), let right = table.integer(5), left > tree.count, right > tree.count
            {
                tree.append(Node(feature: feature, threshold: threshold, left: left, right: right, value: 0))
            } else {
                throw table.bad(2, expected: "a known feature and later nodes")
            }
        }
        try close(&tree, table)
    }

    private mutating func close(_ tree: inout [Node], _ table: Table) throws(GeoparsingError) {
        guard !tree.isEmpty else { return }
        guard tree.allSatisfy({ $0.feature < 0 || $0.left < tree.count && $0.right < tree.count }) else {
            throw .table(
                name: table.name, line: table.line, found: "a tree that ends", expected: "all of its nodes")
        }
        append(tree)
        tree.removeAll(keepingCapacity: true)
    }
}
