public import GeoTypes
import Geodesy

/// Distances from each of some points to each of others, a row at a time.
public enum DistanceMatrix {
    /// A square matrix holds half its distances in memory up to this many points: 256 MB.
    private static let mostMirrored = 8192
    /// Distances that one task computes at least: a task costs some microseconds.
    private static let leastWork = 4096

    /// Gives each row as text, cells parted by `delimiter`, in order.
    ///
    /// Of a matrix of points with themselves each pair is measured once: the diagonal is 0 and the two halves are equal
    /// to the last digit.
    ///
    /// - Parameters:
    ///   - columns: the points of the columns; those of the rows where `nil`.
    ///   - jobs: tasks at a time.
    /// - Throws: what `take` throws.
    public static func rows(
        _ rows: [Coordinate], columns: [Coordinate]? = nil, measure: PairMeasure, delimiter: UInt8, jobs: Int,
        take: (_ row: Int, _ cells: [UInt8]) throws -> Void
    ) async throws {
        let write: @Sendable ([Double]) -> [UInt8] = { distances in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(distances.count * 12)
            for (index, distance) in distances.enumerated() {
                if index > 0 { bytes.append(delimiter) }
                bytes.append(fixed: distance / measure.unit.metres, decimals: measure.decimals)
            }
            return bytes
        }
        let distance: @Sendable (Coordinate, Coordinate) -> Double = { a, b in
            measure.isRhumb ? measure(a, b).distance : measure.geodesic.distance(a, b)
        }
        guard columns == nil, rows.count <= mostMirrored else {
            let columns = columns ?? rows
            try await blocks(rows.count, work: columns.count, jobs: jobs) { row in
                write(columns.map { distance(rows[row], $0) })
            } take: {
                try take($0, $1)
            }
            return
        }
        // Row i holds the distances to the points behind i.
        var upper: [[Double]] = []
        upper.reserveCapacity(rows.count)
        try await blocks(rows.count, work: max(1, rows.count / 2), jobs: jobs) { row in
            rows[(row + 1)...].map { distance(rows[row], $0) }
        } take: {
            upper.append($1)
        }
        let half = upper
        try await blocks(rows.count, work: max(1, rows.count / 30), jobs: jobs) { row in
            write((0..<row).map { half[$0][row - $0 - 1] } + [0] + half[row])
        } take: {
            try take($0, $1)
        }
    }

    /// Computes rows in blocks on several tasks and takes them in order.
    private static func blocks<Row: Sendable>(
        _ count: Int, work: Int, jobs: Int, row: @escaping @Sendable (Int) -> Row,
        take: (Int, Row) throws -> Void
    ) async throws {
        let size = max(1, leastWork / max(1, work))
        var next = 0
        var taken = 0
        try await OrderedMap.run(
            jobs: jobs,
            next: {
                guard next < count else { return nil }
                defer { next = min(count, next + size) }
                return next..<min(count, next + size)
            }, transform: { (block: Range<Int>) in block.map(row) },
            take: { results in
                for result in results {
                    try take(taken, result)
                    taken += 1
                }
            })
    }
}
