import Articles
import Tables

/// Finds the longest rule that matches at a token.
struct Matcher {
    let rules: RuleSet
    let stream: TokenStream
    /// The tokens that are read.
    var sentence = 0..<0
    private var sentenceEnd: Int { sentence.upperBound }
    private var sentenceStart: Int { sentence.lowerBound }

    init(rules: RuleSet, stream: TokenStream) {
        self.rules = rules
        self.stream = stream
    }

    struct Match {
        var rule: Int
        var end: Int
        var captures: [Capture]
    }

    func longest(at start: Int) -> Match? {
        if !stream.isNumber(start) {
            let id = stream.id(start)
            guard id != WordTable.unknown, rules.trie.beginsPattern[Int(id)] else { return nil }
        }
        var best: Match?
        var captures: [Capture] = []
        walk(0, start, start, &captures, &best)
        return best
    }

    private func walk(_ node: Int, _ start: Int, _ index: Int, _ captures: inout [Capture], _ best: inout Match?) {
        for position in rules.trie.accepts(node) {
            let rule = Int(rules.trie.accepts[position])
            if let best, best.end > index || best.end == index && best.rule <= rule { continue }
            if rules.rules[rule].holds(stream, start..<index, captures, sentenceStart..<sentenceEnd) {
                best = Match(rule: rule, end: index, captures: captures)
            }
        }
        guard index < sentenceEnd else { return }
        let word = stream.ids[index]
        if stream.isNumber(index) || word != WordTable.unknown && rules.trie.beginsNumber[Int(word)] {
            for position in rules.trie.readers(node) {
                let edge = rules.trie.readers[position]
                guard !edge.isAdjacent || stream.isAdjacent(index) else { continue }
                let count = captures.count
                if let end = read(edge.label, index, &captures) { walk(Int(edge.node), start, end, &captures, &best) }
                if captures.count > count { captures.removeSubrange(count...) }
            }
        }
        guard word != WordTable.unknown else { return }
        for position in rules.trie.edges(of: word, from: node) {
            let edge = rules.trie.words[position]
            if !edge.isAdjacent || stream.isAdjacent(index) {
                walk(Int(edge.node), start, index + 1, &captures, &best)
            }
        }
        let classes = rules.trie.classes(node)
        guard !classes.isEmpty else { return }
        let next = stream.id(index + 1)
        for number in rules.vocabulary.members.range(word) {
            let member = rules.vocabulary.members.values[number]
            guard member.isAlone || member.second == next else { continue }
            for position in rules.trie.edges(ofClass: member.classID, from: node, in: classes) {
                let edge = rules.trie.classes[position]
                if !edge.isAdjacent || stream.isAdjacent(index) {
                    walkEntry(Int(member.entry), Int(edge.node), start, index, &captures, &best)
                }
            }
        }
    }

    private func walkEntry(
        _ number: Int, _ node: Int, _ start: Int, _ index: Int, _ captures: inout [Capture], _ best: inout Match?
    ) {
        let head = rules.vocabulary.heads[number]
        var end = index + head.words.count
        guard end <= sentenceEnd, !head.needsCapital || stream.tokens[index].isCapitalized else { return }
        var word = Int(head.words.lowerBound)
        for position in (index + 1)..<end {
            word += 1
            if stream.ids[position] != rules.vocabulary.words[word] { return }
        }
        if head.isAbbreviation, end < sentenceEnd, stream.mark(end) == UInt8(ascii: "."), stream.isAdjacent(end) {
            end += 1
        }
        let count = captures.count
        if head.isSlot, case let entry = rules.vocabulary.entries[number],
            let slot = rules.vocabulary.slots[entry.classID]
        {
            captures.append(
                Capture(
                    slot: slot, number: Double(entry.number), text: entry.value, token: index,
                    isAmbiguous: entry.isAmbiguous))
        }
        walk(node, start, end, &captures, &best)
        if captures.count > count { captures.removeSubrange(count...) }
    }

