import Articles
import TemporalTagging

/// EDTF and publication dates: what is read must be written as it is read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    if let date = PartialDate(edtf: text) { precondition(PartialDate(edtf: date.edtf) == date) }
    if let value = EDTF(text) { precondition(EDTF("\(value)") == value, "\(text) -> \(value)") }
    return 0
}
