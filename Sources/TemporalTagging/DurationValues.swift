/// The values of durations and sets.
enum DurationValues {
    /// `P6M`, `PXY`, `PT5H`.
    static func duration(_ draft: Draft) -> Resolved? {
        guard let unit = draft.text(.unit) else { return nil }
        var amount: String
        if let number = draft.capture(.number)?.number {
            amount = text(number)
        } else {
            amount = draft.text(.quantity) ?? "X"
        }
        if draft.text(.value) == "half" {
            amount = draft.capture(.number).map { text($0.number + 0.5) } ?? "0.5"
        }
        return Resolved(kind: .duration, value: period(amount, unit))
    }

    private static func period(_ amount: String, _ unit: String) -> String {
        switch unit {
        case "H", "S": "PT" + amount + unit
        case "TM": "PT" + amount + "M"
        case "E": "P" + amount + "DE"
        case "C": "P" + amount + "CE"
        case "WE": "P" + amount + "WE"
        case "H6":
            Int(amount).map { "P\($0 * 6)M" } ?? "PXM"
        default: "P" + amount + unit
        }
    }

    private static func text(_ number: Double) -> String {
        guard number.magnitude < 1e9 else { return "X" }
        if number == number.rounded() { return String(Int(number)) }
        // At most two decimals, without those that are 0.
        let hundredths = Int((number * 100).rounded())
        var digits = String(hundredths % 100)
        if digits.count < 2 { digits = "0" + digits }
        if digits.last == "0" { digits.removeLast() }
        return String(hundredths / 100) + "." + digits
    }

    /// `P1D`, `XXXX-WXX-5`, `XXXX-07`.
    static func set(_ draft: Draft) -> Resolved? {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        if let value = draft.text(.value) { return Resolved(kind: .set, value: value) }
        if let weekday = draft.int(.weekday) {
            return Resolved(kind: .set, value: "XXXX-WXX-\(weekday)" + (draft.text(.part).map { "T" + $0 } ?? ""))
        }
        if let month = draft.int(.month) { return Resolved(kind: .set, value: "XXXX-" + two(month)) }
        if let season = draft.int(.season), (1...4).contains(season) {
            return Resolved(kind: .set, value: "XXXX-" + ["SP", "SU", "FA", "WI"][season - 1])
        }
        if let part = draft.text(.part) { return Resolved(kind: .set, value: "XXXX-XX-XXT" + part) }
        guard let unit = draft.text(.unit) else { return nil }
        let amount = draft.capture(.number).map { text($0.number) } ?? draft.text(.quantity) ?? "1"
        return Resolved(kind: .set, value: period(amount, unit))
    }
}
