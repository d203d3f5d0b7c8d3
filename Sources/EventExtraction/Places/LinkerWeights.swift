/// The coefficients of `linker.tsv`: name and weight, in log-odds.
struct LinkerWeights: Sendable {
    private let values: [Double]

    init(_ tables: [String: [UInt8]]) throws(EventExtractionError) {
        let weights = try Table.numbers("linker.tsv", in: tables, columns: 2, expected: "a number")
        var values: [Double] = []
        for key in Key.allCases {
            guard let weight = weights[key.name]?.first else {
                throw .badRow(file: "linker.tsv", line: 0, found: "no row \(key.name)", expected: "one")
            }
            values.append(weight)
        }
        self.values = values
    }

    subscript(key: Key) -> Double { values[key.rawValue] }

    /// 1 / (1 + exp(-x)), without the platform's mathematics library: the same on every machine.
    static func logistic(_ x: Double) -> Double {
        // exp by its series on x / 1024, squared ten times; exact enough for a probability of four digits.
        let clamped = max(-30, min(30, -x))
        let y = clamped / 1024
        var e = 1 + y + y * y / 2 + y * y * y / 6
        for _ in 0..<10 { e *= e }
        return 1 / (1 + e)
    }
}
