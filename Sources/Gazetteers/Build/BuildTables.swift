import Tables

/// Finds the ordinal of a GeoNames number: open addressing over ordinals, whose numbers the caller keeps.
struct NumberTable {
    /// Ordinals + 1; 0 is empty.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private var count = 0

    private func start(_ number: UInt32) -> Int {
        Int(truncatingIfNeeded: StableHash.mixed(UInt64(number))) & (slots.count - 1)
    }

    func find(_ number: UInt32, key: (UInt32) -> UInt32) -> UInt32? {
        var slot = start(number)
        while slots[slot] != 0 {
            if key(slots[slot] - 1) == number { return slots[slot] - 1 }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// False when `number` is there already.
    mutating func insert(_ number: UInt32, _ ordinal: UInt32, key: (UInt32) -> UInt32) -> Bool {
        if find(number, key: key) != nil { return false }
        if count * 4 >= slots.count * 3 { grow(key: key) }
        place(number, ordinal)
        count += 1
        return true
    }

    private mutating func place(_ number: UInt32, _ ordinal: UInt32) {
        var slot = start(number)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = ordinal + 1
    }

    private mutating func grow(key: (UInt32) -> UInt32) {
        let old = slots
        slots = [UInt32](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { place(key(entry - 1), entry - 1) }
    }
}

/// The section `texts` while it is written.
struct TextPool {
    private(set) var bytes: [UInt8] = []
    private var known: [String: UInt32] = [:]

    /// Appends a text that is there once anyway.
    mutating func append(_ text: String) throws(GazetteerError) -> UInt32 {
        guard bytes.count + text.utf8.count + 8 < Int(IndexFormat.elsewhere) else { throw .tooLarge(what: "ids") }
        let offset = UInt32(bytes.count)
        bytes.appendNumber(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
        return offset
    }

    /// The offset of a text that many rows share; ``IndexFormat/none`` for an empty one.
    mutating func shared(_ text: String) throws(GazetteerError) -> UInt32 {
        if text.isEmpty { return IndexFormat.none }
        if let offset = known[text] { return offset }
        let offset = try append(text)
        known[text] = offset
        return offset
    }

    /// The text behind an id.
    func string(_ id: UInt32) -> String? {
        guard id & IndexFormat.elsewhere != 0 else { return nil }
        return bytes.withUnsafeBytes { bytes in
            var cursor = EntryCursor(bytes, at: Int(id & ~IndexFormat.elsewhere))
            return String(decoding: cursor.text(), as: UTF8.self)
        }
    }
}

/// The section `divisions` while it is written.
struct DivisionTable {
    private var rows: [(country: String, code1: String, code2: String)] = []
    private var numbers: [String: UInt32] = [:]
    private var last: (country: String, code1: String, code2: String, number: UInt32)?
    /// Ordinals of the places that are divisions or countries, by their codes.
    private var ordinals: [String: (ordinal: UInt32, rank: String)] = [:]
    /// Names of divisions by country and code.
    var names: [String: String] = [:]

    mutating func number(_ row: PlaceRow, texts: inout TextPool) throws(GazetteerError) -> UInt32 {
        let (country, code1, code2) = (row.countryCode, row.admin1Code, row.admin2Code)
        if let last, last.code1 == code1, last.code2 == code2, last.country == country { return last.number }
        let key = country + "\t" + code1 + "\t" + code2
        if let number = numbers[key] {
            last = (country, code1, code2, number)
            return number
        }
        guard rows.count < 1 << IndexFormat.divisionBits else { throw .tooLarge(what: "over a million divisions") }
        let number = UInt32(rows.count)
        rows.append((country, code1, code2))
        numbers[key] = number
        last = (country, code1, code2, number)
        return number
    }

    /// Remembers a place that is a division or a country. Of several countries the state proper wins, else the first.
    mutating func note(_ row: PlaceRow, ordinal: UInt32) {
        let key: String
        switch row.featureCode {
        case "ADM1" where !row.admin1Code.isEmpty: key = row.countryCode + "\t" + row.admin1Code
        case "ADM2" where !row.admin2Code.isEmpty:
            key = row.countryCode + "\t" + row.admin1Code + "\t" + row.admin2Code
        case "ADM1", "ADM2", "PCLH": return
        default: key = row.countryCode
        }
        let rank = (row.featureCode == "PCLI" ? "0" : "1") + row.featureCode + row.id
        if let known = ordinals[key], known.rank <= rank { return }
        ordinals[key] = (ordinal, rank)
    }

    /// The bytes of the section.
    ///
    /// - Parameter number: the final number of the place with an ordinal.
    func bytes(texts: inout TextPool, number: (UInt32) -> UInt32) throws(GazetteerError) -> [UInt8] {
        var bytes: [UInt8] = []
        for (country, code1, code2) in rows {
            bytes.append(contentsOf: country.isEmpty ? [0, 0] : Array(country.utf8))
            bytes.append(contentsOf: [0, 0])
            bytes.appendInteger(try texts.shared(code1))
            bytes.appendInteger(try texts.shared(code2))
            let key1 = country + "\t" + code1
            bytes.appendInteger(try texts.shared(names[key1] ?? ""))
            for key in [key1, key1 + "\t" + code2, country] {
                bytes.appendInteger(ordinals[key].map { number($0.ordinal) } ?? IndexFormat.none)
            }
        }
        return bytes
    }
}

extension [UInt8] {
    mutating func appendInteger(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// LEB128.
    @inline(__always)
    mutating func appendNumber(_ value: Int) {
        var value = value
        while value >= 0x80 {
            append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        append(UInt8(truncatingIfNeeded: value))
    }

    mutating func store(_ value: some FixedWidthInteger, at offset: Int) {
        Swift.withUnsafeBytes(of: value.littleEndian) { replaceSubrange(offset..<(offset + $0.count), with: $0) }
    }
}
