/// The lines of a file that end in a line feed, one at a time; half a line at the end, as an interrupted run leaves it, is none.
public struct WholeLines: ~Copyable {
    private var bytes: ByteReader
    /// The bytes of the lines given so far.
    public private(set) var size = 0

    /// - Throws: ``ArticleError`` when there is no such file.
    public init(path: String) throws(ArticleError) { bytes = try ByteReader(path: path) }

    /// The next line, without its end; `nil` when no whole one is left.
    public mutating func next() throws(ArticleError) -> [UInt8]? {
        guard let (line, isWhole) = try bytes.lineOrRest(), isWhole else { return nil }
        size += line.count + 1
        return line
    }
}
