import Gazetteers
public import GeoTypes
public import Geodesy

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A picture of lines on a map, as SVG: coast and borders, the lines, their ends with names, a scale.
///
/// Drawn in Lambert's azimuthal equal-area projection around the middle of the lines, in which the antimeridian and the
/// poles are places like any other.
public struct RoutePicture {
    public struct Line {
        public var path: any Path
        /// Written at its middle.
        public var label: String

        public init(path: any Path, label: String) {
            self.path = path
            self.label = label
        }
    }

    public struct Stop: Hashable {
        public var coordinate: Coordinate
        public var label: String

        public init(coordinate: Coordinate, label: String) {
            self.coordinate = coordinate
            self.label = label
        }
    }

    private let lines: [Line]
    private let stops: [Stop]
    private let towns: [Stop]
    private let basemap: JSONValue?
    private let plane: AzimuthalPlane
    private let frame: PictureFrame
    /// The lines on the plane.
    private let drawn: [[PlanePoint]]

    /// - Parameters:
    ///   - towns: names for orientation, the most important first; written where there is room.
    ///   - basemap: the text of MapExport's `basemap.json`.
    public init(lines: [Line], stops: [Stop], towns: [Stop] = [], basemap: String) {
        self.lines = lines
        self.stops = stops
        self.towns = towns
        self.basemap = Array(basemap.utf8).withUnsafeBufferPointer { JSONValue($0) }
        plane = AzimuthalPlane(around: stops.map(\.coordinate) + lines.map(\.path.midpoint))
        let plane = self.plane
        drawn = lines.map { line in
            let pieces = max(2, min(500, Int(line.path.length / 20_000)))
            return (0...pieces).map {
                plane.project(line.path.point(at: line.path.length * Double($0) / Double(pieces)))
            }
        }
        frame = PictureFrame(around: drawn.flatMap { $0 } + stops.map { plane.project($0.coordinate) })
    }

    // MARK: Writing

    public func svg(title: String) -> String {
        let (width, height) = (Int(frame.width), Int(frame.height))
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif">
            <title>\(Self.escaped(title))</title>
            <rect width="\(width)" height="\(height)" fill="#dfe9ef"/>

            """
        text +=
            "<path d=\"\(land())\" fill=\"#f7f5ef\" fill-rule=\"evenodd\" stroke=\"#9aaab4\" stroke-width=\"0.7\"/>\n"
        for (name, style) in [
            ("divisions", "stroke=\"#d9d3c7\" stroke-width=\"0.7\""),
            ("borders", "stroke=\"#a39a8b\" stroke-width=\"1.1\""),
            ("disputed", "stroke=\"#a39a8b\" stroke-width=\"1.1\" stroke-dasharray=\"4 3\""),
        ] {
            text += "<path d=\"\(strokes(name))\" fill=\"none\" \(style)/>\n"
        }
        text += townNames()
        for line in drawn {
            let path = Self.path(line.map(frame.pixel), isClosed: false)
            text += "<path d=\"\(path)\" fill=\"none\" stroke=\"#fff\" stroke-width=\"5\" stroke-linecap=\"round\"/>\n"
            text +=
                "<path d=\"\(path)\" fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2.6\" stroke-linecap=\"round\"/>\n"
        }
        for (line, points) in zip(lines, drawn) where !line.label.isEmpty {
            let middle = frame.pixel(points[points.count / 2])
            text += label(line.label, x: middle.x, y: middle.y - 9, anchor: "middle", size: 15, weight: 400)
        }
        for stop in stops {
            let point = frame.pixel(plane.project(stop.coordinate))
            let isRight = point.x > frame.width * 0.7
            text += """
                <circle cx="\(Self.number(point.x))" cy="\(Self.number(point.y))" r="5.5" fill="#b3261e" stroke="#fff" \
                stroke-width="2"/>

                """
            text += label(
                stop.label, x: point.x + (isRight ? -11 : 11), y: point.y + 5, anchor: isRight ? "end" : "start",
                size: 17, weight: 600)
        }
        return text + scaleBar()
            + label(
                "Natural Earth, GeoNames (CC BY 4.0)", x: frame.width - 10, y: frame.height - 10, anchor: "end",
                size: 11,
                weight: 400) + "</svg>\n"
    }

    /// A page with the picture and nothing else; it asks no network.
    public func html(title: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>\(Self.escaped(title))</title>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>body { margin: 0; background: #fff } svg { display: block; margin: auto; max-width: 100%; height: auto }</style>
        </head><body>
        \(svg(title: title))</body></html>

        """
    }

