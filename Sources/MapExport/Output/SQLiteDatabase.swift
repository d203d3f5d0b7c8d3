internal import CSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A new SQLite database in a file, for writing once by one thread at a time: no journal, because a file that fails is thrown away.
final class SQLiteDatabase {
    private let path: String
    private var handle: OpaquePointer?

    init(path: String) throws {
        self.path = path
        try check(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil))
        try execute(
            """
            PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;
            """)
    }

    deinit { sqlite3_close_v2(handle) }

    func execute(_ sql: String) throws { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

    func prepare(_ sql: String) throws -> Statement {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        return Statement(handle: statement, database: self)
    }

    /// Runs `sql` once with texts in its places; `nil` is NULL.
    func run(_ sql: String, _ texts: [String?]) throws {
        let statement = try prepare(sql)
        for (index, text) in texts.enumerated() {
            if let text { statement.bind(index + 1, text) }
        }
        try statement.step()
    }

    func close() throws {
        let closing = handle
        handle = nil
        try check(sqlite3_close(closing))
    }

    fileprivate func check(_ status: Int32) throws {
        let code: Int32
        switch status & 0xFF {
        case SQLITE_OK, SQLITE_DONE, SQLITE_ROW: return
        case SQLITE_FULL: code = ENOSPC
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY: code = EACCES
        case SQLITE_NOMEM: code = ENOMEM
        case SQLITE_TOOBIG: code = EFBIG
        default: code = EIO
        }
        throw OutputError.cannotWrite(path: path, code: code)
    }

    /// A prepared statement; places are counted from 1.
    final class Statement {
        private let handle: OpaquePointer?
        private let database: SQLiteDatabase
        /// Texts and blobs bound since the last step, one after another, so that SQLite need not copy each.
        private var bytes: [UInt8] = []
        private static let emptyText: StaticString = ""
        private var pieces: [(place: Int32, range: Range<Int>, isText: Bool)] = []

        init(handle: OpaquePointer?, database: SQLiteDatabase) {
            self.handle = handle
            self.database = database
        }

        deinit { sqlite3_finalize(handle) }

        func bind(_ place: Int, _ value: Int) { sqlite3_bind_int64(handle, Int32(place), Int64(value)) }

        func bind(_ place: Int, _ value: Double) { sqlite3_bind_double(handle, Int32(place), value) }

        func bind(_ place: Int, _ value: String) { bindText(place) { $0.append(contentsOf: value.utf8) } }

        /// Binds the text that `append` adds.
        func bindText(_ place: Int, _ append: (inout [UInt8]) -> Void) { bind(place, isText: true, append) }

        /// Binds the blob that `append` adds.
        func bindBlob(_ place: Int, _ append: (inout [UInt8]) -> Void) { bind(place, isText: false, append) }

        private func bind(_ place: Int, isText: Bool, _ append: (inout [UInt8]) -> Void) {
            let start = bytes.count
            append(&bytes)
            pieces.append((Int32(place), start..<bytes.count, isText))
        }

        /// Runs the statement and forgets what was bound.
        func step() throws {
            try bytes.withUnsafeBytes { memory in
                for piece in pieces {
                    let part = UnsafeRawBufferPointer(rebasing: memory[piece.range])
                    let count = Int32(clamping: part.count)
                    // Without a destructor: the memory stays until the statement has run. An empty text is not NULL.
                    if piece.isText {
                        let text = part.baseAddress ?? UnsafeRawPointer(Self.emptyText.utf8Start)
                        sqlite3_bind_text(
                            handle, piece.place, text.assumingMemoryBound(to: CChar.self), count, nil)
                    } else {
                        sqlite3_bind_blob(handle, piece.place, part.baseAddress, count, nil)
                    }
                }
                try database.check(sqlite3_step(handle))
                try database.check(sqlite3_reset(handle))
                sqlite3_clear_bindings(handle)
            }
            bytes.removeAll(keepingCapacity: true)
            pieces.removeAll(keepingCapacity: true)
        }
    }
}
