/// One size-prefixed FlatBuffer (flatbuffers.dev, "Internals"), written from front to back: a table first, then what it
/// points to.
struct FlatBuffer {
    /// A field's place in a table.
    enum Slot {
        /// The field has its default.
        case none
        case byte(UInt8)
        case short(UInt16)
        case int(Int32)
        case long(UInt64)
        /// Where something else begins, filled in by ``FlatBuffer/point(_:to:)``.
        case offset
    }

    /// The buffer, its size before it. Positions count from here, alignment too.
    private(set) var bytes: [UInt8] = []
    /// Where the slots of the last table are, 0 for those of ``Slot/none``.
    private(set) var places: [Int] = []

    init() { start() }

    /// Forgets what was written.
    mutating func start() {
        bytes.removeAll(keepingCapacity: true)
        // The size, and where the root table is.
        bytes.append(contentsOf: repeatElement(0, count: 8))
    }

    /// Ends the buffer whose root is the table at `root`. Its size is a multiple of eight.
    mutating func finish(root: Int) {
        align(8)
        point(4, to: root)
        put(UInt32(clamping: bytes.count - 4), at: 0)
    }

    /// Appends a table, and fills ``places``.
    ///
    /// - Returns: where it is.
    mutating func table(_ slots: [Slot]) -> Int {
        // The table of offsets first, so that the signed distance to it is positive.
        align(2)
        let vtable = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 4 + 2 * slots.count))
        align(8)
        let position = bytes.count
        append(Int32(clamping: position - vtable))
        places.removeAll(keepingCapacity: true)
        for (number, slot) in slots.enumerated() {
            switch slot {
            case .none:
                places.append(0)
                continue
            case .byte(let value):
                places.append(bytes.count)
                bytes.append(value)
            case .short(let value): places.append(appendAligned(value))
            case .int(let value): places.append(appendAligned(value))
            case .long(let value): places.append(appendAligned(value))
            case .offset: places.append(appendAligned(UInt32(0)))
            }
            put(UInt16(clamping: places[number] - position), at: vtable + 4 + 2 * number)
        }
        put(UInt16(clamping: 4 + 2 * slots.count), at: vtable)
        put(UInt16(clamping: bytes.count - position), at: vtable + 2)
        return position
    }

    /// Makes the offset at `slot` lead to `position`, which comes after it.
    mutating func point(_ slot: Int, to position: Int) { put(UInt32(clamping: position - slot), at: slot) }

    /// Appends a text that the offset at `slot` leads to.
    mutating func string(_ text: String, at slot: Int) {
        align(4)
        point(slot, to: bytes.count)
        append(UInt32(clamping: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
    }

    /// Appends a vector of bytes that `append` adds and the offset at `slot` leads to.
    mutating func vector(at slot: Int, _ append: (inout [UInt8]) -> Void) {
        align(4)
        let position = bytes.count
        point(slot, to: position)
        self.append(UInt32(0))
        append(&bytes)
        put(UInt32(clamping: bytes.count - position - 4), at: position)
    }

    /// Appends a vector of integers.
    mutating func vector(_ values: [UInt32], at slot: Int) {
        align(4)
        point(slot, to: bytes.count)
        append(UInt32(clamping: values.count))
        for value in values { append(value) }
    }

    /// Appends a vector of numbers, which lie at multiples of eight.
    mutating func vector(_ values: some Collection<Double>, at slot: Int) {
        align(8)
        append(UInt32(0))
        point(slot, to: bytes.count)
        append(UInt32(clamping: values.count))
        for value in values { append(value.bitPattern) }
    }

    /// Appends a vector of offsets.
    ///
    /// - Returns: their places.
    mutating func offsets(count: Int, at slot: Int) -> [Int] {
        align(4)
        point(slot, to: bytes.count)
        append(UInt32(clamping: count))
        let first = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 4 * count))
        return (0..<count).map { first + 4 * $0 }
    }

    // MARK: Parts

    private mutating func align(_ size: Int) {
        while !bytes.count.isMultiple(of: size) { bytes.append(0) }
    }

    private mutating func appendAligned<Value: FixedWidthInteger>(_ value: Value) -> Int {
        align(MemoryLayout<Value>.size)
        append(value)
        return bytes.count - MemoryLayout<Value>.size
    }

    private mutating func append(_ value: some FixedWidthInteger) { bytes.appendLittleEndian(value) }

    private mutating func put(_ value: some FixedWidthInteger, at position: Int) {
        withUnsafeBytes(of: value.littleEndian) { source in
            for (number, byte) in source.enumerated() { bytes[position + number] = byte }
        }
    }
}
