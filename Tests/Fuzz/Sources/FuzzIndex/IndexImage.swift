import Gazetteers

/// Bytes of an index whose header's checksum is right, whatever else is wrong.
enum IndexImage {
    /// A small sound index: all kinds of names, ids that are no numbers, divisions, parents by code.
    static let sound: [UInt8] = {
        var tables = GazetteerTables()
        let places = """
            id\tname\tlatitude\tlongitude\tfeature_code\tcountry_code\tadmin1_code\tpopulation\talternates
            geonames:707292\tIzium\t49.2097\t37.2689\tPPL\tUA\t07\t45884\tИзюм|Ізюм|Izyum
            geonames:706483\tKharkiv\t49.98081\t36.25272\tPPLA\tUA\t07\t1430885\tХарків|Kharkov
            geonames:2110394\tFunafuti\t-8.52425\t179.19417\tPPLC\tTV\t\t4492\t
            geonames:4180439\tNew York City of the West\t33.749\t-84.38798\tPPL\tUS\tGA\t498715\tNYC West
            dateline:donbas\tDonbas\t48.1\t38.3\tRGN\tUA\t\t3000000000\tDonbass|Донбас
            x:1\tÉvry-sur-Seine\t90\t-180\tPPL\tFR\t\t0\tEvry
            """
        let names = "name\tplace_id\tkind\nIzyumsky\tgeonames:707292\tdemonym\nIz.\tgeonames:707292\tabbreviation\n"
        _ = try? tables.read(Array(places.utf8), path: "places")
        _ = try? tables.read(Array(names.utf8), path: "names")
        return (try? IndexBuilder.build(tables)) ?? []
    }()

    /// The sound index with edits, and what to ask it: four bytes an edit (place, place, what to do, value); a byte 0xFF ends them.
    static func edits(_ input: [UInt8]) -> (bytes: [UInt8], query: String) {
        var bytes = sound
        var rest = input[...]
        while rest.count >= 4, rest.first != 0xFF, !bytes.isEmpty {
            let (high, low) = (Int(rest.removeFirst()), Int(rest.removeFirst()))
            let (action, value) = (rest.removeFirst(), rest.removeFirst())
            // Headers, where everything hangs on a few bytes, as often as the rest.
            let position = high < 0x80 ? (high << 8 | low) % 512 : ((high & 0x7F) << 8 | low) * 7 % bytes.count
            switch action % 6 {
            case 0: bytes[position % bytes.count] = value
            case 1: bytes[position % bytes.count] ^= 1 << (value & 7)
            case 2: bytes[position % bytes.count] = bytes[position % bytes.count] &+ value
            case 3: for step in 0..<8 where position + step < bytes.count { bytes[position + step] = value }
            case 4: if bytes.count > 600 { bytes.removeLast(Int(value)) }
            default: bytes += [UInt8](repeating: value, count: Int(value))
            }
        }
        if action(input) & 1 == 1 { setSize(&bytes) }
        let query = String(decoding: rest.dropFirst().prefix(40), as: UTF8.self)
        return (bytes, query.isEmpty ? "Izium" : query)
    }

    private static func action(_ input: [UInt8]) -> UInt8 { input.last ?? 0 }

    /// The size in the header made that of the bytes.
    private static func setSize(_ bytes: inout [UInt8]) {
        guard bytes.count >= 24 else { return }
        for step in 0..<8 { bytes[16 + step] = UInt8(truncatingIfNeeded: bytes.count >> (8 * step)) }
    }

    /// The bytes with the right magic, version and checksum at their head.
    static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 512, sound.count >= 512 else { return bytes }
        var bytes = bytes
        bytes.replaceSubrange(0..<12, with: sound[0..<12])
        var sum: UInt64 = 0x9e37_79b9_7f4a_7c15
        func step(_ word: UInt64) {
            sum = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
            sum = sum << 29 | sum >> 35
        }
        for start in stride(from: 0, to: 504, by: 8) {
            step((0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) })
        }
        step(0)
        step(504)
        sum = (sum ^ (sum >> 33)) &* 0xff51_afd7_ed55_8ccd
        sum = (sum ^ (sum >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        sum ^= sum >> 33
        for step in 0..<8 { bytes[504 + step] = UInt8(truncatingIfNeeded: sum >> (8 * UInt64(step))) }
        return bytes
    }
}
