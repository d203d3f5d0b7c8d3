import GeoTypes

extension Importer {
    /// Reads places as GeoNames dumps them: `allCountries`, a country, `cities500`; as a text, gzip or zip.
    ///
    /// - Throws: ``GazetteerError`` when the file cannot be read, or at a bad line in strict mode.
    public func readGeoNames(_ path: String) throws(GazetteerError) {
        try readLines(path) { line, _ throws(GazetteerError) in
            let fields = Fields(line, separator: 0x09)
            if fields.count == 1, fields[0].isEmpty { return nil }
            guard fields.count == 19 else { return "\(fields.count) fields where GeoNames has 19" }
            let (row, reason) = place(fields)
            guard let row else { return reason }
            return try add(row)
        }
    }

    private func place(_ fields: Fields) -> (PlaceRow?, String) {
        guard let number = fields.integer(0), number > 0, number < Int(IndexFormat.elsewhere) else {
            return (nil, "'\(fields.text(0))' is no GeoNames id")
        }
        guard let name = fields.valid(1), !name.isEmpty else { return (nil, "the name is empty or no UTF-8") }
        guard let latitude = fields.decimal(4), let longitude = fields.decimal(5),
            let coordinate = Coordinate(checkedLatitude: latitude, longitude: longitude)
        else { return (nil, "'\(fields.text(4)) \(fields.text(5))' is no latitude and longitude") }
        guard fields[8].isEmpty || fields[8].count == 2 else { return (nil, "'\(fields.text(8))' is no country code") }
        guard fields[14].isEmpty || fields.integer(14) != nil, (fields.integer(14) ?? 0) >= 0 else {
            return (nil, "'\(fields.text(14))' is no population")
        }
        guard fields[7].count <= 8 else { return (nil, "'\(fields.text(7))' is no feature code") }
        var row = PlaceRow(
            id: PlaceID.prefix + String(number), name: name, coordinate: coordinate, featureCode: fields.text(7),
            countryCode: fields.text(8), admin1Code: fields.text(10), admin2Code: fields.text(11),
            population: fields.integer(14) ?? 0)
        let ascii = fields[2]
        if options.alternatesColumn {
            let filter = NameFilter(allScripts: options.allScripts)
            row.alternates = Fields(fields[3], separator: 0x2C).all.filter { filter.accepts($0) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        if !ascii.isEmpty, !ascii.elementsEqual(name.utf8) {
            let spelling = String(decoding: ascii, as: UTF8.self)
            if FoldingKey.fold(spelling) != FoldingKey.fold(name), !row.alternates.contains(spelling) {
                row.alternates.append(spelling)
            }
        }
        return (row, "")
    }

    /// Reads `alternateNamesV2`: names with their languages and what they are, of places read before.
    public func readAlternateNames(_ path: String) throws(GazetteerError) {
        let filter = NameFilter(allScripts: options.allScripts)
        try readLines(path) { line, _ throws(GazetteerError) in
            let fields = Fields(line, separator: 0x09)
            if fields.count == 1, fields[0].isEmpty { return nil }
            guard fields.count >= 4 else { return "\(fields.count) fields where alternateNamesV2 has 10" }
            guard let number = fields.integer(1), number > 0, number < Int(IndexFormat.elsewhere) else {
                return "'\(fields.text(1))' is no GeoNames id"
            }
            let kind: NameKind
            switch fields.text(2) {
            case "link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny": return nil
            case "abbr": kind = .abbreviation
            default:
                guard filter.accepts(fields[3]) else { return nil }
                if fields.count > 7, fields[7].elementsEqual("1".utf8) {
                    kind = .former
                } else if fields.count > 5, fields[5].elementsEqual("1".utf8) {
                    kind = .short
                } else {
                    kind = fields.text(2) == "en" && fields[4].elementsEqual("1".utf8) ? .common : .alternate
                }
            }
            guard let name = fields.valid(3), !name.isEmpty else { return "the name is empty or no UTF-8" }
            countName(try writer.add(name: name, number: UInt32(number), kind: kind))
            return nil
        }
    }

    /// Reads `admin1CodesASCII` or `admin2Codes`: English names of divisions by code.
    public func readDivisionCodes(_ path: String) throws(GazetteerError) {
        try readLines(path) { line, _ throws(GazetteerError) in
            let fields = Fields(line, separator: 0x09)
            if fields.count == 1, fields[0].isEmpty { return nil }
            guard fields.count == 4, let number = fields.integer(3), number > 0, number < Int(IndexFormat.elsewhere)
            else {
                return "'\(fields.text(0))': expected a code, two names and a GeoNames id"
            }
            let codes = fields.text(0).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard codes.count == 2, codes[0].utf8.count == 2, let name = fields.valid(1), !name.isEmpty else {
                return "'\(fields.text(0))' is no code of a division such as UA.07"
            }
            if !codes[1].contains(".") { writer.nameDivision(country: codes[0], admin1Code: codes[1], name: name) }
            countName(try writer.add(name: name, number: UInt32(number), kind: .alternate))
            return nil
        }
    }

    /// Reads `hierarchy`: which place lies in which, where the codes of divisions do not say so.
    public func readHierarchy(_ path: String) throws(GazetteerError) {
        try readLines(path) { line, _ throws(GazetteerError) in
            let fields = Fields(line, separator: 0x09)
            if fields.count == 1, fields[0].isEmpty { return nil }
            guard fields.count >= 2, let parent = fields.integer(0), let child = fields.integer(1) else {
                return "expected the ids of a parent and a child"
            }
            if fields.count > 2, fields[2].elementsEqual("ADM".utf8) { return nil }
            let isKnown = writer.add(parent: PlaceID.prefix + String(parent), of: PlaceID.prefix + String(child))
            if !isKnown { countName(false) }
            return nil
        }
    }
}

/// Which names of a source are worth indexing.
struct NameFilter {
    var allScripts = false

    /// False for codes, links, lower-case romanisations, and scripts other than Latin and Cyrillic.
    func accepts(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count >= 2, name.count <= 400 else { return false }
        var isCode = name.count <= 4
        var isLower = true
        for index in name.indices {
            let byte = name[index]
            if byte >= 0x80 {
                (isCode, isLower) = (false, false)
                if !allScripts, byte >= 0xC0, !isKnownScript(byte, index + 1 < name.count ? name[index + 1] : 0) {
                    return false
                }
            } else {
                if !(0x41...0x5A).contains(byte) { isCode = false } else { isLower = false }
                if byte == 0x2F, index + 1 < name.count, name[index + 1] == 0x2F { return false }
            }
        }
        return !isCode && !isLower
    }

    /// Latin, marks, Cyrillic, general punctuation.
    private func isKnownScript(_ lead: UInt8, _ next: UInt8) -> Bool {
        switch lead {
        case 0xC2...0xCD, 0xD0...0xD4: true
        case 0xE1: next >= 0xB8 && next <= 0xBB
        case 0xE2: next == 0x80
        default: false
        }
    }
}

/// The fields of a line. Quotes are letters like others.
struct Fields {
    let all: [UnsafeBufferPointer<UInt8>]

    init(_ line: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        var all: [UnsafeBufferPointer<UInt8>] = []
        all.reserveCapacity(20)
        var start = 0
        for index in line.indices where line[index] == separator {
            all.append(UnsafeBufferPointer(rebasing: line[start..<index]))
            start = index + 1
        }
        all.append(UnsafeBufferPointer(rebasing: line[start...]))
        self.all = all
    }

    var count: Int { all.count }

    subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        index < all.count ? all[index] : UnsafeBufferPointer(start: nil, count: 0)
    }

    /// A field as text, with what is no UTF-8 replaced.
    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// A field as text; `nil` when it is no UTF-8.
    func valid(_ index: Int) -> String? { String(validating: self[index], as: UTF8.self) }

    func integer(_ index: Int) -> Int? {
        let field = self[index]
        guard !field.isEmpty, field.count <= 18, field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    func decimal(_ index: Int) -> Double? { self[index].isEmpty ? nil : Double(text(index)) }
}
