import GeoTypes

/// References of grids: MGRS, and UTM or UPS with zone, easting and northing.
enum GridText {
    static func parse(_ text: String, _ bytes: [UInt8]) throws(CoordinateError) -> CoordinateNotation.Parsed? {
        if let square = try reference(text, bytes) { return square }
        return try zoned(text, bytes)
    }

    private static func reference(_ text: String, _ bytes: [UInt8]) throws(CoordinateError) -> CoordinateNotation
        .Parsed?
    {
        // Where each byte of the reference stands in the text.
        var offsets: [Int] = []
        var reference: [UInt8] = []
        for (offset, byte) in bytes.enumerated() where byte != 0x20 {
            offsets.append(offset)
            reference.append((0x61...0x7A).contains(byte) ? byte & ~0x20 : byte)
        }
        guard MGRS.looksLikeReference(reference) else { return nil }
        do {
            let square = try MGRS.parse(reference)
            return CoordinateNotation.Parsed(coordinate: square.centre, notation: .mgrs, squareSize: square.size)
        } catch {
            // A name of three letters, or a number with letters, is a name; a reference without digits is none.
            if reference.allSatisfy({ !(0x30...0x39).contains($0) }) { return nil }
            let offset = error.offset < offsets.count ? offsets[error.offset] : bytes.count
            throw CoordinateNotation.error(
                text, bytes, at: offset, expected: error.expected + ", as in 37U CQ 73918 52209")
        }
    }

    /// `37U 373918 5452209`, `37n 519587mE 5450632mN`, `zone 37 north 519587 5450632`.
    private static func zoned(_ text: String, _ bytes: [UInt8]) throws(CoordinateError) -> CoordinateNotation.Parsed? {
        var words = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
        func lower(_ word: ArraySlice<UInt8>) -> String { String(decoding: word, as: UTF8.self).lowercased() }
        var isSaid = false
        while let first = words.first, ["utm", "ups", "zone"].contains(lower(first)) {
            isSaid = true
            words.removeFirst()
        }
        guard let zoneWord = words.first else { return nil }
        let digits = zoneWord.prefix { (0x30...0x39).contains($0) }
        var letters = zoneWord.dropFirst(digits.count)
        var rest = words.dropFirst()
        if letters.isEmpty, let next = rest.first {
            letters = next
            rest = rest.dropFirst()
        }
        let numbers = rest.map { length($0) }
        // Small numbers are degrees: "37 N 49 E" is no grid.
        guard digits.count <= 2, numbers.count == 2, let easting = numbers[0], let northing = numbers[1],
            isSaid || easting >= 10_000
        else { return nil }
        let zone = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        func fault(_ at: ArraySlice<UInt8>, _ expected: String) -> CoordinateError {
            CoordinateNotation.error(text, bytes, at: at.startIndex, length: at.count, expected: expected)
        }
        guard digits.isEmpty || (1...60).contains(zone) else { throw fault(digits, "a zone from 1 to 60") }
        guard
            let isNorthern = try hemisphere(letters, zone: zone, easting: easting, northing: northing, fault: fault)
        else { return nil }
        let grid = UTM(zone: zone, isNorthern: isNorthern, easting: easting, northing: northing)
        guard zone == 0 || (100_000..<1_000_000).contains(easting) else {
            throw fault(rest.first ?? [], "an easting from 100000 to 999999 metres")
        }
        guard zone == 0 || (0...10_000_000).contains(northing), let coordinate = grid.coordinate else {
            throw fault(rest.last ?? [], "a northing from 0 to 10000000 metres")
        }
        return CoordinateNotation.Parsed(coordinate: coordinate, notation: .utm, squareSize: nil)
    }

    /// A number of metres, perhaps with `m`, `E`, `N` or `mE`, `mN` behind.
    private static func length(_ word: ArraySlice<UInt8>) -> Double? {
        var word = word
        if let last = word.last, "EN".utf8.contains(last & ~0x20), last & ~0x20 != 0 { word = word.dropLast() }
        if word.last.map({ $0 | 0x20 }) == UInt8(ascii: "m") { word = word.dropLast() }
        return word.withUnsafeBufferPointer { DecimalNumber.parse($0) }
    }

    /// The hemisphere that the letters behind a zone mean; `nil` when they are none.
    ///
    /// Small letters and words are hemispheres, capitals are latitude bands; `N` means the same as both. A capital `S`
    /// counts where only one reading is possible.
    private static func hemisphere(
        _ letters: ArraySlice<UInt8>, zone: Int, easting: Double, northing: Double,
        fault: (ArraySlice<UInt8>, String) -> CoordinateError
    ) throws(CoordinateError) -> Bool? {
        switch String(decoding: letters, as: UTF8.self).lowercased() {
        case "north": return true
        case "south": return false
        default: break
        }
        guard letters.count == 1, let letter = letters.first else { return nil }
        switch letter {
        case UInt8(ascii: "n"), UInt8(ascii: "N"): return true
        case UInt8(ascii: "s"): return false
        default: break
        }
        guard (0x41...0x5A).contains(letter) else { return nil }
        if zone == 0 {
            guard "ABYZ".utf8.contains(letter) else { return nil }
            return letter >= UInt8(ascii: "Y")
        }
        guard let latitudes = MGRS.latitudes(ofBand: letter) else {
            throw fault(letters, "a latitude band, C to X without I and O, or n or s")
        }
        let isNorthern = latitudes.lowerBound >= 0
        let found = UTM(zone: zone, isNorthern: isNorthern, easting: easting, northing: northing).coordinate
        let fits = found.map {
            $0.latitude >= latitudes.lowerBound - 0.01 && $0.latitude <= latitudes.upperBound + 0.01
        }
        guard letter == UInt8(ascii: "S") else {
            guard fits == true else { throw fault(letters, "the band in which the northing lies, or n or s") }
            return isNorthern
        }
        guard fits == true else { return false }
        throw fault(
            letters,
            "37s or 'south' for the southern hemisphere, or 37n for the band S (32 to 40 degrees north)"
                .replacingZone(zone))
    }
}

extension String {
    /// The advice with the zone at hand in place of 37.
    fileprivate func replacingZone(_ zone: Int) -> String {
        split(separator: "37", omittingEmptySubsequences: false).joined(separator: String(zone))
    }
}
