import DatelineKit
import Dispatch
import FuzzSupport
import MapExport

/// A box that carries what came of a task out of it.
private final class Result: @unchecked Sendable {
    var outcome: PairStream.Outcome?
}

/// Columns of coordinates, measured as they come: every row is told or measured.
func pairs(_ bytes: [UInt8], kind: UInt8) {
    let file = FuzzFile(bytes, ending: ["csv", "tsv", "jsonl"][Int(kind) % 3])
    var options = PairStream.Options()
    options.isStrict = kind & 16 != 0
    let stream = PairStream(options: options) { throw KitError.unknownFormat("names", known: []) }
    let path = file.path
    let (done, result) = (DispatchSemaphore(value: 0), Result())
    nonisolated(unsafe) let unsafe = stream
    Task.detached {
        result.outcome = try? await unsafe.run(path, to: MemorySink()) { _ in }
        done.signal()
    }
    done.wait()
    if let outcome = result.outcome { precondition(outcome.bad <= outcome.rows, "\(outcome)") }
}
