/// Finds the article in a page by where its prose is: every paragraph speaks for the elements around it, the nearest most, and
/// the element that wins gives its paragraphs, without menus, links, forms and what is named as an addition. After the
/// method of Kohlschütter et al., "Boilerplate detection using shallow text features" (doi:10.1145/1718487.1718542), and of
/// the reader views of browsers.
struct BodyExtractor {
    let tree: HTMLTree
    private let blocks: [TextBlock]
    /// Bytes of prose in each node's subtree, exclusions not regarded.
    private let prose: [Int]
    private let allProse: Int

    init(_ tree: HTMLTree) {
        self.tree = tree
        blocks = TextBlock.blocks(of: tree)
        var prose = [Int](repeating: 0, count: tree.nodes.count)
        for block in blocks where block.isProse { prose[block.node] += block.text.count }
        for index in tree.nodes.indices.reversed() {
            let parent = tree.nodes[index].parent
            if parent >= 0 { prose[parent] += prose[index] }
        }
        self.prose = prose
        allProse = prose.first ?? 0
    }

    /// The text of the article, its paragraphs apart by blank lines; `nil` when the page has none.
    ///
    /// - Parameters:
    ///   - declared: the body as JSON-LD gives it, which counts when the page shows much less.
    ///   - title: left out where the page repeats it.
    func body(declared: String?, title: String?) -> [UInt8]? {
        var found = extract(byNames: true, title: title)
        if found.count < 250 {
            let again = extract(byNames: false, title: title)
            if again.count > 2 * found.count { found = again }
        }
        if let declared {
            let text = Self.plain(declared)
            if text.count > 250, found.count < text.count * 6 / 10 { return text }
        }
        return found.isEmpty ? nil : found
    }

    /// A declared body: markup in it is left out, its line ends stay.
    private static func plain(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for line in CharacterReferences.resolved(text).utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            var collapsed = CollapsedText()
            var rest = line[...]
            while let open = rest.firstIndex(of: UInt8(ascii: "<")),
                let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
            {
                collapsed.append(rest[..<open])
                collapsed.append([0x20])
                rest = rest[rest.index(after: close)...]
            }
            collapsed.append(rest)
            guard !collapsed.bytes.isEmpty else { continue }
            if !result.isEmpty { result += [0x0A, 0x0A] }
            result += collapsed.bytes
        }
        return result
    }

    // MARK: Choosing

    private func extract(byNames: Bool, title: String?) -> [UInt8] {
        let excluded = exclusions(byNames: byNames)
        let candidates = blocks.filter { !excluded[$0.node] }
        guard let root = root(of: candidates, excluded: excluded) else { return [] }
        return BlockSelection(tree: tree, blocks: candidates, title: title).text(in: roots(root, candidates))
    }

    /// Which nodes stand in something that is not the article.
    private func exclusions(byNames: Bool) -> [Bool] {
        var excluded = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            excluded[index] = node.parent >= 0 && excluded[node.parent] || isBoilerplate(index, byNames: byNames)
        }
        return excluded
    }

    private func isBoilerplate(_ index: Int, byNames: Bool) -> Bool {
        let name = tree.nodes[index].name
        guard name != "#text", name != "html", name != "body" else { return false }
        if ["script", "noscript", "head", "title", "select", "button", "option"].contains(name) { return true }
        // What holds much of the page's prose is the article, whatever it is called.
        let share = Double(prose[index]) / Double(max(1, allProse))
        if share > 0.4 { return false }
        if BoilerplateNames.elements.contains(name) { return true }
        guard byNames else { return false }
        if let role = tree[index, "role"], BoilerplateNames.roles.contains(role.lowercased()) { return true }
        if tree[index, "hidden"] != nil || tree[index, "aria-hidden"] == "true" { return true }
        if let style = tree[index, "style"]?.lowercased().filter({ $0 != " " }), style.contains("display:none") {
            return true
        }
        if tree[index, "itemprop"] == "articleBody" { return false }
        if let relation = tree[index, "rel"]?.lowercased(), relation.contains("author") || relation == "tag" {
            return true
        }
        let words = NameWords.of(tree, index)
        return words.contains(where: BoilerplateNames.words.contains)
    }

    /// The element that the paragraphs speak for most.
    private func root(of candidates: [TextBlock], excluded: [Bool]) -> Int? {
        var score = [Double](repeating: 0, count: tree.nodes.count)
        var all = [Int](repeating: 0, count: tree.nodes.count)
        var linked = [Int](repeating: 0, count: tree.nodes.count)
        for block in candidates {
            var node = block.node
            while node >= 0 {
                all[node] += block.text.count
                linked[node] += block.linked
                node = tree.nodes[node].parent
            }
            guard block.text.count >= 25, block.linkShare < 0.5 else { continue }
            let points = 1 + Double(block.commas) + min(Double(block.text.count) / 100, 3)
            var ancestor =
                ["p", "blockquote", "pre", "h2", "h3", "h4", "li"].contains(tree.nodes[block.container].name)
                ? tree.nodes[block.container].parent : block.container
            var weight = 1.0
            var level = 0
            while ancestor >= 0, level < 6 {
                score[ancestor] += points * weight
                level += 1
                weight = level == 1 ? 0.5 : 1 / Double(level * 3)
                ancestor = tree.nodes[ancestor].parent
            }
        }
        var best: (node: Int, score: Double)?
        for index in tree.nodes.indices where score[index] > 0 && !excluded[index] {
            let density = Double(linked[index]) / Double(max(1, all[index]))
            let total = (score[index] + bonus(index)) * (1 - density)
            if total > best?.score ?? 0 { best = (index, total) }
        }
        return best?.node
    }

    private func bonus(_ index: Int) -> Double {
        if tree[index, "itemprop"] == "articleBody" { return 40 }
        let name = tree.nodes[index].name
        var bonus = name == "article" ? 15.0 : name == "main" ? 8 : ["ul", "ol", "dl", "form"].contains(name) ? -10 : 0
        if NameWords.of(tree, index).contains(where: BoilerplateNames.bodyWords.contains) { bonus += 10 }
        return bonus
    }

    /// The root with those around it that hold the rest of the article: the element above is taken while the article goes on
    /// there.
    private func roots(_ root: Int, _ candidates: [TextBlock]) -> Range<Int> {
        func proseBytes(_ node: Int) -> Int {
            let range = node..<tree.nodes[node].end
            return candidates.reduce(0) { $0 + (range.contains($1.node) && $1.isProse ? $1.text.count : 0) }
        }
        var root = root
        var inside = proseBytes(root)
        var level = 0
        while level < 4, tree[root, "itemprop"] != "articleBody" {
            let parent = tree.nodes[root].parent
            guard parent > 0, tree.nodes[parent].name != "body" else { break }
            let more = proseBytes(parent)
            // A bit more is an addition of the site, much more is another article or comments.
            if more > inside + inside / 4, more < inside * 4 || tree.nodes[parent].name == "article" {
                root = parent
                inside = more
            } else if more > inside + inside / 4 {
                break
            } else {
                guard more == inside else { break }
                root = parent
            }
            level += 1
        }
        return root..<tree.nodes[root].end
    }
}
