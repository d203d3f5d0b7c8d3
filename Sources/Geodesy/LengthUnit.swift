/// A unit of length, by its length in metres.
public struct LengthUnit: Hashable, Sendable {
    public let name: String
    /// Metres.
    public let metres: Double

    /// Metre, kilometre, statute mile (5,280 international feet), nautical mile (1,852 m), international foot.
    public static let all = [
        LengthUnit(name: "m", metres: 1), LengthUnit(name: "km", metres: 1000),
        LengthUnit(name: "mi", metres: 1609.344), LengthUnit(name: "nmi", metres: 1852),
        LengthUnit(name: "ft", metres: 0.3048),
    ]

    /// The unit called `name`, or `nil`.
    public static func named(_ name: String) -> LengthUnit? { all.first { $0.name == name } }
}
