import Tables

extension StableHash {
    /// The hash of a text, as 16 hexadecimal digits.
    static func hexadecimal(_ text: String) -> String {
        let digits = String(mixed(hash(text.utf8)), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