    // MARK: Pieces

    /// At most thirty towns, away from each other, from the ends and from the lines.
    private func townNames() -> String {
        var taken = stops.map { frame.pixel(plane.project($0.coordinate)) } + drawn.flatMap { $0.map(frame.pixel) }
        var text = ""
        var count = 0
        for town in towns where count < 30 {
            let point = frame.pixel(plane.project(town.coordinate))
            let isInside = (20...frame.width - 110).contains(point.x) && (20...frame.height - 40).contains(point.y)
            guard isInside, !taken.contains(where: { abs($0.x - point.x) < 120 && abs($0.y - point.y) < 30 }) else {
                continue
            }
            taken.append(point)
            count += 1
            let (x, y) = (Self.number(point.x), Self.number(point.y))
            text += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"2.2\" fill=\"#6b6f76\"/>\n"
            text += label(
                town.label, x: point.x + 6, y: point.y + 4, anchor: "start", size: 12, weight: 400, colour: "#5a5e66")
        }
        return text
    }

    private func rings(_ name: String) -> [[Coordinate]] {
        let scale = basemap?["scale"]?.number ?? 1
        return (basemap?[name]?.elements ?? []).map { line in
            let numbers = line.elements.map { $0.number ?? 0 }
            var (x, y) = (0.0, 0.0)
            return stride(from: 0, to: numbers.count - 1, by: 2).map { index in
                x += numbers[index]
                y += numbers[index + 1]
                return Coordinate(latitude: y / scale, longitude: x / scale)
            }
        }
    }

    private func land() -> String {
        var text = ""
        for ring in rings("land") {
            let points = ring.map { frame.pixel(plane.project($0)) }
            // What holds the point opposite the middle is everything outside of its outline.
            let isTurned = plane.antipodeLies(in: ring)
            if isTurned { text += "M-9 -9H\(Int(frame.width) + 9)V\(Int(frame.height) + 9)H-9Z" }
            guard isTurned || frame.meets(points) else { continue }
            text += Self.path(points, isClosed: true)
        }
        return text
    }

    private func strokes(_ name: String) -> String {
        rings(name).map { $0.map { frame.pixel(plane.project($0)) } }.filter(frame.meets)
            .map { Self.path($0, isClosed: false) }.joined()
    }

    /// Moves of less than half a pixel are left out.
    private static func path(_ points: [PlanePoint], isClosed: Bool) -> String {
        guard var last = points.first else { return "" }
        var text = "M\(number(last.x)) \(number(last.y))"
        for (index, point) in points.enumerated().dropFirst() {
            let isEnd = index == points.count - 1
            guard isEnd || abs(point.x - last.x) + abs(point.y - last.y) >= 0.6 else { continue }
            text += "L\(number(point.x)) \(number(point.y))"
            last = point
        }
        return text + (isClosed ? "Z" : "")
    }

    private func scaleBar() -> String {
        // The largest round length of at most a quarter of the width.
        let widest = frame.width / 4 / frame.pixelsPerMetre
        let power = pow(10, floor(log10(widest)))
        let length = [5.0, 2, 1].map { $0 * power }.first { $0 <= widest } ?? power
        let pixels = length * frame.pixelsPerMetre
        let (x, y) = (18.0, frame.height - 20)
        let words = length >= 1000 ? "\(Int(length / 1000)) km" : "\(Int(length)) m"
        return """
            <path d="M\(Self.number(x)) \(Self.number(y - 6))v6h\(Self.number(pixels))v-6" fill="none" stroke="#333" \
            stroke-width="1.5"/>

            """ + label(words, x: x + pixels / 2, y: y - 8, anchor: "middle", size: 12, weight: 400)
    }

    private func label(
        _ text: String, x: Double, y: Double, anchor: String, size: Int, weight: Int, colour: String = "#1d1d1f"
    ) -> String {
        """
        <text x="\(Self.number(x))" y="\(Self.number(y))" text-anchor="\(anchor)" font-size="\(size)" \
        font-weight="\(weight)" fill="\(colour)" stroke="#fff" stroke-width="3.5" stroke-linejoin="round" \
        paint-order="stroke">\(Self.escaped(text))</text>

        """
    }

    private static func number(_ value: Double) -> String {
        String(fixed: max(-1e6, min(1e6, value)), decimals: 1, trimmed: true)
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
            }
        }
    }
}
