import Gazetteers
import GeoTypes

/// A damaged index must be refused or answer something, never read outside itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let index = try? GazetteerIndex(bytes) else { return 0 }
    for candidate in index.candidates(for: "Izium", depth: .fuzzy) { _ = index.ancestors(of: candidate.place.id) }
    _ = index.candidates(beginningWith: "I", limit: 5)
    _ = index.place(id: "geonames:707292")
    _ = index.longestName(beginningWith: Array("new".utf8))
    _ = index.places(around: Coordinate(latitude: 49.2, longitude: 37.3), degrees: 2)
    _ = index.settlements(minimumPopulation: 1_000)
    try? index.verify()
    return 0
}
