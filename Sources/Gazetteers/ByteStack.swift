/// Bytes appended to memory of a fixed size; what does not fit is dropped.
struct ByteStack {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        guard count < buffer.count else { return }
        buffer[count] = byte
        count += 1
    }

    mutating func append(contentsOf bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    var last: UInt8? { count > 0 ? buffer[count - 1] : nil }
}
