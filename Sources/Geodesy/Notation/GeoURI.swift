import GeoTypes

/// `geo:49.2097,37.2689,120;u=30` (RFC 5870). The altitude and the uncertainty are read and left aside.
enum GeoURI {
    static func parse(_ text: String, _ bytes: [UInt8]) throws(CoordinateError) -> CoordinateNotation.Parsed? {
        guard bytes.count >= 4, String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "geo:" else {
            return nil
        }
        let parameters = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        var numbers: [(value: Double, range: Range<Int>)] = []
        var start = 4
        while true {
            let end = bytes[start..<parameters].firstIndex(of: UInt8(ascii: ",")) ?? parameters
            guard let value = DecimalNumber.parse(String(decoding: bytes[start..<end], as: UTF8.self)) else {
                throw CoordinateNotation.error(
                    text, bytes, at: start, length: end - start, expected: "a number of degrees, as in geo:49.2,37.3")
            }
            numbers.append((value, start..<end))
            guard end < parameters else { break }
            start = end + 1
        }
        guard (2...3).contains(numbers.count) else {
            throw CoordinateNotation.error(
                text, bytes, at: parameters, expected: "latitude, longitude and at most an altitude")
        }
        try check(parameters: parameters, text, bytes)
        let coordinate = try CoordinateNotation.checked(
            latitude: numbers[0].value, longitude: numbers[1].value, text, bytes,
            at: (numbers[0].range, numbers[1].range))
        return CoordinateNotation.Parsed(coordinate: coordinate, notation: .geo, squareSize: nil)
    }

    /// Only WGS 84 is meant by a URI that names no other system.
    private static func check(parameters start: Int, _ text: String, _ bytes: [UInt8]) throws(CoordinateError) {
        var offset = start
        for part in bytes[start...].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).dropFirst() {
            offset = part.startIndex
            let parameter = String(decoding: part, as: UTF8.self).lowercased()
            guard !parameter.hasPrefix("crs=") || parameter == "crs=wgs84" else {
                throw CoordinateNotation.error(text, bytes, at: offset, length: part.count, expected: "crs=wgs84")
            }
        }
    }
}
