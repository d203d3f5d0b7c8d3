import DatelineKit
import GeoTypes
import Geodesy
import MapExport

/// What `distance --matrix` says: a row for each point, a column for each point.
struct MatrixReport {
    let command: DistanceCommand

    /// - Parameter columns: the points of the columns; those of the rows where `nil`.
    func write(rows: [PlacePoint], columns: [PlacePoint]?, to sink: FileDescriptorSink) async throws {
        let measure = try command.measures.measure(forTable: false)
        let labels = rows.map(DistanceReport.label)
        let heads = (columns ?? rows).map(DistanceReport.label)
        let jobs = command.jobs ?? ProcessorCount.available
        let format = command.chosenFormat
        guard format != "geojson" else {
            throw CommandError("--matrix is written as text, csv, tsv or json", code: Termination.usage)
        }
        let isJSON = format == "json" || format == "jsonl"
        let delimiter = isJSON || format == "csv" ? "," : "\t"
        if isJSON {
            var json = JSONWriter()
            json.beginObject()
            json.key("unit")
            json.string(measure.unit.name)
            json.key("from")
            json.strings(labels)
            json.key("to")
            json.strings(heads)
            json.key("distances")
            try sink.write(json.bytes)
            try sink.write("[")
        } else {
            let cells = heads.map { DistanceReport.cell($0, delimiter: delimiter) }
            try sink.write("\(measure.unit.name)\(delimiter)\(cells.joined(separator: delimiter))\n")
        }
        try await DistanceMatrix.rows(
            rows.map(\.coordinate), columns: columns?.map(\.coordinate), measure: measure,
            delimiter: Array(delimiter.utf8)[0], jobs: jobs
        ) { row, cells in
            try sink.write(
                isJSON ? (row > 0 ? ",\n[" : "\n[") : DistanceReport.cell(labels[row], delimiter: delimiter) + delimiter
            )
            try sink.write(cells)
            try sink.write(isJSON ? "]" : "\n")
        }
        if isJSON { try sink.write("\n]}\n") }
    }
}
