import Articles
import DatelineKit
import GeoTypes
import Geodesy

/// Records as any program may write them: coordinates, days and offsets of all kinds. Eight bytes are a pair of coordinates, too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if count >= 32 {
        let numbers = (0..<4).map { part in
            Double(bitPattern: bytes[part * 8..<part * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        if let a = Coordinate(checkedLatitude: numbers[0], longitude: numbers[1]),
            let b = Coordinate(checkedLatitude: numbers[2], longitude: numbers[3])
        {
            _ = BoundingBox(around: [a, b])
        }
    }
    _ = try? AnnotationRecord(line: bytes, path: "fuzz", number: 1)
    return 0
}
