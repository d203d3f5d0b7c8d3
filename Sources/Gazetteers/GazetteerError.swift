/// What can be wrong with a gazetteer.
public enum GazetteerError: Error, Hashable, Sendable {
    /// The file could not be opened or mapped; `reason` is the system's.
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    case notAnIndex(path: String)
    case version(path: String, found: Int, expected: Int)
    case truncated(path: String, found: Int, expected: Int)
    case checksum(path: String, section: String)
    case table(path: String, line: Int, found: String, expected: String)
    case duplicateID(path: String, line: Int, id: String)
    case unknownPlace(path: String, line: Int, id: String)
    case tooLarge(what: String)
}

extension GazetteerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path): cannot read the gazetteer: \(reason); check the path and its permissions"
        case .unwritable(let path, let reason):
            "\(path): cannot write the gazetteer: \(reason); choose a place with room that you may write to"
        case .notAnIndex(let path):
            "\(path): not a compiled gazetteer; build one with 'dateline gazetteer build'"
        case .version(let path, let found, let expected):
            "\(path): format version \(found), but this program reads \(expected); rebuild it with "
                + "'dateline gazetteer build'"
        case .truncated(let path, let found, let expected):
            "\(path): \(found) bytes where its header says \(expected): the file is damaged; rebuild it with "
                + "'dateline gazetteer build'"
        case .checksum(let path, let section):
            "\(path): the checksum of section '\(section)' does not match: the file is damaged; rebuild it with "
                + "'dateline gazetteer build'"
        case .table(let path, let line, let found, let expected):
            "\(path):\(line): found '\(found)', expected \(expected); mend the line"
        case .duplicateID(let path, let line, let id):
            "\(path):\(line): the id '\(id)' occurs twice; ids are unique over all tables"
        case .unknownPlace(let path, let line, let id):
            "\(path):\(line): no table has a place with the id '\(id)'; add the place or remove the name"
        case .tooLarge(let what): "the gazetteer is too large for this format: \(what)"
        }
    }
}
