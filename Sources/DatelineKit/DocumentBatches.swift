import Articles

/// Documents of a source that are read together: as many as are there, up to a few.
///
/// With several threads the first batches are small, so that each has something to do when there is little.
package struct DocumentBatches {
    /// Together they stay in the caches of the processor.
    package static let most = 32
    /// Bytes of documents beyond which a batch takes no other.
    static let mostBytes = 1 << 17
    /// Batches at work at a time for each thread.
    static let windowPerJob = 6

    private let source: ArticleSource
    private let most: Int
    private let jobs: Int
    private var given = 0

    /// - Parameter isSingle: whether every document is a batch of its own, so that it can be given up alone.
    init(_ source: ArticleSource, jobs: Int, isSingle: Bool) {
        self.source = source
        self.jobs = jobs
        most = isSingle ? 1 : Self.most
    }

    /// The next batch, of at least one document; `nil` at the end of the source, and when the run is to end.
    mutating func next() -> [PendingDocument]? {
        defer { Interruption.setIdle(false) }
        guard !Interruption.isRequested, let first = source.next() else { return nil }
        var batch = [first]
        var bytes = first.size
        let most = jobs > 1 ? min(most, 1 + given / jobs) : most
        while batch.count < most, bytes < Self.mostBytes, source.isReady, !Interruption.isRequested,
            let document = source.next()
        {
            bytes += document.size
            batch.append(document)
        }
        given += 1
        return batch
    }
}
