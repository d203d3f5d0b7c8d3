internal import Articles
import Tables

/// The sketches of many articles, in pieces of a fixed size: ``TextSketch/size`` hashes each.
struct Sketches: Sendable {
    private var hashes = Chunks<UInt32>()
    private var counts: [UInt8] = []
    /// Where they are once they are not in memory.
    private var away: (spill: Spill, start: Int)?

    /// How many there are.
    var count: Int { counts.count }

    /// Adds a sketch of at most ``TextSketch/size`` hashes.
    mutating func append(_ sketch: TextSketch) {
        for hash in sketch.hashes.prefix(TextSketch.size) { hashes.append(hash) }
        for _ in sketch.hashes.count..<max(sketch.hashes.count, TextSketch.size) { hashes.append(0) }
        counts.append(UInt8(clamping: min(sketch.hashes.count, TextSketch.size)))
    }

    /// The hashes of one, in ascending order.
    subscript(number: Int) -> ArraySlice<UInt32> {
        hashes.slice(number * TextSketch.size, count: Int(counts[number]))
    }

    /// The hashes that several of these sketches have, in ascending order: few, and all would take much of the memory of a map.
    func common() -> [UInt32] {
        // All hashes at once would take as much memory again.
        let parts: UInt64 = count < 1_000 ? 1 : 16
        let width = (1 << 32) / parts
        var common: [UInt32] = []
        var all: [UInt32] = []
        for part in 0..<parts {
            all.removeAll(keepingCapacity: true)
            let range = part * width..<(part + 1) * width
            for number in counts.indices {
                for hash in self[number] where range.contains(UInt64(hash)) { all.append(hash) }
            }
            all.sort()
            for run in all.runs(where: ==) where run.count > 1 { common.append(run[run.startIndex]) }
        }
        return common
    }

    /// ``TextSketch/resemblance(_:)`` of two of them, where it is `least` or more; else `nil`.
    func resemblance(_ a: Int, _ b: Int, least: Double) -> Double? {
        let size = TextSketch.size
        let needed = Int((least * Double(size)).rounded(.up))
        return self[a].withUnsafeBufferPointer { a in
            self[b].withUnsafeBufferPointer { b in
                var (i, j) = (0, 0)
                var (union, common) = (0, 0)
                // While there would be enough in common, if all that is left were.
                while i < a.count, j < b.count, union < size, common + size - union >= needed {
                    let (x, y) = (a[i], b[j])
                    union += 1
                    common += x == y ? 1 : 0
                    i += x <= y ? 1 : 0
                    j += y <= x ? 1 : 0
                }
                union = min(size, union + (a.count - i) + (b.count - j))
                let found = union == 0 ? 0 : Double(common) / Double(union)
                return found >= least ? found : nil
            }
        }
    }

    // MARK: Away from memory

    /// Hands all of them over to `spill`, from where ``shared(_:_:)`` reads them again.
    mutating func putAway(in spill: Spill) throws {
        for number in counts.indices {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(Self.entrySize)
            for hash in self[number] {
                for shift in stride(from: UInt32(0), to: 32, by: 8) {
                    bytes.append(UInt8(truncatingIfNeeded: hash >> shift))
                }
            }
            bytes.append(contentsOf: repeatElement(0, count: Self.entrySize - bytes.count))
            let offset = try spill.append(bytes)
            if number == 0 { away = (spill, offset) }
        }
        hashes = Chunks()
    }

    /// Bytes of a sketch in a spill; with the length before them a multiple of ``Spill/grain``.
    private static let entrySize = (TextSketch.size * 4 + 4 + Spill.grain - 1) / Spill.grain * Spill.grain - 4

    private func all(_ number: Int) -> [UInt32] {
        guard let away else { return Array(self[number]) }
        let bytes = away.spill.entry(at: away.start + number * (Self.entrySize + 4)).bytes
        // After a failure there are none.
        return (0..<min(Int(counts[number]), bytes.count / 4)).map { place in
            (0..<4).reversed().reduce(0) { $0 << 8 | UInt32(bytes[place * 4 + $1]) }
        }
    }

    /// How many hashes two of them share.
    func shared(_ a: Int, _ b: Int) -> Int {
        let known = Set(all(a))
        return all(b).count(where: known.contains)
    }
}

/// The places of hashes in a sorted list, found by their upper halves.
struct HashPlaces {
    private let hashes: [UInt32]
    /// For each upper half the first of ``hashes`` that has it or a greater one.
    private var starts: [Int32]

    /// - Parameter hashes: in ascending order, without repetitions.
    init(_ hashes: [UInt32]) {
        self.hashes = hashes
        starts = [Int32](repeating: 0, count: 1 << 16 + 1)
        for hash in hashes { starts[Int(hash >> 16) + 1] += 1 }
        for half in 1..<starts.count { starts[half] += starts[half - 1] }
    }

    subscript(hash: UInt32) -> Int? {
        let (start, end) = (Int(starts[Int(hash >> 16)]), Int(starts[Int(hash >> 16) + 1]))
        let found = hashes[start..<end].partitioningIndex { $0 >= hash }
        return found < end && hashes[found] == hash ? found : nil
    }
}
