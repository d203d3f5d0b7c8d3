/// Maps a stream of inputs on several tasks and hands the results on in order.
///
/// Work goes out in chunks, and never more than a window of chunks ahead of what has been taken: memory is bounded and
/// a slow taker slows the source.
public enum OrderedMap {
    static let chunkSize = 8
    /// More tasks than this help on no machine, and every one of them holds articles.
    static let mostJobs = 1024

    /// - Parameters:
    ///   - jobs: tasks at work at a time, at least 1; above 1024 they count as 1024.
    ///   - next: gives the inputs; called from one place only.
    ///   - transform: maps one input; called on many tasks.
    ///   - take: takes the results in the order of the inputs; called from one place only.
    public static func run<Input: Sendable, Output: Sendable>(
        jobs: Int, next: () throws -> Input?, transform: @escaping @Sendable (Input) -> Output,
        take: (Output) throws -> Void
    ) async throws {
        guard jobs > 1 else {
            while let input = try next() { try take(transform(input)) }
            return
        }
        let window = min(jobs, mostJobs) * 4
        try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
            var submitted = 0
            var emitted = 0
            var isAtEnd = false
            var waiting: [Int: [Output]] = [:]
            while true {
                while !isAtEnd, submitted - emitted < window {
                    var chunk: [Input] = []
                    while chunk.count < chunkSize {
                        guard let input = try next() else {
                            isAtEnd = true
                            break
                        }
                        chunk.append(input)
                    }
                    guard !chunk.isEmpty else { break }
                    let number = submitted
                    submitted += 1
                    group.addTask { [chunk] in (number, chunk.map(transform)) }
                }
                guard let (number, outputs) = try await group.next() else { break }
                waiting[number] = outputs
                while let ready = waiting.removeValue(forKey: emitted) {
                    emitted += 1
                    for output in ready { try take(output) }
                }
            }
        }
    }
}
