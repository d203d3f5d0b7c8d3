import Evaluation
import MapExport

/// The result of `evaluate toponyms` for people and for programs.
struct ToponymReport {
    var results: [ToponymResult]
    var folds: Int?
    var speed: ToponymSpeed?

    /// The figures that are averaged over corpora, each 0...1 unless the name has a unit.
    private static func measures(_ result: ToponymResult) -> [(name: String, label: String, value: Double?)] {
        let text = result.fromText
        // A corpus that gives coordinates alone cannot say which id is right.
        func byID(_ share: Double) -> Double? { text.hasIDs ? share : nil }
        var measures: [(name: String, label: String, value: Double?)] = [
            ("detection_precision", "detection, exact span: precision", text.detection.precision),
            ("detection_recall", "  recall", text.detection.recall),
            ("detection_f1", "  F1", text.detection.f1),
            ("overlap_f1", "detection, overlap: F1", text.overlap.f1),
            ("end_to_end_id", "end to end, id", byID(text.endToEndExact)),
            ("end_to_end_161km", "end to end, 161 km", text.endToEnd),
            ("resolution_161km", "  of those found", text.resolution),
            ("auc", "  AUC of the log error (of those placed)", text.distances.area),
            ("auc_all", "  AUC, without a place as 20,039 km", text.distances.areaOverall),
            ("calibration_error", "expected calibration error", text.calibration.error),
        ]
        if let given = result.givenSpans {
            measures += [
                ("given_id", "given spans, id", byID(given.0.endToEndExact)),
                ("given_161km", "given spans, 161 km", given.0.endToEnd),
                ("given_auc_all", "  AUC, without a place as 20,039 km", given.0.distances.areaOverall),
                ("given_161km_with_demonyms", "  161 km, demonyms counted too", given.all.endToEnd),
            ]
        }
        let coverage = text.coverage
        func share(_ count: Int) -> Double { coverage.linked == 0 ? 0 : Double(count) / Double(coverage.linked) }
        return measures + [
            ("coverage_id", "gazetteer has the place (id)", byID(share(coverage.hasID))),
            ("coverage_id_under_name", "  under the name as written", byID(share(coverage.hasIDUnderName))),
            ("coverage_25km", "  a place of the name within 25 km", share(coverage.within25km)),
            ("coverage_161km", "  within 161 km: the ceiling", share(coverage.within161km)),
        ]
    }

    private static func mean(_ values: [Double?]) -> Double? {
        let known = values.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }

