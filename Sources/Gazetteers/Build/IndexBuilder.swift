/// Compiles tables into the bytes of an index. Deterministic: the same tables give the same bytes.
public enum IndexBuilder {
    /// - Throws: ``GazetteerError`` when ids repeat, names have no place, or a limit of the format is met.
    public static func build(_ tables: GazetteerTables) throws(GazetteerError) -> [UInt8] {
        let writer = IndexWriter()
        for row in tables.places where !(try writer.add(row)) {
            throw .duplicateID(path: "tables", line: 0, id: row.id)
        }
        for row in tables.names where !(try writer.add(name: row.name, of: row.placeID, kind: row.kind)) {
            throw .unknownPlace(path: row.path, line: row.line, id: row.placeID)
        }
        return try writer.bytes(stamp: tables.stamp)
    }
}
