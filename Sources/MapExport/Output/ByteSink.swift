/// Where bytes go: standard output, a file, memory.
///
/// A sink has an identity (a descriptor, a buffer), so it is a class and is passed without `inout`.
public protocol ByteSink: AnyObject {
    /// Takes `bytes`, at once or later.
    ///
    /// - Throws: ``OutputError`` when they cannot be written; what was taken before may be lost then.
    func write(_ bytes: UnsafeRawBufferPointer) throws
    /// Passes on everything taken so far.
    func flush() throws
}

extension ByteSink {
    public func flush() throws {}

    public func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    public func write(_ bytes: ArraySlice<UInt8>) throws {
        try bytes.withUnsafeBytes { try write($0) }
    }

    /// Writes the UTF-8 bytes of `text`.
    public func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }
}

/// A sink that keeps what it is given.
public final class MemorySink: ByteSink {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public func write(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

    /// The bytes as text, ill-formed UTF-8 mended with U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
