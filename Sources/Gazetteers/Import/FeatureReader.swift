/// The features of a GeoJSON file one after another, in memory that holds one of them: of a collection (RFC 7946), of
/// an array, of one object a line, or a single one.
final class FeatureReader {
    /// What the file has next.
    enum Item {
        /// Valid until the next call.
        case feature(UnsafeBufferPointer<UInt8>)
        /// What is wrong with it.
        case bad(String)
    }

    static let largest = 16 << 20

    private let stream: any ByteStream
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    private var position = 0
    private var filled = 0
    private var isAtEnd = false
    /// The bytes of the object that is read.
    private var object: [UInt8] = []
    private var isTooLong = false
    /// Open brackets, and of those the ones outside the features: 1 for an array, 2 for a collection.
    private var depth = 0
    private var outside = 0
    private var isInString = false
    private var isEscaped = false
    /// The last string of a collection's own members.
    private var member: [UInt8] = []
    private var hadFeatures = false
    /// Features so far.
    private(set) var number = 0

    init(_ stream: any ByteStream) { self.stream = stream }

    deinit { buffer.deallocate() }

    /// `nil` at the end of the file.
    func next() throws(GazetteerError) -> Item? {
        object.removeAll(keepingCapacity: true)
        while true {
            if position == filled {
                guard !isAtEnd else { return nil }
                filled = try stream.read(buffer)
                position = 0
                if filled == 0 {
                    isAtEnd = true
                    guard depth > 0 || isInString else { return nil }
                    number += 1
                    return .bad("the file ends inside it")
                }
            }
            let byte = buffer[position]
            position += 1
            if let item = take(byte) { return item }
        }
    }

    private func take(_ byte: UInt8) -> Item? {
        if depth == outside, !isInString, outside != 2 || byte == UInt8(ascii: "{") {
            guard depth > 0 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else { return stray(byte) }
        }
        if depth > outside || byte == UInt8(ascii: "{") { keep(byte) }
        if isInString {
            string(byte)
            return nil
        }
        switch byte {
        case UInt8(ascii: "\""):
            isInString = true
            if depth == 1, outside == 0 { member.removeAll(keepingCapacity: true) }
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "["):
            depth += 1
            if depth == 1 { outside = 1 }
            if depth == 2, outside == 0, member.elementsEqual("features".utf8) {
                outside = 2
                hadFeatures = true
                object.removeAll(keepingCapacity: true)
                isTooLong = false
            }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard depth > 0 else { return nil }
            depth -= 1
            if depth == outside { return end() }
            if depth < outside { outside = 0 }
        default: break
        }
        return nil
    }

    /// What stands between objects: space and record separators (RFC 8142), else it is an error, told once.
    private func stray(_ byte: UInt8) -> Item? {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x1E, 0xEF, 0xBB, 0xBF, UInt8(ascii: ","): return nil
        default:
            position = filled
            isAtEnd = true
            number += 1
            return .bad("it is no JSON object")
        }
    }

    private func string(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        } else if depth == 1, outside == 0, member.count < 16 {
            member.append(byte)
        }
    }

    private func keep(_ byte: UInt8) {
        guard object.count < Self.largest else {
            isTooLong = true
            return
        }
        object.append(byte)
    }

    private func end() -> Item? {
        defer { isTooLong = false }
        // The rest of a collection after its features.
        if depth == 0, outside == 0, hadFeatures {
            hadFeatures = false
            object.removeAll(keepingCapacity: true)
            return nil
        }
        number += 1
        if isTooLong { return .bad("it takes over 16 MB") }
        return object.withUnsafeBufferPointer { .feature($0) }
    }
}
