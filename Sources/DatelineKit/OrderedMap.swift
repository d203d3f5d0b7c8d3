/// Maps a stream of inputs on several threads and hands the results on in order.
///
/// Work goes out only a window ahead of what has been taken, counted in inputs and in bytes: memory is bounded, and a slow taker
/// slows the source.
public enum OrderedMap {
    /// More threads than this help on no machine, and every one of them holds articles.
    static let mostJobs = 1024
    /// Bytes of input at work at a time, beyond the first.
    static let mostBytes = 64 << 20

    public struct Options: Sendable {
        /// Threads at work at a time, at least 1; above 1024 they count as 1024.
        public var jobs = 1
        /// Seconds after which an input is given up; `nil` for none.
        public var timeout: Double?
        /// Inputs at work, and results not yet taken, for each thread.
        public var windowPerJob: Int
        public init(jobs: Int = 1, timeout: Double? = nil, windowPerJob: Int = 32) {
            self.jobs = jobs
            self.timeout = timeout
            self.windowPerJob = max(1, windowPerJob)
        }
    }

    /// The same without contexts, for what threads may share.
    public static func run<Input: Sendable, Output: Sendable>(
        jobs: Int, next: () throws -> Input?, transform: @escaping @Sendable (Input) -> Output,
        take: (Output) throws -> Void
    ) async throws {
        try run(Options(jobs: jobs), context: {}, next: next, transform: { _, input in transform(input) }, take: take)
    }

    /// - Parameters:
    ///   - context: makes what each thread needs for itself; called on it.
    ///   - isReady: whether `next` will answer at once. When not, all that is at work is finished and taken first.
    ///   - next: gives the inputs; called from one place only.
    ///   - size: about how many bytes an input holds.
    ///   - transform: maps one input; called on many threads.
    ///   - givenUp: stands in for the result of an input that took longer than the time allowed.
    ///   - take: takes the results in the order of the inputs; called from one place only.
    ///   - idle: called when everything is taken and the source has nothing yet: the time to flush.
    /// - Throws: what the closures throw, and ``RunError/tooManyGivenUp(_:)``.
    public static func run<Context, Input: Sendable, Output: Sendable>(
        _ options: Options, context: @escaping @Sendable () throws -> Context, isReady: () -> Bool = { true },
        next: () throws -> Input?, size: (Input) -> Int = { _ in 1 },
        transform: @escaping @Sendable (Context, Input) -> Output, givenUp: ((Input) -> Output)? = nil,
        take: (Output) throws -> Void, idle: () throws -> Void = {}
    ) throws {
        guard options.jobs > 1 || options.timeout != nil else {
            let context = try context()
            while true {
                if !isReady() { try idle() }
                guard let input = try next() else { return }
                try take(transform(context, input))
            }
        }
        let jobs = max(1, min(options.jobs, mostJobs))
        let pool = WorkerPool<Context, Input, Output>(threads: jobs, context: context, transform: transform)
        defer { pool.close() }
        var sizes: [Int] = []
        var submitted = 0
        var emitted = 0
        var bytes = 0
        var isAtEnd = false
        /// Takes the next result; `false` when it is not there yet and need not be waited for.
        func takeOne(waiting: Bool) throws -> Bool {
            while true {
                let pause = waiting ? options.timeout.map { min($0 / 4, 0.25) } : 0
                if let output = try pool.result(emitted, waitingUpTo: pause) {
                    bytes -= sizes[emitted % sizes.count]
                    emitted += 1
                    try take(output)
                    return true
                }
                if let timeout = options.timeout, let givenUp {
                    pool.abandon(after: timeout, instead: givenUp)
                    if pool.abandoned > 4 * jobs + 16 { throw RunError.tooManyGivenUp(pool.abandoned) }
                }
                if !waiting { return false }
            }
        }
        sizes = [Int](repeating: 0, count: jobs * options.windowPerJob)
        while true {
            while !isAtEnd, submitted - emitted < sizes.count, submitted == emitted || bytes < mostBytes {
                if !isReady() {
                    while emitted < submitted { _ = try takeOne(waiting: true) }
                    try idle()
                }
                guard let input = try next() else {
                    isAtEnd = true
                    break
                }
                sizes[submitted % sizes.count] = size(input)
                bytes += size(input)
                pool.submit(input, number: submitted)
                submitted += 1
                while emitted < submitted, try takeOne(waiting: false) {}
            }
            guard emitted < submitted else { return }
            _ = try takeOne(waiting: true)
        }
    }
}

/// Why a run cannot go on.
public enum RunError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system gives no thread; the code is of `errno`.
    case noThread(code: Int32)
    /// So many documents took too long that none of the processors is left for others.
    case tooManyGivenUp(Int)
    /// What was to be resumed is not what is here.
    case cannotResume(path: String, reason: String)

    public var description: String {
        switch self {
        case .noThread(let code): "the system gives no thread (error \(code)); try fewer --jobs"
        case .tooManyGivenUp(let count):
            "\(count) documents that took too long are still at work; allow more time with --document-timeout"
        case .cannotResume(let path, let reason): "\(path): \(reason); run again without --resume"
        }
    }
}
