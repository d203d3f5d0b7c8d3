import Tables

/// The words that the tables know, each with a number, its classes and the lemmas it may be a form of.
///
/// Look-up is by bytes, ASCII and Cyrillic letters folded, a typographic apostrophe taken for a plain one; 0 is every other word.
struct Vocabulary: Sendable {
    private var arena: [UInt8] = []
    private var starts: [Int32] = [0, 0]
    private var slots: [Int32]
    private var mask: Int
    private(set) var classes: [WordClasses] = [[]]
    private(set) var forms: [[WordForm]] = [[]]

    init() {
        slots = Array(repeating: 0, count: 1 << 13)
        mask = (1 << 13) - 1
    }

    var count: Int { classes.count }

    /// The number of `word`, which is added if it is new.
    mutating func intern(_ word: some StringProtocol) -> Int32 {
        var bytes: [UInt8] = []
        Self.fold(word.utf8, into: &bytes)
        if let found = find(bytes) { return found }
        let id = Int32(classes.count)
        arena += bytes
        starts.append(Int32(arena.count))
        classes.append([])
        forms.append([])
        if classes.count * 2 > slots.count { grow() } else { insert(id, Self.hash(bytes)) }
        return id
    }

    mutating func add(_ newClasses: WordClasses, to word: Int32) { classes[Int(word)].formUnion(newClasses) }

    mutating func addForm(_ form: WordForm, to word: Int32) {
        let index = Int(word)
        if let known = forms[index].firstIndex(where: { $0.lemma == form.lemma }) {
            forms[index][known].tags.formUnion(form.tags)
        } else {
            forms[index].append(form)
        }
    }

    /// The tags of `word` as a form of `lemma`; empty when it is none.
    func tags(of word: Int32, lemma: Int32) -> FormTags {
        for form in forms[Int(word)] where form.lemma == lemma { return form.tags }
        return []
    }

    /// The number of the word at `range` of `text`; 0 when no table knows it.
    func id(in text: [UInt8], _ range: Range<Int>, scratch: inout [UInt8]) -> Int32 {
        scratch.removeAll(keepingCapacity: true)
        Self.fold(text[range], into: &scratch)
        return find(scratch) ?? 0
    }

    private static func fold(_ source: some Sequence<UInt8>, into target: inout [UInt8]) {
        var high: UInt8 = 0
        for byte in source {
            target.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            high |= byte
        }
        guard high >= 0x80 else { return }
        CyrillicCase.lower(&target)
        guard target.contains(0xE2) || target.contains(0xCA) else { return }
        var index = 0
        while index + 2 < target.count {
            if target[index] == 0xCA, target[index + 1] == 0xBC {
                target.replaceSubrange(index..<(index + 2), with: CollectionOfOne(0x27))
            } else if target[index] == 0xE2, target[index + 1] == 0x80,
                target[index + 2] == 0x99 || target[index + 2] == 0x98
            {
                target.replaceSubrange(index..<(index + 3), with: CollectionOfOne(0x27))
            }
            index += 1
        }
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        let value = StableHash.hash(bytes)
        return Int(truncatingIfNeeded: value ^ value >> 32)
    }

    private func find(_ bytes: [UInt8]) -> Int32? {
        var slot = Self.hash(bytes) & mask
        while slots[slot] != 0 {
            let id = Int(slots[slot])
            let start = Int(starts[id])
            if Int(starts[id + 1]) - start == bytes.count {
                var same = true
                for offset in bytes.indices where arena[start + offset] != bytes[offset] {
                    same = false
                    break
                }
                if same { return slots[slot] }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ id: Int32, _ hash: Int) {
        var slot = hash & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = id
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        for id in 1..<classes.count { insert(Int32(id), Self.hash(arena[Int(starts[id])..<Int(starts[id + 1])])) }
    }
}
