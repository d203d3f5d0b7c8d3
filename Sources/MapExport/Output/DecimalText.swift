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
        let isWritten = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestNumber) { digits in
            guard let end = digits.write(value, decimals: decimals, at: 0) else { return false }
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<end]))
            return true
        }
        if !isWritten { append(contentsOf: "\(value)".utf8) }
        return true
    }

    package mutating func append(integer value: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestNumber) { digits in
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<digits.write(value, at: 0)]))
        }
    }
}

/// How many bytes a number takes that is written into memory, at most.
let longestNumber = 32

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes `value` from `start` on, where there is room for ``longestNumber`` bytes.
    ///
    /// - Returns: where it ends.
    func write(_ value: Int, at start: Int) -> Int {
        guard value < 0 else { return write(UInt64(value), at: start) }
        self[start] = UInt8(ascii: "-")
        return write(UInt64(value.magnitude), at: start + 1)
    }

    /// The same for a finite number with at most `decimals` places, as ``Swift/Array/append(_:decimals:)`` writes it; `nil`, and
    /// nothing is written, where it has too many digits.
    func write(_ value: Double, decimals: Int, at start: Int) -> Int? {
        let decimals = Swift.max(0, Swift.min(9, decimals))
        let scaled = (value * powersOfTen[decimals]).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 9_007_199_254_740_992 else { return nil }
        var end = start
        if scaled < 0 {
            self[end] = UInt8(ascii: "-")
            end += 1
        }
        let digits = UInt64(abs(scaled))
        let unit = UInt64(powersOfTen[decimals])
        end = write(digits / unit, at: end)
        var fraction = digits % unit
        guard fraction > 0 else { return end }
        self[end] = UInt8(ascii: ".")
        end += 1
        var left = decimals
        while fraction % 10 == 0 {
            fraction /= 10
            left -= 1
        }
        for position in stride(from: end + left - 1, through: end, by: -1) {
            self[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction % 10)
            fraction /= 10
        }
        return end + left
    }

    private func write(_ value: UInt64, at start: Int) -> Int {
        var length = 1
        var rest = value / 10
        while rest > 0 {
            rest /= 10
            length += 1
        }
        rest = value
        var position = start + length
        repeat {
            position -= 1
            self[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while position > start
        return start + length
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
