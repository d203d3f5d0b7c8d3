/// A paragraph of a page: text without a block element inside.
struct TextBlock {
    /// The block element that it stands in.
    var container: Int
    /// The first text node.
    var node: Int
    var text: [UInt8]
    /// How many of the bytes are in links.
    var linked: Int

    var linkShare: Double { text.isEmpty ? 0 : Double(linked) / Double(text.count) }

    /// Whether it reads like prose: long enough, and not mostly links.
    var isProse: Bool { text.count >= 50 && linkShare < 0.4 }

    var commas: Int {
        var count = 0
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: ",") {
                count += 1
            } else if byte == 0xE3 || byte == 0xEF || byte == 0xD8, index + 2 < text.count {
                // The commas of Chinese, Japanese and Arabic.
                if byte == 0xE3, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0x80 { count += 1 }
                if byte == 0xEF, text[index + 1] == 0xBC, text[index + 2] == 0x8C { count += 1 }
                if byte == 0xD8, text[index + 1] == 0x8C { count += 1 }
            }
        }
        return count
    }

    static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
        "label", "nobr", "br", "img", "#text",
    ]

    /// The paragraphs of a page in order.
    static func blocks(of tree: HTMLTree) -> [TextBlock] {
        var blocks: [TextBlock] = []
        // For each node: the nearest block element, and whether it stands in a link.
        var block = [Int](repeating: 0, count: tree.nodes.count)
        var isLinked = [Bool](repeating: false, count: tree.nodes.count)
        var text = CollapsedText()
        var linked = 0
        var container = 0
        var first = 0
        var breaks = 0
        func close() {
            if text.count > 0 {
                blocks.append(TextBlock(container: container, node: first, text: Array(text.bytes), linked: linked))
            }
            text = CollapsedText()
            linked = 0
            breaks = 0
        }
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            let isInline = inline.contains(node.name)
            block[index] = isInline && node.parent >= 0 ? block[node.parent] : index
            isLinked[index] =
                node.parent >= 0 && isLinked[node.parent] || node.name == "a" && tree[index, "href"] != nil
            guard isInline else {
                close()
                continue
            }
            if node.name == "br" {
                breaks += 1
                if breaks >= 2 { close() } else { text.append([0x20]) }
                continue
            }
            guard !node.text.isEmpty else { continue }
            let bytes = tree.text[node.text]
            let isBlank = !bytes.contains { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }
            if !isBlank {
                breaks = 0
                if block[index] != container { close() }
                if text.count == 0 { (container, first) = (block[index], index) }
            }
            let before = text.count
            text.append(bytes)
            if isLinked[index] { linked += text.count - before }
        }
        close()
        return blocks
    }
}
