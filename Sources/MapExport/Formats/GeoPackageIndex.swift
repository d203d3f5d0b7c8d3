internal import GeoTypes

/// The R-tree of a GeoPackage's layer, packed in one go: Sort-Tile-Recursive (Leutenegger et al. 1997,
/// doi:10.1109/ICDE.1997.582015), written as the nodes of SQLite's module `rtree`, which takes many times as long to
/// insert boxes one by one. It holds 24 bytes a feature until it is written.
struct GeoPackageIndex {
    /// A box of `rtree`, which rounds outwards to single precision, and the row or node it is of.
    private struct Cell {
        var id: Int64
        var west: Float
        var east: Float
        var south: Float
        var north: Float

        func append(to bytes: inout [UInt8]) {
            bytes.appendBigEndian(UInt64(bitPattern: id))
            for edge in [west, east, south, north] { bytes.appendBigEndian(edge.bitPattern) }
        }
    }

    /// Cells of a node as `rtree` makes them for two dimensions and pages of 4,096 bytes, and the bytes of a cell.
    private static let capacity = 51
    private static let cellSize = 24

    private var cells: [Cell] = []

    /// Adds the box of a row, counted from 1; rows come in order.
    mutating func add(_ box: BoundingBox, row: Int) {
        cells.append(
            Cell(
                id: Int64(row), west: Self.down(box.west), east: Self.up(box.east), south: Self.down(box.south),
                north: Self.up(box.north)))
    }

    /// Fills the tables behind the new, empty R-tree called `name`.
    func write(name: String, to database: SQLiteDatabase) throws {
        guard !cells.isEmpty else { return }
        func table(_ suffix: String) -> String { GeoPackageSchema.quoted(name + suffix) }
        let node = try database.prepare("INSERT OR REPLACE INTO \(table("_node")) VALUES (?, ?)")
        let parent = try database.prepare("INSERT INTO \(table("_parent")) VALUES (?, ?)")
        let row = try database.prepare("INSERT INTO \(table("_rowid")) VALUES (?, ?)")

        var level = cells
        var depth = 0
        // Node 1 is the root.
        var next: Int64 = 2
        while true {
            let isRoot = level.count <= Self.capacity
            if !isRoot { Self.tile(&level) }
            var nodes: [Cell] = []
            var holders: [(child: Int64, node: Int64)] = []
            holders.reserveCapacity(level.count)
            for start in stride(from: 0, to: level.count, by: Self.capacity) {
                let held = level[start..<min(start + Self.capacity, level.count)]
                let number = isRoot ? 1 : next
                next += isRoot ? 0 : 1
                node.bind(1, Int(number))
                node.bindBlob(2) { bytes in
                    bytes.appendBigEndian(UInt16(isRoot ? depth : 0))
                    bytes.appendBigEndian(UInt16(held.count))
                    for cell in held { cell.append(to: &bytes) }
                    bytes.append(contentsOf: repeatElement(0, count: (Self.capacity - held.count) * Self.cellSize))
                }
                try node.step()
                for cell in held { holders.append((cell.id, number)) }
                nodes.append(Self.cell(around: held, id: number))
            }
            let children = depth == 0 ? row : parent
            holders.sort { $0.child < $1.child }
            for holder in holders {
                children.bind(1, Int(holder.child))
                children.bind(2, Int(holder.node))
                try children.step()
            }
            if isRoot { return }
            level = nodes
            depth += 1
        }
    }

    /// Sorts into vertical slices of whole nodes, and each from south to north.
    private static func tile(_ cells: inout [Cell]) {
        let nodes = (cells.count + capacity - 1) / capacity
        let slices = Int(Double(nodes).squareRoot().rounded(.up))
        let slice = (nodes + slices - 1) / slices * capacity
        cells.sort { ($0.west + $0.east, $0.id) < ($1.west + $1.east, $1.id) }
        for start in stride(from: 0, to: cells.count, by: slice) {
            cells[start..<min(start + slice, cells.count)].sort {
                ($0.south + $0.north, $0.id) < ($1.south + $1.north, $1.id)
            }
        }
    }

    private static func cell(around cells: ArraySlice<Cell>, id: Int64) -> Cell {
        var all = cells[cells.startIndex]
        all.id = id
        for cell in cells {
            all.west = min(all.west, cell.west)
            all.east = max(all.east, cell.east)
            all.south = min(all.south, cell.south)
            all.north = max(all.north, cell.north)
        }
        return all
    }

    private static func down(_ value: Double) -> Float {
        let near = Float(value)
        return Double(near) > value ? near.nextDown : near
    }

    private static func up(_ value: Double) -> Float {
        let near = Float(value)
        return Double(near) < value ? near.nextUp : near
    }
}

extension [UInt8] {
    fileprivate mutating func appendBigEndian(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
