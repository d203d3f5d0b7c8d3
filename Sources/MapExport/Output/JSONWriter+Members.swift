/// Members whose name and value are written at once, which most of a record is.
extension JSONWriter {
    /// A member with a string, or null. Nothing in its name needs an escape.
    public mutating func member(_ name: StaticString, _ value: String?) {
        let isWritten = value?.utf8.withContiguousStorageIfAvailable { utf8 in
            guard escaping == .minimal, pendingNewlines == 0, Self.isPlain(utf8) else { return false }
            append(name, reserving: utf8.count + 2) { $0.write(quoted: utf8, at: $1) }
            return true
        }
        if isWritten != true {
            member(name)
            string(value)
        }
    }

    /// The same with an integer, or null.
    public mutating func member(_ name: StaticString, _ value: Int?) {
        if let value, pendingNewlines == 0 {
            append(name, reserving: longestNumber) { $0.write(value, at: $1) }
        } else {
            member(name)
            integer(value)
        }
    }

    /// Appends a member; `write` writes its value where it is told to and returns where that ends.
    @inline(__always)
    private mutating func append(
        _ name: StaticString, reserving more: Int, _ write: (UnsafeMutableBufferPointer<UInt8>, Int) -> Int
    ) {
        name.withUTF8Buffer { name in
            reserve(name.count + 4 + more)
            count = storage.withUnsafeMutableBufferPointer { [count, needsComma] storage in
                var end = count
                if needsComma {
                    storage[end] = UInt8(ascii: ",")
                    end += 1
                }
                end = storage.write(quoted: name, at: end)
                storage[end] = UInt8(ascii: ":")
                return write(storage, end + 1)
            }
        }
        needsComma = true
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes `text` between quotation marks from `start` on, where there is room for it; returns where it ends.
    @inline(__always)
    func write(quoted text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        self[start] = UInt8(ascii: "\"")
        if let base = baseAddress, let source = text.baseAddress {
            (base + start + 1).update(from: source, count: text.count)
        }
        self[start + 1 + text.count] = UInt8(ascii: "\"")
        return start + text.count + 2
    }
}
