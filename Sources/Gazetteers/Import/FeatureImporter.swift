import GeoTypes

extension Importer {
    /// Whether the file at `path`, or the table in the zip there, is called as GeoJSON is.
    public static func isFeatureFile(_ path: String) throws(GazetteerError) -> Bool {
        var name = path.lowercased()
        if name.hasSuffix(".zip") { name = try TableStream.open(path).name.lowercased() }
        if name.hasSuffix(".gz") { name.removeLast(3) }
        return [".geojson", ".json", ".jsonld", ".lpf", ".geojsonl", ".ndjson", ".jsonl"].contains {
            name.hasSuffix($0)
        }
    }

    /// Reads places from GeoJSON (RFC 7946) or the Linked Places format, which is GeoJSON too.
    ///
    /// The properties are called as the columns of a table: `name`, `feature_code`, `country_code`, `admin1_code`,
    /// `admin2_code`, `population`, `alternates`. Of Linked Places `@id`, `title`, `ccodes`, `fclasses` and the toponyms of
    /// `names` are read. What is no point is taken at a point on or inside it.
    ///
    /// - Throws: ``GazetteerError`` when the file cannot be read, or at a bad feature in strict mode.
    public func readFeatures(_ path: String) throws(GazetteerError) {
        let (stream, name) = try TableStream.open(path)
        let reader = FeatureReader(stream)
        var checksum = IndexChecksum()
        while let item = try reader.next() {
            let reason: String?
            switch item {
            case .bad(let what): reason = what
            case .feature(let bytes):
                checksum.add(UnsafeRawBufferPointer(bytes))
                if let value = JSONValue(bytes) {
                    reason = try addFeature(value, number: reader.number)
                } else {
                    reason = "it is no JSON"
                }
            }
            countLine()
            if let reason { try problem(name, reader.number, reason) }
        }
        note(checksum)
    }

    private func addFeature(_ feature: JSONValue, number: Int) throws(GazetteerError) -> String? {
        guard feature["type"]?.text == "Feature" else {
            return "its type is '\(feature["type"]?.text ?? "")', not 'Feature'"
        }
        let properties = feature["properties"] ?? .null
        func text(_ key: String) -> String { properties[key]?.text ?? "" }
        let toponyms = (feature["names"]?.elements ?? []).compactMap { $0["toponym"]?.text }
        guard let name = [text("name"), text("title"), toponyms.first ?? ""].first(where: { !$0.isEmpty }) else {
            return "it has no name"
        }
        guard let geometry = feature["geometry"], geometry != .null else { return "it has no geometry" }
        guard let coordinate = FeatureGeometry.labelPoint(geometry) else {
            return "no point of its geometry '\(geometry["type"]?.text ?? "")' is a longitude and latitude"
        }
        let country = Self.country(feature, properties)
        guard country.isEmpty || country.utf8.count == 2 else { return "'\(country)' is no country code" }
        let code = text("feature_code").isEmpty ? Self.code(feature, properties) : text("feature_code")
        guard code.utf8.count <= 8 else { return "'\(code)' is no feature code" }
        let population = properties["population"] ?? .null
        let inhabitants = population == .null ? 0 : population.number ?? -1
        guard inhabitants >= 0, inhabitants < 1e15 else { return "'\(population.text ?? "")' is no population" }
        let listed = (properties["alternates"]?.elements ?? []).compactMap(\.text)
        let alternates = listed + text("alternates").split(separator: "|").map(String.init) + toponyms
        return try add(
            PlaceRow(
                id: Self.id(feature, properties) ?? String(number), name: name, coordinate: coordinate,
                featureCode: code, countryCode: country, admin1Code: text("admin1_code"),
                admin2Code: text("admin2_code"), population: Int(inhabitants), alternates: alternates))
    }

    /// The id of a feature; addresses of GeoNames are its numbers.
    private static func id(_ feature: JSONValue, _ properties: JSONValue) -> String? {
        let given = [feature["id"], feature["@id"], properties["id"]].lazy.compactMap { $0?.text }.first { !$0.isEmpty }
        guard let given else { return nil }
        for prefix in ["https://sws.geonames.org/", "http://sws.geonames.org/", "https://www.geonames.org/"]
        where given.hasPrefix(prefix) {
            let digits = given.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
            if !digits.isEmpty { return PlaceID.prefix + digits }
        }
        return given
    }

    private static func country(_ feature: JSONValue, _ properties: JSONValue) -> String {
        if let code = properties["country_code"]?.text { return code }
        let codes = (properties["ccodes"] ?? feature["ccodes"])?.elements ?? []
        return codes.count == 1 ? codes[0].text ?? "" : ""
    }

    /// A feature code for GeoNames' class of a Linked Place.
    private static func code(_ feature: JSONValue, _ properties: JSONValue) -> String {
        switch (properties["fclasses"] ?? feature["fclasses"])?.elements.first?.text {
        case "P": "PPL"
        case "A": "ADMD"
        case "H": "STM"
        case "T": "MT"
        case "L": "RGN"
        default: ""
        }
    }
}
