import Articles
import GeoTypes
import Geodesy

/// Reads "around 50 km south of Balakliia" before the name of its anchor, and finds the point by the geodesic direct
/// problem. "40 km north of the border with X" has no anchor that is a point, and stays as it is.
struct RelativePlaces {
    let context: DocumentContext
    let vocabulary: RelativePlaceVocabulary

    private var document: Document { context.document }

    /// The offset in front of the toponym at `range`, whose place lies at `anchor`.
    func offset(before range: TextRange, anchor: Coordinate) -> PlaceOffset? {
        let first = document.tokenIndex(at: range.start)
        var index = first - 1
        guard index >= 0, let sentence = context.sentence.indices.contains(first) ? context.sentence[first] : nil else {
            return nil
        }
        func word() -> String? { index >= 0 && context.sentence[index] == sentence ? context.lower(index) : nil }
        guard let link = word(), vocabulary.links.contains(link) else { return nil }
        index -= 1
        while let filler = word(), vocabulary.fillers.contains(filler) { index -= 1 }
        let bearing = takeDirection(&index, sentence: sentence)
        while let between = word(), vocabulary.between.contains(between) { index -= 1 }
        // "of" wants a direction: "50 km of Izium" is a stretch of road.
        guard link != "of" || bearing != nil, let unitWord = word(), let unit = vocabulary.units[unitWord] else {
            return nil
        }
        index -= 1
        if word() == "-" { index -= 1 }
        guard index >= 0, context.sentence[index] == sentence, let number = number(at: index), number > 0 else {
            return nil
        }
        var start = index
        var isApproximate = false
        if index > 0, context.sentence[index - 1] == sentence, vocabulary.approximate.contains(context.lower(index - 1))
        {
            isApproximate = true
            start = index - 1
        }
        let distance = number * unit
        guard distance < 2_000_000 else { return nil }
        // A point of the compass covers 22.5 degrees to either side: sin 22.5 = 0.38.
        let radius = bearing == nil ? distance : distance * (isApproximate ? 0.5 : 0.4)
        let point = bearing.map { Geodesic.wgs84.destination(from: anchor, azimuth: $0, distance: distance) } ?? anchor
        return PlaceOffset(
            range: TextRange(document.tokens[start].range.start, range.end), distance: distance, bearing: bearing,
            point: point, radius: radius)
    }

    /// "south", "south-east", "north west", read backwards.
    private func takeDirection(_ index: inout Int, sentence: Int) -> Double? {
        func direction(_ position: Int) -> (word: String, degrees: Double)? {
            guard position >= 0, context.sentence[position] == sentence,
                let degrees = vocabulary.directions[context.lower(position)]
            else { return nil }
            return (context.lower(position), degrees)
        }
        guard let last = direction(index) else { return nil }
        for gap in [2, 1] {
            if gap == 2, index < 1 || context.lower(index - 1) != "-" { continue }
            if let head = direction(index - gap), let joined = vocabulary.directions[head.word + last.word] {
                index -= gap + 1
                return joined
            }
        }
        index -= 1
        return last.degrees
    }

    private func number(at index: Int) -> Double? {
        if document.tokens[index].kind == .number { return Double(context.lower(index).filter { $0 != "," }) }
        return vocabulary.numbers[context.lower(index)]
    }
}

/// The words of relative places, from `relative_places.tsv`.
struct RelativePlaceVocabulary: Sendable {
    private(set) var fillers: Set<String> = []
    /// Words between the unit and the direction: `20 км на південь від`.
    private(set) var between: Set<String> = []
    private(set) var links: Set<String> = []
    private(set) var approximate: Set<String> = []
    /// Degrees clockwise from north.
    private(set) var directions: [String: Double] = [:]
    /// Metres.
    private(set) var units: [String: Double] = [:]
    private(set) var numbers: [String: Double] = [:]

    init(_ bytes: [UInt8]) throws(GeoparsingError) {
        for (line, row) in try Table.rows(bytes, name: "relative_places.tsv", columns: 3) {
            guard let value = Double(row[2]) else {
                throw .table(name: "relative_places.tsv", line: line, found: row[2], expected: "a number")
            }
            switch row[1] {
            case "filler": fillers.insert(row[0])
            case "between": between.insert(row[0])
            case "link": links.insert(row[0])
            case "approximate": approximate.insert(row[0])
            case "direction": directions[row[0]] = value
            case "unit": units[row[0]] = value
            case "number": numbers[row[0]] = value
            default:
                throw .table(
                    name: "relative_places.tsv", line: line, found: row[1],
                    expected: "filler, between, link, approximate, direction, unit or number")
            }
        }
    }
}
