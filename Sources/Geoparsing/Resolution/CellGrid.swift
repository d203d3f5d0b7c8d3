import Gazetteers
import GeoTypes
import Tables

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Points in cells of some degrees, each cell with a few of them: what lies around a place is in the nine around it.
struct CellGrid {
    struct Item {
        /// The number of the name that the point is of.
        var name: Int32
        var latitude: Double
        var longitude: Double
        var weight: Double
        var identity: UInt64
    }

    private let height: Double
    private let width: Double
    /// A few neighbours say as much as many: a long list must not cost the square of its length.
    private let capacity: Int32
    private var cells = HashNumbers(capacity: 32)
    private var items = LinkedLists<Item>(capacity: 32)
    private var counts: [Int32] = []

    /// - Parameters:
    ///   - height: degrees of latitude.
    ///   - width: degrees of longitude.
    ///   - capacity: how many points a cell takes.
    init(height: Double, width: Double, capacity: Int32) {
        self.height = height
        self.width = width
        self.capacity = capacity
        counts.reserveCapacity(32)
    }

    var isEmpty: Bool { items.isEmpty }

    mutating func removeAll() {
        guard !items.isEmpty else { return }
        items.removeElements()
        for cell in counts.indices { counts[cell] = 0 }
    }

    mutating func append(_ item: Item) {
        let cell = cells.number(
            of: Self.key(Self.line(item.latitude, 90, height), Self.line(item.longitude, 180, width)))
        if cell == counts.count {
            items.addList()
            counts.append(0)
        }
        guard counts[cell] < capacity else { return }
        counts[cell] += 1
        items.append(item, to: cell)
    }

    /// Calls `body` with the points in the nine cells around a place.
    @inline(__always)
    func forEach(around latitude: Double, _ longitude: Double, _ body: (Item) -> Void) {
        let row = Self.line(latitude, 90, height)
        let column = Self.line(longitude, 180, width)
        for cellRow in (row - 1)...(row + 1) {
            for cellColumn in (column - 1)...(column + 1) {
                guard let cell = cells.known(Self.key(cellRow, cellColumn)) else { continue }
                items.forEach(in: cell) { item in
                    body(item)
                    return true
                }
            }
        }
    }

    @inline(__always)
    private static func line(_ degrees: Double, _ half: Double, _ size: Double) -> Int {
        Int((degrees + half) / size) + 1
    }

    @inline(__always)
    private static func key(_ row: Int, _ column: Int) -> UInt64 {
        UInt64(bitPattern: Int64(row * 1000 + column))
    }
}

/// How close places are, in degrees on a plane: enough to weigh evidence, and no distance that anybody is told.
struct Closeness {
    private let latitude: Double
    private let longitude: Double
    private let narrowing: Double

    init(to place: CandidateEntry) {
        latitude = place.latitude
        longitude = place.longitude
        narrowing = cos(place.latitude * .pi / 180)
    }

    @inline(__always)
    func square(_ latitude: Double, _ longitude: Double) -> Double {
        let north = latitude - self.latitude
        let east = (longitude - self.longitude) * narrowing
        return north * north + east * east
    }
}
