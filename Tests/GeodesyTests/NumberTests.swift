import Foundation
import Geodesy
import TestSupport
import Testing

@Suite struct NumberTests {
    /// Against the C library, which rounds correctly, on numbers of every length.
    @Test func readingRoundsAsTheLibraryDoes() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<60_000 {
            let digits = Int.random(in: 1...24, using: &generator)
            var text = Bool.random(using: &generator) ? "-" : ""
            for _ in 0..<digits { text += String(Int.random(in: 0...9, using: &generator)) }
            let point = text.index(text.startIndex, offsetBy: Int.random(in: 1...text.count, using: &generator))
            text.insert(".", at: point)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                text += "e\(Int.random(in: -30...30, using: &generator))"
            }
            if text == "-." { continue }
            #expect(DecimalNumber.parse(text) == strtod(text, nil), "\(text)")
        }
    }

    @Test(arguments: [
        "", "-", "+", ".", "e5", "1e", "1e+", "1 ", " 1", "0x1", "inf", "nan", "1e400", "1,5", "--1", "1.2.3",
    ])
    func whatIsNoNumberIsRefused(text: String) {
        #expect(DecimalNumber.parse(text) == nil)
    }

    @Test func writingRoundsAsPrintfDoes() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<60_000 {
            let value =
                Double.random(in: -1...1, using: &generator) * [1e-9, 1e-3, 1, 360, 2e7, 1e12].randomElement(
                    using: &generator)!
            let decimals = Int.random(in: 0...15, using: &generator)
            var expected = String(format: "%.\(decimals)f", value)
            if expected.hasPrefix("-"), expected.allSatisfy({ "-0.".contains($0) }) { expected.removeFirst() }
            #expect(String(fixed: value, decimals: decimals) == expected, "\(value) \(decimals)")
        }
    }

    @Test(arguments: [
        (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (-0.0001, 3, "0.000"),
        (999.9996, 3, "1000.000"), (1e22, 3, "1e+22"), (9_007_199_254_740_992, 1, "9007199254740992.0"),
    ])
    func tiesAndEdgesAreWrittenExactly(value: Double, decimals: Int, text: String) {
        #expect(String(fixed: value, decimals: decimals) == text)
    }

    @Test func trailingZerosMayGo() {
        #expect(String(fixed: 162, decimals: 6, trimmed: true) == "162")
        #expect(String(fixed: 162.25, decimals: 6, trimmed: true) == "162.25")
    }
}
