import Articles
import Tables

/// The names that a document uses, by number, and what the gazetteer has for each: looked up once.
struct NameTable: Sendable {
    private var numbers = HashNumbers(capacity: 100)
    /// By name the lists of the pool, -1 before they are asked for.
    private var founds: [Found] = []

    struct Found: Sendable {
        /// Where the name stands first; empty for one that is not written like this.
        var range = TextRange(0, 0)
        var list: Int32 = -1
        var isDemonym = false
        /// What is near in spelling.
        var fuzzy: Int32 = -1
        /// Without the abbreviations of divisions.
        var written: Int32 = -1
    }

    init() { founds.reserveCapacity(100) }

    var count: Int { founds.count }

    subscript(name: Int32) -> Found {
        get { founds[Int(name)] }
        set { founds[Int(name)] = newValue }
    }

    /// The number of the name that is written at `range`.
    @inline(__always)
    mutating func number(of range: TextRange, in bytes: [UInt8]) -> Int32 {
        var hash = StableHash.seed
        for index in range.start..<range.end { hash = StableHash.hashed(hash, bytes[index]) }
        let number = numbers.number(of: hash)
        if number == founds.count { founds.append(Found(range: range)) }
        return Int32(truncatingIfNeeded: number)
    }

    /// The number of a name that may be written otherwise.
    mutating func number(of name: String) -> Int32 {
        let number = numbers.number(of: StableHash.hash(name.utf8))
        if number == founds.count { founds.append(Found()) }
        return Int32(truncatingIfNeeded: number)
    }
}
