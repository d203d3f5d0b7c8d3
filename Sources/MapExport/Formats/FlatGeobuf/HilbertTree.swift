internal import GeoTypes

/// The packed Hilbert R-tree of FlatGeobuf, after Vladimir Agafonkin's Flatbush: features lie along a Hilbert curve and
/// each node spans the next sixteen.
struct HilbertTree {
    /// A feature's box, and where its bytes are.
    struct Leaf {
        var box: BoundingBox
        var start: Int
        var count: Int
        /// On the curve.
        var rank: UInt32 = 0
    }

    static let nodeSize = 16

    /// Orders `leaves` along the curve through `extent`; leaves of one cell keep their order.
    static func sort(_ leaves: inout [Leaf], extent: BoundingBox) {
        let cells = Double(UInt16.max)
        func cell(_ low: Double, _ high: Double, _ from: Double, _ to: Double) -> UInt32 {
            let width = to - from
            guard width > 0 else { return 0 }
            return UInt32(max(0, min(cells, ((low + high) / 2 - from) / width * cells)))
        }
        for index in leaves.indices {
            let box = leaves[index].box
            leaves[index].rank = rank(
                x: cell(box.west, box.east, extent.west, extent.east),
                y: cell(box.south, box.north, extent.south, extent.north))
        }
        leaves.sort { ($0.rank, $0.start) < ($1.rank, $1.start) }
    }

    /// How far along the Hilbert curve of order 16 a cell lies; both coordinates are below 65,536.
    static func rank(x: UInt32, y: UInt32) -> UInt32 {
        var (x, y) = (x, y)
        var rank: UInt32 = 0
        var side: UInt32 = 1 << 15
        while side > 0 {
            let (right, upper) = (x & side != 0, y & side != 0)
            rank += side * side * (right ? (upper ? 2 : 3) : (upper ? 1 : 0))
            if !upper {
                if right { (x, y) = (UInt32(UInt16.max) - x, UInt32(UInt16.max) - y) }
                (x, y) = (y, x)
            }
            side >>= 1
        }
        return rank
    }

    /// The tree over sorted `leaves`, root first: of each node four coordinates and an offset, for a leaf into the
    /// features, for another the number of its first child.
    static func nodes(_ leaves: [Leaf]) -> [UInt8] {
        var sizes = [leaves.count]
        while let last = sizes.last, last > 1 || sizes.count == 1 { sizes.append((last + nodeSize - 1) / nodeSize) }
        // Where each level begins; the leaves come last.
        var starts: [Int] = []
        var left = sizes.reduce(0, +)
        for size in sizes {
            left -= size
            starts.append(left)
        }
        var offset: UInt64 = 0
        var level = leaves.map { leaf in
            defer { offset += UInt64(leaf.count) }
            return (box: leaf.box, offset: offset)
        }
        var levels = [level]
        for start in starts.dropLast() {
            level = stride(from: 0, to: level.count, by: nodeSize).map { first in
                let children = level[first..<min(first + nodeSize, level.count)]
                let box = children.dropFirst().reduce(level[first].box) { $0.union($1.box) }
                return (box, UInt64(start + first))
            }
            levels.append(level)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(40 * sizes.reduce(0, +))
        for level in levels.reversed() {
            for node in level {
                for edge in [node.box.west, node.box.south, node.box.east, node.box.north] {
                    bytes.appendLittleEndian(edge.bitPattern)
                }
                bytes.appendLittleEndian(node.offset)
            }
        }
        return bytes
    }
}