    private func read(_ reader: PatternElement.Reader, _ index: Int, _ captures: inout [Capture]) -> Int? {
        let numbers = rules.numbers
        func take(_ slot: Slot, _ value: Int, _ end: Int) -> Int? {
            guard end <= sentenceEnd else { return nil }
            captures.append(Capture(slot: slot, number: Double(value), text: "", token: index))
            return end
        }
        switch reader {
        case .number:
            guard let (value, end) = numbers.cardinal(stream, index), end <= sentenceEnd else { return nil }
            captures.append(Capture(slot: .number, number: value, text: "", token: index))
            return end
        case .day:
            if let (value, count) = stream.digits(index), count <= 2, (1...31).contains(value) {
                if let (_, end) = numbers.ordinal(stream, index) { return take(.day, value, end) }
                return take(.day, value, index + 1)
            }
            guard let (value, end) = numbers.ordinal(stream, index), (1...31).contains(value) else { return nil }
            return take(.day, value, end)
        case .plainDay:
            guard let (value, count) = stream.digits(index), count <= 2, (1...31).contains(value) else { return nil }
            return take(.day, value, index + 1)
        case .year:
            guard let (value, end) = numbers.year(stream, index) else { return nil }
            return take(.year, value, end)
        case .shortYear:
            guard let (value, count) = stream.digits(index), count <= 4, value > 0 else { return nil }
            return take(.year, value, index + 1)
        case .twoDigits:
            guard let (value, count) = stream.digits(index), count == 2 else { return nil }
            return take(.year, value, index + 1)
        case .ordinal:
            guard let (value, end) = numbers.ordinal(stream, index) else { return nil }
            return take(.ordinal, value, end)
        case .hour:
            guard let (value, count) = stream.digits(index), count <= 2, value <= 24 else { return nil }
            return take(.hour, value, index + 1)
        case .minute:
            guard let (value, count) = stream.digits(index), count == 2, value < 60 else { return nil }
            return take(.minute, value, index + 1)
        case .clock:
            if let parts = stream.parts(index, separator: UInt8(ascii: ".")), parts.count == 2, parts[0].value <= 24,
                parts[1].count == 2, parts[1].value < 60
            {
                captures.append(Capture(slot: .hour, number: Double(parts[0].value), text: "", token: index))
                return take(.minute, parts[1].value, index + 1)
            }
            guard let (value, count) = stream.digits(index), count == 4, value / 100 <= 24, value % 100 < 60 else {
                return nil
            }
            captures.append(Capture(slot: .hour, number: Double(value / 100), text: "", token: index))
            return take(.minute, value % 100, index + 1)
        case .decade:
            guard let (value, end) = numbers.decade(stream, index) else { return nil }
            return take(.decade, value / 10, end)
        case .iso, .numeric:
            return readNumeric(reader, index, &captures)
        }
    }

    /// `2022-09-13`, `2022/09/13`; `9/13/2022`, `13.9.2022`, `13-09-2022`.
    private func readNumeric(_ reader: PatternElement.Reader, _ index: Int, _ captures: inout [Capture]) -> Int? {
        var fields: [(value: Int, count: Int)] = []
        var end = index
        if let parts = stream.parts(index, separator: UInt8(ascii: ".")), parts.count == 3 {
            guard (reader == .iso) == (parts[0].count == 4) else { return nil }
            fields = parts
            end = index + 1
        } else {
            guard let first = stream.digits(index) else { return nil }
            fields = [first]
            end = index + 1
            let mark = stream.mark(end)
            guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") else { return nil }
            while fields.count < 3, stream.mark(end) == mark, stream.isAdjacent(end), stream.isAdjacent(end + 1),
                let next = stream.digits(end + 1)
            {
                fields.append(next)
                end += 2
            }
            guard fields.count == 3 else { return nil }
        }
        guard end <= sentenceEnd, !stream.isAdjacent(index) || stream.isAdjacent(index) && isOpening(index - 1) else {
            return nil
        }
        let isYearFirst = fields[0].count == 4
        // Two digits of a year after hyphens are rather a score or a telephone number.
        let isShort = fields[2].count == 2 && stream.mark(index + 1) != UInt8(ascii: "-")
        guard isYearFirst == (reader == .iso), isYearFirst || fields[2].count == 4 || isShort else { return nil }
        var (year, month, day) = (fields[0].value, fields[1].value, fields[2].value)
        if !isYearFirst {
            (year, month, day) = (fields[2].value, fields[0].value, fields[1].value)
            if fields[2].count == 2 { year += year < 40 ? 2000 : 1900 }
            let isDayFirst = rules.isDayFirst || stream.mark(index + 1) != UInt8(ascii: "/")
            if month > 12 || isDayFirst && day <= 12 { (month, day) = (day, month) }
        }
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        captures.append(Capture(slot: .year, number: Double(year), text: "", token: index))
        captures.append(Capture(slot: .month, number: Double(month), text: "", token: index))
        captures.append(Capture(slot: .day, number: Double(day), text: "", token: index))
        return end
    }

    private func isOpening(_ index: Int) -> Bool {
        switch stream.mark(index) {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
