import Gazetteers

extension Place {
    /// Whether `other` lies in this country or region, as far as names of regions tell.
    func holds(_ other: Place) -> Bool {
        guard id != other.id, countryCode == other.countryCode, kind != other.kind else { return false }
        if kind == .country { return true }
        return featureCode == "ADM1" && admin1 != nil && admin1 == other.admin1
    }
}
