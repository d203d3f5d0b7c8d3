/// Numbers as decimal text, correctly rounded.
extension [UInt8] {
    /// Appends `value` with exactly `decimals` places (0...15), or without trailing zeros, as C's `printf("%.*f")` does:
    /// the exact value of the double is rounded, ties to even. There is no negative zero. What is not finite, and sizes
    /// of 2^63 and more, are written as Swift describes them.
    public mutating func append(fixed value: Double, decimals: Int, trimmed: Bool = false) {
        let decimals = Swift.max(0, Swift.min(15, decimals))
        let size = abs(value)
        guard size < 9.2e18 else { return append(contentsOf: "\(value)".utf8) }
        let whole = size.rounded(.down)
        var integer = UInt64(whole)
        let power = unitPowers[decimals]
        // The fraction times a power of ten as an unevaluated sum of two doubles; nothing is lost.
        let fraction = size - whole
        let product = fraction * power
        let error = (-product).addingProduct(fraction, power)
        let floor = product.rounded(.down)
        var digits = UInt64(floor)
        let beyondHalf = (product - floor - 0.5) + error
        if beyondHalf > 0 || beyondHalf == 0 && (decimals == 0 ? integer : digits) & 1 == 1 { digits += 1 }
        if digits >= UInt64(power) {
            digits -= UInt64(power)
            integer += 1
        }
        var places = decimals
        if trimmed {
            while places > 0, digits % 10 == 0 {
                digits /= 10
                places -= 1
            }
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            var position = 40
            if places > 0 {
                for _ in 0..<places {
                    position -= 1
                    buffer[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digits % 10)
                    digits /= 10
                }
                position -= 1
                buffer[position] = UInt8(ascii: ".")
            }
            let isZero = integer == 0 && buffer[position...].allSatisfy { $0 <= UInt8(ascii: "0") }
            repeat {
                position -= 1
                buffer[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: integer % 10)
                integer /= 10
            } while integer > 0
            if value < 0, !isZero {
                position -= 1
                buffer[position] = UInt8(ascii: "-")
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: buffer[position...]))
        }
    }
}

extension String {
    /// `value` with exactly `decimals` places, or without trailing zeros.
    public init(fixed value: Double, decimals: Int, trimmed: Bool = false) {
        var bytes: [UInt8] = []
        bytes.append(fixed: value, decimals: decimals, trimmed: trimmed)
        self.init(decoding: bytes, as: UTF8.self)
    }
}

private let unitPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