    func text() -> String {
        let columns = results.map(Self.measures)
        let isAveraged = results.count > 1
        var lines: [String] = []
        if let folds { lines.append("\(folds)-fold cross-validation over whole documents") }
        let widths = results.map { max(9, $0.name.count + 2) }
        func row(_ label: String, _ cells: [String], _ average: String?) -> String {
            var line = Self.padded(label, 42)
            for (cell, width) in zip(cells, widths) { line += Self.right(cell, width) }
            if let average, isAveraged { line += Self.right(average, 10) }
            return line
        }
        lines.append(row("", results.map(\.name), "average"))
        lines.append(row("documents", results.map { "\($0.fromText.documents)" }, nil))
        lines.append(row("gold toponyms", results.map { "\($0.fromText.detection.expected)" }, nil))
        lines.append(row("  with coordinates", results.map { "\($0.fromText.all.linked)" }, nil))
        for (index, measure) in (columns.first ?? []).enumerated() {
            let values = columns.map { $0[index].value }
            let isArea = measure.name.contains("auc") || measure.name.contains("calibration")
            func cell(_ value: Double?) -> String {
                value.map { isArea ? "\(($0 * 1000).rounded() / 1000)" : Percent.digits($0) } ?? "-"
            }
            lines.append(row(measure.label, values.map(cell), cell(Self.mean(values))))
        }
        lines.append(
            row(
                "median error of those placed, km",
                results.map { result in
                    result.fromText.distances.median.map { "\(($0 / 100).rounded() / 10)" } ?? "-"
                }, nil))
        lines += ["", "right within 161 km, end to end, by class of the right place (of how many)"]
        for type in ToponymClass.allCases where results.contains(where: { $0.fromText.classes[type] != nil }) {
            let cells = results.map { result in
                result.fromText.classes[type].map { "\(Self.whole($0.share($0.within161km))) (\($0.linked))" } ?? "-"
            }
            var line = Self.padded(type.rawValue, 38)
            for (cell, width) in zip(cells, widths) { line += Self.right(cell, max(13, width)) }
            lines.append(line)
        }
        lines += ["", "mistakes by kind"]
        for kind in ToponymMistake.Kind.allCases {
            let counts = results.map { result in result.fromText.mistakes.count { $0.kind == kind } }
            guard counts.contains(where: { $0 > 0 }) else { continue }
            lines.append(row(kind.rawValue, counts.map { "\($0)" }, nil))
        }
        if let speed {
            let rate = (Double(speed.bytes) / speed.seconds / 1e5).rounded() / 10
            let loading = (speed.loading * 10_000).rounded() / 10
            lines += ["", "\(rate) MB of text a second of one core; loading the models \(loading) ms"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    func json() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("folds")
        json.integer(folds)
        json.key("corpora")
        json.beginArray()
        for result in results {
            json.newline()
            json.beginObject()
            json.key("name")
            json.string(result.name)
            Self.write(result.fromText, to: &json)
            Self.write(Self.measures(result).map { ($0.name, $0.value) }, to: &json)
            json.endObject()
        }
        json.endArray()
        let columns = results.map(Self.measures)
        json.key("average")
        json.beginObject()
        Self.write(
            (columns.first ?? []).indices.map { index in
                (columns[0][index].name, Self.mean(columns.map { $0[index].value }))
            }, to: &json)
        json.endObject()
        if let speed {
            json.key("speed")
            json.beginObject()
            json.key("bytes")
            json.integer(speed.bytes)
            json.key("cpu_s")
            json.number(speed.seconds, decimals: 4)
            json.key("loading_s")
            json.number(speed.loading, decimals: 4)
            json.endObject()
        }
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ measures: [(String, Double?)], to json: inout JSONWriter) {
        for (name, value) in measures {
            json.key(name)
            json.number(value, decimals: 4)
        }
    }

    private static func write(_ evaluation: ToponymEvaluation, to json: inout JSONWriter) {
        for (name, count) in [
            ("documents", evaluation.documents), ("gold", evaluation.detection.expected),
            ("found", evaluation.detection.found), ("linked", evaluation.all.linked),
        ] {
            json.key(name)
            json.integer(count)
        }
        json.key("median_error_km")
        json.number(evaluation.distances.median.map { $0 / 1000 }, decimals: 3)
        json.key("classes")
        json.beginObject()
        for type in ToponymClass.allCases {
            guard let tally = evaluation.classes[type] else { continue }
            json.key(type.rawValue)
            json.beginObject()
            for (name, count) in [
                ("linked", tally.linked), ("found", tally.found), ("id", tally.exactID), ("161km", tally.within161km),
            ] {
                json.key(name)
                json.integer(count)
            }
            json.endObject()
        }
        json.endObject()
        json.key("mistakes")
        json.beginObject()
        for (kind, count) in evaluation.mistakeCounts {
            json.key(kind.rawValue)
            json.integer(count)
        }
        json.endObject()
        json.key("calibration")
        json.beginArray()
        for bin in evaluation.calibration.bins {
            json.beginObject()
            json.key("count")
            json.integer(bin.count)
            json.key("confidence")
            json.number(bin.count == 0 ? nil : bin.confidence / Double(bin.count), decimals: 3)
            json.key("right")
            json.number(bin.count == 0 ? nil : Double(bin.right) / Double(bin.count), decimals: 3)
            json.endObject()
        }
        json.endArray()
    }

    /// A table of all mistakes, tab-separated, with a header.
    func mistakes() -> String {
        var lines = ["corpus\tkind\tarticle\tstart\ttext\texpected\tfound\tkm\tpassage"]
        for result in results {
            for mistake in result.fromText.mistakes {
                lines.append(
                    [
                        result.name, mistake.kind.rawValue, mistake.article, "\(mistake.start)", mistake.text,
                        mistake.expected ?? "-", mistake.found ?? "-",
                        mistake.distance.map { "\(Int(min($0, 1e9) / 1000))" } ?? "-", mistake.passage,
                    ].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func whole(_ value: Double) -> String { "\(Int((value * 100).rounded()))" }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
