import GeoTypes

/// Latitude and longitude as two angles.
enum AnglePair {
    static func parse(_ text: String, _ bytes: [UInt8]) throws(CoordinateError) -> CoordinateNotation.Parsed? {
        let (tokens, fault) = AngleTokens.read(bytes)
        if let fault {
            guard isMeant(bytes) else { return nil }
            throw CoordinateNotation.error(
                text, bytes, at: fault, expected: "latitude,longitude in degrees, such as 49.2097,37.2689")
        }
        guard tokens.contains(where: \.isNumber) else { return nil }
        // "S" and "E 5" without a second number are names, or nothing.
        guard tokens.count(where: \.isNumber) > 1 else {
            if tokens.contains(where: { $0.kind == .separator }) || tokens.count == 1 || isMeant(bytes) {
                throw CoordinateNotation.error(
                    text, bytes, at: bytes.count,
                    expected: "a latitude and a longitude, such as 49.2097,37.2689; one number is no position")
            }
            return nil
        }
        let (first, second) = try split(tokens, text, bytes)
        return try pair(first, second, text, bytes)
    }

    /// Whether a text that is no coordinate was meant as one: it begins like a number, and so does what follows a comma
    /// or a space.
    private static func isMeant(_ bytes: [UInt8]) -> Bool {
        func beginsNumber(_ part: ArraySlice<UInt8>) -> Bool {
            let trimmed = part.drop { $0 == 0x20 }
            let unsigned =
                trimmed.first == UInt8(ascii: "-") || trimmed.first == UInt8(ascii: "+") ? trimmed.dropFirst() : trimmed
            guard let first = unsigned.first else { return false }
            return (0x30...0x39).contains(first) || first == UInt8(ascii: ".")
                || ["nan", "inf", "infinity"].contains(String(decoding: unsigned, as: UTF8.self).lowercased())
        }
        let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        if parts.count == 2 {
            return parts.allSatisfy(beginsNumber)
                || parts.contains(where: beginsNumber) && parts.contains { $0.isEmpty }
        }
        // "49°" cannot begin a name; "100 Mile House" can.
        return bytes.first == UInt8(ascii: "-") || bytes.starts(with: "+".utf8)
            || beginsNumber(bytes[...]) && String(decoding: bytes, as: UTF8.self).contains { "°º˚′″".contains($0) }
    }

    /// Divides the tokens into those of two angles.
    private static func split(
        _ tokens: [AngleToken], _ text: String, _ bytes: [UInt8]
    ) throws(CoordinateError) -> (ArraySlice<AngleToken>, ArraySlice<AngleToken>) {
        let separators = tokens.indices.filter { tokens[$0].kind == .separator }
        if let first = separators.first {
            guard separators.count == 1 else {
                throw CoordinateNotation.error(
                    text, bytes, at: tokens[separators[1]].range.lowerBound,
                    expected: "one comma, between latitude and longitude; decimals take a full stop")
            }
            return (tokens[..<first], tokens[(first + 1)...])
        }
        let letters = tokens.indices.filter { tokens[$0].hemisphere != nil }
        if letters.count == 2 {
            return letters[0] == 0
                ? (tokens[..<letters[1]], tokens[letters[1]...])
                : (tokens[...letters[0]], tokens[(letters[0] + 1)...])
        }
        let degrees = tokens.indices.filter { tokens[$0].kind == .degrees }
        if letters.isEmpty, degrees.count == 2, degrees[1] > 0 {
            return (tokens[..<(degrees[1] - 1)], tokens[(degrees[1] - 1)...])
        }
        let numbers = tokens.indices.filter { tokens[$0].isNumber }
        if letters.isEmpty, numbers.count == 2, tokens.count == 2, tokens[1].spaced {
            return (tokens[..<1], tokens[1...])
        }
        if let colon = tokens.indices.dropFirst().first(where: {
            tokens[$0].isNumber && tokens[$0 - 1].kind != .colon && tokens[$0].spaced
        }), letters.isEmpty, tokens.contains(where: { $0.kind == .colon }) {
            return (tokens[..<colon], tokens[colon...])
        }
        throw CoordinateNotation.error(
            text, bytes, at: bytes.count,
            expected: "a comma between latitude and longitude, or N or S and E or W behind each")
    }

    private static func pair(
        _ first: ArraySlice<AngleToken>, _ second: ArraySlice<AngleToken>, _ text: String, _ bytes: [UInt8]
    ) throws(CoordinateError) -> CoordinateNotation.Parsed {
        func angle(_ tokens: ArraySlice<AngleToken>, end: Int) throws(CoordinateError) -> AngleText.Angle {
            do {
                return try AngleText.parse(tokens, end: end)
            } catch {
                throw CoordinateNotation.error(
                    text, bytes, at: error.range.lowerBound, length: error.range.count, expected: error.expected)
            }
        }
        func range(_ tokens: ArraySlice<AngleToken>) -> Range<Int> {
            guard let start = tokens.first?.range.lowerBound, let end = tokens.last?.range.upperBound else {
                return bytes.count..<bytes.count
            }
            return start..<end
        }
        let middle = second.first?.range.lowerBound ?? bytes.count
        let a = try angle(first, end: first.last?.range.upperBound ?? 0)
        let b = try angle(second, end: bytes.count)
        if (a.hemisphere == nil) != (b.hemisphere == nil) {
            throw CoordinateNotation.error(
                text, bytes, at: a.hemisphere == nil ? range(first).lowerBound : middle,
                length: range(a.hemisphere == nil ? first : second).count,
                expected: "a letter for the hemisphere at both angles, or at none")
        }
        let isSwapped = a.isLatitude == false
        if let one = a.isLatitude, one == b.isLatitude {
            throw CoordinateNotation.error(
                text, bytes, at: middle, length: range(second).count,
                expected: one ? "a longitude, east or west" : "a latitude, north or south")
        }
        let coordinate = try CoordinateNotation.checked(
            latitude: isSwapped ? b.degrees : a.degrees, longitude: isSwapped ? a.degrees : b.degrees, text, bytes,
            at: isSwapped ? (range(second), range(first)) : (range(first), range(second)))
        let isPlain = first.count == 1 && second.count == 1
        return CoordinateNotation.Parsed(coordinate: coordinate, notation: isPlain ? .decimal : .dms, squareSize: nil)
    }
}

extension CoordinateNotation {
    /// One angle by itself, such as the cell of a table: decimal degrees, or degrees, minutes and seconds.
    ///
    /// - Parameter isLatitude: which of the two it must be.
    /// - Throws: ``CoordinateError``.
    public static func angle(_ text: String, isLatitude: Bool) throws(CoordinateError) -> Double {
        let bytes = Array(text.utf8)
        let limit = isLatitude ? 90.0 : 180.0
        let expected =
            isLatitude ? "a latitude in -90...90 degrees" : "a longitude in -180...180 degrees"
        let (tokens, fault) = AngleTokens.read(bytes)
        if let fault { throw error(text, bytes, at: fault, expected: expected) }
        let angle: AngleText.Angle
        do {
            angle = try AngleText.parse(tokens[...], end: bytes.count)
        } catch {
            throw Self.error(
                text, bytes, at: error.range.lowerBound, length: error.range.count, expected: error.expected)
        }
        guard angle.isLatitude ?? isLatitude == isLatitude, abs(angle.degrees) <= limit else {
            throw error(text, bytes, at: 0, length: bytes.count, expected: expected)
        }
        return angle.degrees
    }
}
