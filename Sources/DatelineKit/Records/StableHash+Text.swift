import Tables

extension StableHash {
    /// A letter and the hash of `bytes` as 16 hexadecimal digits.
    static func name(_ letter: UInt8, _ bytes: [UInt8]) -> String {
        let hash = mixed(hash(bytes))
        return String(unsafeUninitializedCapacity: 17) { name in
            name[0] = letter
            for index in 1...16 {
                let digit = UInt8(truncatingIfNeeded: hash >> UInt64(64 - 4 * index)) & 15
                name[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 17
        }
    }

    /// The hash of a text, as 16 hexadecimal digits.
    static func hexadecimal(_ text: String) -> String {
        let digits = String(mixed(hash(text.utf8)), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
