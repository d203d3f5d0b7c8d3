/// Decimal numbers of text: an optional sign, digits with at most one point, an optional exponent. No infinities, no
/// hexadecimals, no spaces.
public enum DecimalNumber {
    /// The number that `text` is as a whole, correctly rounded; `nil` for everything else.
    public static func parse(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    /// The number that `bytes` are as a whole, correctly rounded; `nil` for everything else.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let (value, end) = prefix(bytes, from: 0), end == bytes.count else { return nil }
        return value
    }

    /// The number that begins at `start` and where it ends; `nil` when none does, or when it is beyond all doubles.
    ///
    /// Up to 19 digits are read as an integer and scaled by an exact power of ten; the quotient and its remainder decide
    /// the last bit (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990,
    /// doi:10.1145/93542.93557). What that leaves open goes to the standard library.
    public static func prefix(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (value: Double, end: Int)? {
        var index = start
        let count = bytes.count
        guard index < count else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        var digits: UInt64 = 0
        var kept = 0
        var seen = 0
        var exponent = 0
        var hasPoint = false
        var isExact = true
        while index < count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit <= 9 {
                seen += 1
                if kept < 19 {
                    digits = digits &* 10 &+ UInt64(digit)
                    if digits > 0 { kept += 1 }
                    if hasPoint { exponent -= 1 }
                } else {
                    if digit > 0 { isExact = false }
                    if !hasPoint { exponent += 1 }
                }
            } else if bytes[index] == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            index += 1
        }
        guard seen > 0 else { return nil }
        if index < count, bytes[index] | 0x20 == UInt8(ascii: "e"),
            let (written, end) = writtenExponent(bytes, from: index + 1)
        {
            exponent += written
            index = end
        }
        if isExact, let size = scaled(digits, by: exponent) { return (isNegative ? -size : size, index) }
        // Rare: more digits than a double can tell apart, or exponents far out.
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { return nil }
        return (value, index)
    }

    /// The integer after the `e`; `nil` when there is none, and the `e` means something else then.
    private static func writtenExponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, Int)? {
        var index = start
        guard index < bytes.count else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        var value = 0
        let first = index
        while index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit <= 9 {
            value = min(value * 10 + Int(digit), 100_000)
            index += 1
        }
        return index > first ? (isNegative ? -value : value, index) : nil
    }

    /// `digits` times ten to the power of `exponent`, correctly rounded; `nil` when this way cannot tell.
    private static func scaled(_ digits: UInt64, by exponent: Int) -> Double? {
        if digits == 0 { return 0 }
        guard exponent >= -22, exponent <= 22 else { return nil }
        if exponent == 0 { return Double(digits) }
        let power = powers[abs(exponent)]
        if digits < 1 << 53 { return exponent < 0 ? Double(digits) / power : Double(digits) * power }
        guard exponent < 0 else { return nil }
        // The digits are the sum of two doubles; the quotient of the first is mended by what is left.
        let high = Double(digits & ~0x7FF)
        let low = Double(digits & 0x7FF)
        let quotient = high / power
        let rest = high.addingProduct(-quotient, power) + low
        let correction = rest / power
        let sum = quotient + correction
        // How far the true value lies from the double chosen, in units of half a step.
        let off = abs(correction - (sum - quotient)) / (sum.ulp / 2)
        return off < 0.999 && sum.exponent > -900 ? sum : nil
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]
}
