import FuzzSupport
import Gazetteers
import GeoTypes

/// The first byte chooses: bytes as an index, edits of a sound index (its header's checksum set right again, so that the fuzzer
/// gets past it), tables to compile, or a file to import. A damaged index must be refused or answer something, and never be read
/// outside itself; what was compiled must be sound and find its own names.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 8 {
    case 0: ask(IndexImage.sealed(input), query: "Izium")
    case 1, 2, 3, 4:
        let edits = IndexImage.edits(input)
        ask(IndexImage.sealed(edits.bytes), query: edits.query)
    case 5, 6: compile(input)
    default: importFile(input)
    }
    return 0
}

/// Asks an index all that can be asked.
private func ask(_ bytes: [UInt8], query: String) {
    guard let index = try? GazetteerIndex(bytes) else { return }
    for depth in [LookupDepth.exact, .folded, .fuzzy] {
        for candidate in index.candidates(for: query, depth: depth).prefix(50) {
            precondition(abs(candidate.place.coordinate.latitude) <= 90)
            precondition(abs(candidate.place.coordinate.longitude) <= 180)
            _ = index.ancestors(of: candidate.place.id)
        }
    }
    _ = index.candidateCount(for: query, depth: .folded)
    _ = index.candidates(beginningWith: query, limit: 5)
    _ = index.candidates(beginningWith: String(query.prefix(1)), limit: 100)
    for id in ["geonames:707292", "geonames:2110394", "x:1", query] {
        _ = index.place(id: id)
        _ = index.ancestors(of: id)
    }
    _ = index.longestName(beginningWith: Array(query.utf8))
    _ = index.contains(key: FoldingKey.fold(query))
    for (latitude, longitude) in [(49.2, 37.3), (-8.5, 179.2), (90, 180), (-90, -180), (0, 0)] {
        _ = index.places(around: Coordinate(latitude: latitude, longitude: longitude), degrees: 2)
    }
    _ = index.settlements(minimumPopulation: 1_000)
    try? index.verify()
}

/// Tables of places and of names, apart by a zero byte.
private func compile(_ input: [UInt8]) {
    var tables = GazetteerTables()
    for (number, table) in input.split(separator: 0).prefix(3).enumerated() {
        guard (try? tables.read(Array(table), path: "t\(number)")) != nil else { return }
    }
    guard let bytes = try? IndexBuilder.build(tables) else { return }
    guard let index = try? GazetteerIndex(bytes) else { preconditionFailure("a fresh index is refused") }
    do { try index.verify() } catch { preconditionFailure("\(error)") }
    for row in tables.places.prefix(20) {
        guard let place = index.place(id: row.id) else { preconditionFailure("\(row.id) is lost") }
        let isFound = index.candidates(for: place.name, depth: .exact).contains { $0.place.id == place.id }
        precondition(isFound || FoldingKey.fold(place.name).isEmpty, "\(place.name) does not find \(place.id)")
    }
}

private func importFile(_ input: [UInt8]) {
    let kinds = ["json", "zip", "csv", "txt"]
    guard let first = input.first else { return }
    let file = FuzzFile(Array(input.dropFirst()), ending: kinds[Int(first) % kinds.count])
    let importer = Importer(writer: IndexWriter(temporaryFolder: file.folder, memory: 1 << 20))
    switch first / 4 % 5 {
    case 0: try? importer.readFeatures(file.path)
    case 1: try? importer.readGeoNames(file.path)
    case 2: try? importer.readAlternateNames(file.path)
    case 3: try? importer.readHierarchy(file.path)
    default:
        let json =
            #"{"delimiter": ",", "header": true, "quotes": true, "id_prefix": "x:", "columns": "#
            + #"{"id": "id", "name": "name", "latitude": "lat", "longitude": "lon"}}"#
        guard let manifest = try? TableManifest(json: json, path: "m") else { return }
        try? importer.readTable(file.path, manifest: manifest)
    }
    guard let bytes = try? importer.writer.bytes(stamp: 1) else { return }
    guard let index = try? GazetteerIndex(bytes) else { preconditionFailure("an imported index is refused") }
    do { try index.verify() } catch { preconditionFailure("\(error)") }
}
