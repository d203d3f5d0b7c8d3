/// An image is cut off, or says what cannot be.
struct ImageDamage: Error {}

/// Reads what ``ImageWriter`` wrote. Whatever the bytes are, nothing outside them is read.
struct ImageReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// The number of words of the vocabulary, once that is read: all numbers of words are less.
    var wordCount = 0

    /// - Parameter bytes: must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(ImageDamage) -> UInt64 {
        let start = try take(8)
        return UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    }

    mutating func numbers<Number: FixedWidthInteger>(of: Number.Type) throws(ImageDamage) -> [Number]
    where Number: BitwiseCopyable {
        let size = MemoryLayout<Number>.size
        let (start, count) = try takeRecords(size)
        return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                let number = start.loadUnaligned(fromByteOffset: index * size, as: Number.self)
                buffer.initializeElement(at: index, to: Number(littleEndian: number))
            }
            initialized = count
        }
    }

    /// - Parameters:
    ///   - size: of a record in bytes.
    ///   - make: gives `nil` for a record that says what cannot be.
    @inline(__always)
    mutating func records<Record>(
        size: Int, _ make: (ImageRecord) -> Record?
    ) throws(ImageDamage) -> [Record] {
        let (start, count) = try takeRecords(size)
        var isSound = true
        let records = [Record](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                guard let record = make(ImageRecord(start: start + index * size, size: size)) else {
                    isSound = false
                    return
                }
                buffer.initializeElement(at: index, to: record)
                initialized = index + 1
            }
        }
        guard isSound else { throw ImageDamage() }
        return records
    }

    mutating func texts() throws(ImageDamage) -> [[UInt8]] {
        let lengths = try numbers(of: UInt32.self)
        let all = try numbers(of: UInt8.self)
        var texts: [[UInt8]] = []
        var start = 0
        for length in lengths {
            guard Int(length) <= all.count - start else { throw ImageDamage() }
            texts.append(Array(all[start..<(start + Int(length))]))
            start += Int(length)
        }
        guard start == all.count else { throw ImageDamage() }
        return texts
    }

    /// An array with an element for each word of the vocabulary.
    mutating func numbersOfWords<Number: FixedWidthInteger>(of type: Number.Type) throws(ImageDamage) -> [Number]
    where Number: BitwiseCopyable {
        let numbers = try numbers(of: type)
        guard numbers.count == wordCount else { throw ImageDamage() }
        return numbers
    }

    /// Numbers of words.
    mutating func words() throws(ImageDamage) -> [Int32] {
        let words = try numbers(of: Int32.self)
        let isSound = words.withUnsafeBufferPointer { words in
            var isSound = true
            for word in words { isSound = isSound && UInt32(bitPattern: word) < UInt32(truncatingIfNeeded: wordCount) }
            return isSound
        }
        guard isSound else { throw ImageDamage() }
        return words
    }

    private mutating func takeRecords(_ size: Int) throws(ImageDamage) -> (UnsafeRawPointer, Int) {
        let count = try number()
        guard count <= UInt64(Int32.max), Int(count) <= (bytes.count - position) / size else { throw ImageDamage() }
        return (try take(Int(count) * size), Int(count))
    }

    private mutating func take(_ count: Int) throws(ImageDamage) -> UnsafeRawPointer {
        guard let base = bytes.baseAddress, count <= bytes.count - position else { throw ImageDamage() }
        defer { position += count }
        return base + position
    }
}

/// A record of an image.
struct ImageRecord {
    fileprivate let start: UnsafeRawPointer
    fileprivate let size: Int

    /// The number at `offset`; 0 outside the record.
    @inline(__always)
    func number<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: Number.Type = Number.self) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= size else { return 0 }
        return Number(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// The range at `offset`; `nil` where it does not lie in `0..<count`.
    @inline(__always)
    func range(_ offset: Int, in count: Int) -> Range<Int32>? {
        let (low, high) = (number(offset, as: Int32.self), number(offset + 4, as: Int32.self))
        guard low >= 0, low <= high, Int(high) <= count else { return nil }
        return low..<high
    }

    /// The number at `offset` where it is in `0..<count`.
    @inline(__always)
    func index(_ offset: Int, in count: Int) -> Int32? {
        let number = number(offset, as: Int32.self)
        return number >= 0 && Int(number) < count ? number : nil
    }

    /// What the byte at `offset` is the number of; `nil` where it is the number of none.
    @inline(__always)
    func flag(_ offset: Int) -> Bool? {
        let byte = number(offset, as: UInt8.self)
        return byte <= 1 ? byte == 1 : nil
    }
}
