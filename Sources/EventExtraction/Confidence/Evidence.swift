/// What speaks for and against an event: few of the many features of ``ConfidenceModel`` are there at a time.
struct Evidence: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        /// Of the feature among ``ConfidenceModel/names``.
        var number: Int32
        var value: Double
    }

    /// The lemma of the trigger's head, which ``HeadwordWeights`` may know; 0 for none.
    var headword: Int32 = 0
    /// In the order of their numbers, without zeros.
    private(set) var entries: [Entry] = []

    init() {}

    /// - Parameters:
    ///   - values: of the features with the least numbers, from 0.
    ///   - more: how many features besides may be there at first.
    init(_ values: UnsafeMutableBufferPointer<Double>, more: Int) {
        let present = values.count { $0 != 0 }
        entries = [Entry](unsafeUninitializedCapacity: present + more) { entries, count in
            for number in values.indices where values[number] != 0 {
                entries.initializeElement(
                    at: count, to: Entry(number: Int32(truncatingIfNeeded: number), value: values[number]))
                count += 1
            }
        }
    }

    /// Adds the value of a feature with a larger number than those before.
    mutating func append(_ number: Int, _ value: Double) {
        if value != 0 { entries.append(Entry(number: Int32(truncatingIfNeeded: number), value: value)) }
    }

    /// A value for each of ``ConfidenceModel/names``; none where nothing was appended.
    var values: [Double] {
        guard !entries.isEmpty else { return [] }
        var values = [Double](repeating: 0, count: ConfidenceModel.count)
        for entry in entries { values[Int(entry.number)] = entry.value }
        return values
    }
}
