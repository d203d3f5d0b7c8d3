/// Numbers as text, the same in every format.
extension [UInt8] {
    /// Appends `value` rounded (half away from zero) to at most `decimals` places, 0...9, without trailing zeros:
    /// `37.2689`, `-0.5`, `12`. There is no negative zero.
    ///
    /// A number whose digits at that precision exceed 2^53 is written as Swift describes it, which JSON and XML
    /// Schema read too. One that is not finite writes nothing, and the result is false.
    @discardableResult
    package mutating func append(_ value: Double, decimals: Int) -> Bool {
        guard value.isFinite else { return false }
        let decimals = Swift.max(0, Swift.min(9, decimals))
        let scaled = (value * powersOfTen[decimals]).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 9_007_199_254_740_992 else {
            append(contentsOf: "\(value)".utf8)
            return true
        }
        if scaled < 0 { append(UInt8(ascii: "-")) }
        var digits = UInt64(abs(scaled))
        let unit = UInt64(powersOfTen[decimals])
        var fraction = digits % unit
        digits /= unit
        append(integer: digits)
        guard fraction > 0 else { return true }
        append(UInt8(ascii: "."))
        var left = decimals
        while fraction % 10 == 0 {
            fraction /= 10
            left -= 1
        }
        let start = count
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: left))
        for position in stride(from: start + left - 1, through: start, by: -1) {
            self[position] = UInt8(ascii: "0") + UInt8(fraction % 10)
            fraction /= 10
        }
        return true
    }

    package mutating func append(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(integer: UInt64(value.magnitude))
    }

    private mutating func append(integer value: UInt64) {
        guard value > 9 else {
            append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        var value = value
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
                value /= 10
            } while value > 0
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }
}

extension Double {
    /// The number that ``Swift/Array/append(_:decimals:)`` writes, or `nil` where it writes none.
    package func rounded(decimals: Int) -> Double? {
        guard isFinite else { return nil }
        let power = powersOfTen[Swift.max(0, Swift.min(9, decimals))]
        let scaled = (self * power).rounded(.toNearestOrAwayFromZero)
        // Both are exact, so the quotient is the double nearest to the decimal number. Adding 0 makes -0 positive.
        return abs(scaled) < 9_007_199_254_740_992 ? scaled / power + 0 : self
    }
}

private let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
