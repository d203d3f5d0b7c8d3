import Articles

/// Documents of a source that are read together: as many as are there, up to a few.
///
/// With several threads it looks ahead, so that where little is left each of them gets a part of it, and all end together.
package struct DocumentBatches {
    /// Together they stay in the caches of the processor.
    package static let most = 96
    /// Bytes of documents beyond which a batch takes no other.
    static let mostBytes = 1 << 17
    /// Fewer are read together only where each thread would not get as many.
    private static let leastBytes = 1 << 14
    /// Batches at work at a time for each thread.
    static let windowPerJob = 4
    /// Into how many batches for each thread the last documents are divided.
    private static let parts = 3

    private let source: ArticleSource
    private let most: Int
    private let jobs: Int
    /// Read ahead: those before ``next`` are given, ``bytes`` are of the rest.
    private var ahead: [PendingDocument] = []
    private var given = 0
    private var bytes = 0
    private var isAtEnd = false

    /// - Parameter isSingle: whether every document is a batch of its own, so that it can be given up alone.
    init(_ source: ArticleSource, jobs: Int, isSingle: Bool) {
        self.source = source
        self.jobs = max(1, min(jobs, OrderedMap.mostJobs))
        most = isSingle ? 1 : Self.most
    }

    private var isDivided: Bool { jobs > 1 && most > 1 }

    /// Whether ``next()`` will answer without waiting for standard input.
    var isReady: Bool { given < ahead.count || isAtEnd || source.isReady }

    /// The next batch, of at least one document; `nil` at the end of the source, and when the run is to end.
    mutating func next() -> [PendingDocument]? {
        defer { Interruption.setIdle(false) }
        guard !Interruption.isRequested, fill() else { return nil }
        // What is not enough to keep all threads at work for long is divided among them.
        var limit = Self.mostBytes
        if isDivided { limit = min(limit, max(bytes / (jobs * Self.parts), min(Self.leastBytes, bytes / jobs))) }
        var size = 0
        let start = given
        repeat {
            size += ahead[given].size
            given += 1
        } while given < ahead.count && given - start < most && size + ahead[given].size / 2 < limit
        bytes -= size
        let batch = Array(ahead[start..<given])
        if given == ahead.count {
            ahead.removeAll(keepingCapacity: true)
            given = 0
        }
        return batch
    }

    /// Reads ahead what is there, at least one document; `false` at the end.
    private mutating func fill() -> Bool {
        if given > 0 {
            ahead.removeFirst(given)
            given = 0
        }
        let wanted = isDivided ? jobs * Self.parts : 1
        while !isAtEnd,
            ahead.isEmpty || ahead.count < wanted * most && bytes < wanted * Self.mostBytes && source.isReady,
            !Interruption.isRequested
        {
            guard let document = source.next() else {
                isAtEnd = true
                break
            }
            bytes += document.size
            ahead.append(document)
        }
        return !ahead.isEmpty
    }
}
