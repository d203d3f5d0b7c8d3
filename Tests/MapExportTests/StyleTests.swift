import Foundation
import MapExport
import Testing

@Suite struct StyleTests {
    @Test func everyPLOVERTypeHasARow() throws {
        let types = """
            AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION \
            MOBILIZE COERCE ASSAULT
            """
        let style = try Resources.style()
        #expect(style.entries.map(\.type) == types.split(separator: " ").map(String.init))
        #expect(style.marker(for: "ASSAULT") == ("#c84435", "fire-station"))
        #expect(style.marker(for: "NO SUCH TYPE").color == style.other.colour)
        #expect(style[nil] == style.other)
    }

    @Test(arguments: [
        ("", "no row for the type '*'"), ("type\tcolour\n", "s:1: found 'type colour', expected the columns type quad"),
        ("HEADA\tq\tred\tcircle\tx\tA\n", "s:2: found the colour 'red'"),
        ("HEADA\tq\t#ff0000\toval\tx\tA\n", "s:2: found the shape 'oval', expected one of circle, square"),
        ("HEADA\tq\t#ff0000\n", "s:2: found 3 cells"),
        ("HEAD# c\nA\tq\t#ff0000\tcircle\tx\tA\nA\tq\t#ff0000\tcircle\tx\tA\n", "s:4: found the type 'A'"),
    ])
    func aBadTableIsNamed(table: String, message: String) {
        let header = "type\tquad\tcolour\tshape\tsymbol\tlabel\n"
        let error = #expect(throws: StyleError.self) {
            try MapStyle(table: table.replacing("HEAD", with: header), file: "s")
        }
        #expect(error?.description.contains(message) == true)
    }

    /// Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1, on linear RGB.
    private static let visions: [(name: String, matrix: [Double])] = [
        ("full", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        ("protanopia", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
        ("deuteranopia", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
        ("tritanopia", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
    ]

    /// OKLab of `#rrggbb` as someone sees it.
    private func lab(_ colour: String, _ matrix: [Double]) -> [Double] {
        func times(_ m: [Double], _ v: [Double]) -> [Double] {
            (0..<3).map { m[$0 * 3] * v[0] + m[$0 * 3 + 1] * v[1] + m[$0 * 3 + 2] * v[2] }
        }
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let linear = [value >> 16, value >> 8 & 255, value & 255].map { channel in
            let part = Double(channel) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        let seen = times(matrix, linear).map { min(1, max(0, $0)) }
        let cones = times(
            [
                0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
                0.2817188376, 0.6299787005,
            ], seen
        ).map { cbrt($0) }
        return times(
            [
                0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371,
                0.7827717662, -0.8086757660,
            ], cones)
    }

    @Test func noTwoColoursLookAlike() throws {
        let entries = try Resources.style().entries
        for (name, matrix) in Self.visions {
            for (index, a) in entries.enumerated() {
                for b in entries[(index + 1)...] {
                    let difference = zip(lab(a.colour, matrix), lab(b.colour, matrix)).map { pow($0 - $1, 2) }
                    let distance = sqrt(difference.reduce(0, +))
                    #expect(distance >= (name == "full" ? 0.07 : 0.08), "\(a.type) and \(b.type), \(name)")
                }
            }
        }
    }
}
