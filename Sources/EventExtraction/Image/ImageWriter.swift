/// Writes the arrays of an image one behind the other: the number of elements, then these, all integers with their lowest byte
/// first.
struct ImageWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ range: Range<Int32>) {
        add(range.lowerBound)
        add(range.upperBound)
    }

    mutating func add(numbers: [some FixedWidthInteger]) { add(records: numbers) { $0.add($1) } }

    /// - Parameter write: writes a record, each in as many bytes.
    mutating func add<Record>(records: [Record], _ write: (inout ImageWriter, Record) -> Void) {
        add(UInt64(records.count))
        for record in records { write(&self, record) }
    }

    mutating func add(texts: [[UInt8]]) {
        add(numbers: texts.map { UInt32(truncatingIfNeeded: $0.count) })
        add(numbers: Array(texts.joined()))
    }

    /// Puts `number` in place of the eight bytes at `offset`.
    mutating func replace(at offset: Int, _ number: UInt64) {
        for place in 0..<8 { bytes[offset + place] = UInt8(truncatingIfNeeded: number >> UInt64(8 * place)) }
    }
}
