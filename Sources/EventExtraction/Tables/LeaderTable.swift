import Articles
import Tables

/// Heads of state and government and foreign ministers whose names stand for a state: `leaders.tsv`, surname, country code, given
/// names, and `full` where the surname alone is also that of others.
struct LeaderTable: Sendable {
    private struct Row: Sendable {
        /// Of the surname, its ASCII letters made small.
        let hash: UInt64
        let country: Range<Int>
        let givenNames: Range<Int>
        let needsGivenName: Bool
    }

    private let bytes: [UInt8]
    /// Sorted by hash.
    private let rows: [Row]

    init(_ tables: [String: [UInt8]]) throws(EventExtractionError) {
        // A language without the table has no such names.
        guard let bytes = tables[Self.file] else {
            (bytes, rows) = ([], [])
            return
        }
        var rows: [Row] = []
        var table = try Table(Self.file, in: tables, columns: 2)
        while try table.next() {
            guard table.isOneWord(table[0]), !table[0].isEmpty else { throw table.bad(table[0], expected: "a surname") }
            guard table[1].count == 2 else { throw table.bad(table[1], expected: "the two letters of a country") }
            guard table[3].isEmpty || table.text(3) == "full" else { throw table.bad(table[3], expected: "full") }
            rows.append(
                Row(
                    hash: StableHash.lowercased(bytes, table[0]).hash, country: table[1], givenNames: table[2],
                    needsGivenName: !table[3].isEmpty))
        }
        self.bytes = bytes
        self.rows = rows.sorted { $0.hash < $1.hash }
    }

    private static let file = "leaders.tsv"

    /// The country of the one whose surname is the token at `index`; `nil` where it is another's: `Emine Erdogan`.
    func country(of index: Int, _ reading: Reading) -> String? {
        let hash = StableHash.lowercased(reading.document.bytes, Self.bounds(index, reading)).hash
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        guard low < rows.count, rows[low].hash == hash else { return nil }
        // `Modi Singh`: a given name.
        if index + 1 < reading.words.count, reading.isName(index + 1) { return nil }
        var before = index - 1
        while before >= 0, reading.isJoinedHyphen(before) || isParticle(before, reading) { before -= 1 }
        // `Mr Modi`
        if before >= 0, isAddress(before, reading) { before = -1 }
        for row in rows[low...] {
            guard row.hash == hash else { break }
            let hasGivenName = before >= 0 && isGiven(before, row, reading)
            if hasGivenName || !row.needsGivenName && (before < 0 || !reading.isName(before)) {
                return bytes.text(row.country)
            }
        }
        return nil
    }

    private func isGiven(_ index: Int, _ row: Row, _ reading: Reading) -> Bool {
        let hash = StableHash.lowercased(reading.document.bytes, Self.bounds(index, reading)).hash
        var rest = row.givenNames
        while let name = bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
            if StableHash.lowercased(bytes, name).hash == hash { return true }
        }
        return false
    }

    private static func bounds(_ index: Int, _ reading: Reading) -> Range<Int> {
        let range = reading.document.tokens[index].range
        return range.start..<range.end
    }

    /// `al-Assad`, `el-Sisi`
    private func isParticle(_ index: Int, _ reading: Reading) -> Bool {
        Self.particles.contains { reading.has($0, at: index) }
    }

    private static let particles: [StaticString] = ["al", "el"]

    private func isAddress(_ index: Int, _ reading: Reading) -> Bool {
        Self.addresses.contains { reading.has($0, at: index) }
    }

    private static let addresses: [StaticString] = ["mr", "mrs", "ms", "dr", "gen", "col", "sheikh", "sir", "dame"]
}
