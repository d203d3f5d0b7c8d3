internal import CPROJ

/// A unit of length, by its length in metres.
public struct LengthUnit: Hashable, Sendable {
    public let name: String
    /// Metres.
    public let metres: Double

    public init(name: String, metres: Double) {
        self.name = name
        self.metres = metres
    }

    /// Metre, kilometre, statute mile (5,280 international feet), nautical mile (1,852 m), international foot.
    public static let all = [
        LengthUnit(name: "m", metres: 1), LengthUnit(name: "km", metres: 1000),
        LengthUnit(name: "mi", metres: 1609.344), LengthUnit(name: "nmi", metres: 1852),
        LengthUnit(name: "ft", metres: 0.3048),
    ]

    /// The unit called `name`: one of ``all``, one by PROJ's short name (`us-ft`), or one by its name in PROJ's database
    /// (`US survey foot`, `German legal metre`). `nil` for every other.
    public static func named(_ name: String) -> LengthUnit? {
        if let common = all.first(where: { $0.name == name }) { return common }
        guard !name.isEmpty, let context = proj_context_create() else { return nil }
        defer { proj_context_destroy(context) }
        proj_log_level(context, PJ_LOG_NONE)
        var count: Int32 = 0
        guard let list = proj_get_units_from_database(context, nil, "linear", 1, &count) else { return nil }
        defer { proj_unit_list_destroy(list) }
        let wanted = name.lowercased()
        for index in 0..<Int(count) {
            guard let unit = list[index]?.pointee, unit.conv_factor > 0 else { continue }
            let names = [unit.proj_short_name, unit.name].compactMap { $0.map { String(cString: $0) } }
            if names.contains(where: { $0.lowercased() == wanted }) {
                return LengthUnit(name: name, metres: unit.conv_factor)
            }
        }
        return nil
    }
}
