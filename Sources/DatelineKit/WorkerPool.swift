#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Threads that each have a context of their own and map numbered inputs.
///
/// A context of one's own (tables, counters of references) is what lets threads run at full speed beside each other. A thread
/// whose input takes too long is given up, not stopped: another takes its place, and what it finds in the end is dropped.
final class WorkerPool<Context, Input: Sendable, Output: Sendable>: @unchecked Sendable {
    /// What a worker is doing; changed under the lock only.
    private final class Worker: @unchecked Sendable {
        var number: Int?
        var input: Input?
        var began = ContinuousClock.now
        var isAbandoned = false
    }

    private let makeContext: @Sendable () throws -> Context
    private let transform: @Sendable (Context, Input) -> Output
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private let arrived: UnsafeMutablePointer<pthread_cond_t>
    // Under the lock:
    private var waiting: [(number: Int, input: Input)] = []
    private var nextWaiting = 0
    /// Inputs taken before they are moved out of the way.
    private static var fewest: Int { 16 }
    private var workers: [Worker] = []
    private var results: [Int: Output] = [:]
    private var failure: (any Error)?
    private var isClosed = false
    private(set) var abandoned = 0

    init(
        threads: Int, context: @escaping @Sendable () throws -> Context,
        transform: @escaping @Sendable (Context, Input) -> Output
    ) {
        makeContext = context
        self.transform = transform
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        arrived = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
        pthread_cond_init(arrived, nil)
        for _ in 0..<threads { start() }
    }

    deinit {
        pthread_mutex_destroy(lock)
        pthread_cond_destroy(changed)
        pthread_cond_destroy(arrived)
        lock.deallocate()
        changed.deallocate()
        arrived.deallocate()
    }

    private func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body()
    }

    // MARK: From the thread that reads and writes

    func submit(_ input: Input, number: Int) {
        locked { waiting.append((number, input)) }
        pthread_cond_signal(arrived)
    }

    /// The result of `number`; waits for it up to `seconds`, or as long as it takes.
    ///
    /// - Throws: what making a context threw.
    func result(_ number: Int, waitingUpTo seconds: Double?) throws -> Output? {
        let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
        while true {
            let found: Output? = try locked {
                while true {
                    if let failure { throw failure }
                    if let output = results.removeValue(forKey: number) { return output }
                    // A wait with an end is a short sleep outside of the lock.
                    if deadline != nil { return nil }
                    pthread_cond_wait(changed, lock)
                }
            }
            if let found { return found }
            if let deadline, ContinuousClock.now >= deadline { return nil }
            usleep(500)
        }
    }

    /// Gives up every input at work for longer than `seconds`; its result is what `instead` says.
    func abandon(after seconds: Double, instead: (Input) -> Output) {
        var missing = 0
        locked {
            let now = ContinuousClock.now
            for worker in workers {
                guard let number = worker.number, let input = worker.input,
                    worker.began.duration(to: now) > .seconds(seconds)
                else { continue }
                worker.isAbandoned = true
                results[number] = instead(input)
                missing += 1
            }
            workers.removeAll(where: \.isAbandoned)
            abandoned += missing
        }
        for _ in 0..<missing { start() }
    }

    /// Lets the threads end when nothing waits any more.
    func close() {
        locked { isClosed = true }
        pthread_cond_broadcast(arrived)
    }

    // MARK: Threads

    private func start() {
        let worker = Worker()
        locked { workers.append(worker) }
        let body = Unmanaged.passRetained(ThreadBody { self.work(worker) })
        #if canImport(Darwin)
            var thread: pthread_t?
            let status = pthread_create(&thread, nil, ThreadBody.entry, body.toOpaque())
            if status == 0, let thread { pthread_detach(thread) }
        #else
            var thread = pthread_t()
            let status = pthread_create(&thread, nil, ThreadBody.entry, body.toOpaque())
            if status == 0 { pthread_detach(thread) }
        #endif
        guard status != 0 else { return }
        body.release()
        locked {
            workers.removeAll { $0 === worker }
            if workers.isEmpty { failure = failure ?? RunError.noThread(code: status) }
        }
    }

    private func work(_ worker: Worker) {
        let context: Context
        do {
            context = try makeContext()
        } catch {
            locked { failure = failure ?? error }
            pthread_cond_broadcast(changed)
            return
        }
        while let (number, input) = take(worker) {
            let output = transform(context, input)
            let goesOn = locked {
                worker.number = nil
                worker.input = nil
                if worker.isAbandoned {
                    abandoned -= 1
                    return false
                }
                results[number] = output
                return true
            }
            guard goesOn else { return }
            pthread_cond_signal(changed)
        }
    }

    private func take(_ worker: Worker) -> (number: Int, input: Input)? {
        locked {
            while nextWaiting == waiting.count {
                if isClosed { return nil }
                pthread_cond_wait(arrived, lock)
            }
            let job = waiting[nextWaiting]
            nextWaiting += 1
            if nextWaiting == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                nextWaiting = 0
            } else if nextWaiting >= max(Self.fewest, waiting.count / 2) {
                // What was taken lets go of its documents.
                waiting.removeFirst(nextWaiting)
                nextWaiting = 0
            }
            worker.number = job.number
            worker.input = job.input
            worker.began = .now
            return job
        }
    }
}

/// What a new thread is given.
private final class ThreadBody: Sendable {
    private let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }

    #if canImport(Darwin)
        static let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { pointer in
            Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
            return nil
        }
    #else
        static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
            if let pointer { Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }
    #endif
}
