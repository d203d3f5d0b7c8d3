/// Which paragraphs of the chosen element are the article's.
struct BlockSelection {
    let tree: HTMLTree
    let blocks: [TextBlock]
    let title: String?

    private enum Verdict {
        case text
        /// Text only if text follows.
        case heading
        case dropped
    }

    /// The text of `range`, paragraphs apart by a blank line.
    func text(in range: Range<Int>) -> [UInt8] {
        let inside = blocks.filter { range.contains($0.node) }
        let lists = listDensity(inside)
        var kept: [(block: TextBlock, verdict: Verdict)] = []
        for block in inside {
            let verdict = verdict(block, lists: lists, isFirst: kept.isEmpty)
            if verdict != .dropped { kept.append((block, verdict)) }
        }
        while kept.last?.verdict == .heading { kept.removeLast() }
        var text: [UInt8] = []
        for (index, item) in kept.enumerated() {
            if item.verdict == .heading, index + 1 < kept.count, kept[index + 1].verdict == .heading { continue }
            if !text.isEmpty { text += [0x0A, 0x0A] }
            text += item.block.text
        }
        return text
    }

    /// The share of links in each list and table of the element.
    private func listDensity(_ inside: [TextBlock]) -> [Int: Double] {
        var sums: [Int: (all: Int, linked: Int)] = [:]
        for block in inside {
            guard let list = list(around: block.container) else { continue }
            sums[list, default: (0, 0)].all += block.text.count
            sums[list, default: (0, 0)].linked += block.linked
        }
        return sums.mapValues { Double($0.linked) / Double(max(1, $0.all)) }
    }

    private func list(around node: Int) -> Int? {
        var node = node
        var level = 0
        while node >= 0, level < 6 {
            if ["ul", "ol", "dl", "table"].contains(tree.nodes[node].name) { return node }
            node = tree.nodes[node].parent
            level += 1
        }
        return nil
    }

    private func verdict(_ block: TextBlock, lists: [Int: Double], isFirst: Bool) -> Verdict {
        let name = tree.nodes[block.container].name
        if name == "h1" || block.linkShare > 0.8 && block.text.count < 200 { return .dropped }
        let text = String(decoding: block.text.prefix(400), as: UTF8.self)
        let lower = text.lowercased()
        if let title, lower == title.lowercased() { return .dropped }
        if block.text.count < 200, BoilerplateNames.notices.contains(where: lower.hasPrefix) { return .dropped }
        if isFirst, block.text.count < 60, lower.hasPrefix("by ") { return .dropped }
        if ["h2", "h3", "h4", "h5", "h6"].contains(name) { return block.linkShare < 0.5 ? .heading : .dropped }
        if let list = list(around: block.container), let density = lists[list] {
            return density > 0.35 || block.linkShare > 0.6 ? .dropped : .text
        }
        if name == "p" || name == "blockquote" || name == "pre" {
            return block.linkShare > 0.6 ? .dropped : .text
        }
        // A bare line in a div: prose when it is long or ends like a sentence.
        if block.linkShare > 0.5 { return .dropped }
        if block.text.count >= 80 { return .text }
        return endsSentence(block.text) && block.text.count >= 25 ? .text : .dropped
    }

    private func endsSentence(_ text: [UInt8]) -> Bool {
        guard let last = text.last else { return false }
        if ".!?\")".utf8.contains(last) { return true }
        // ” ’ » … and the full stops of Chinese and Hindi.
        return ["”", "’", "»", "…", "。", "।", "！", "？"].contains {
            text.suffix(3).elementsEqual($0.utf8) || text.suffix(2).elementsEqual($0.utf8)
        }
    }
}
