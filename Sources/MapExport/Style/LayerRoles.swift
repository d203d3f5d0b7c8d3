/// The positions of the fields that ``FieldRoles`` names, in one layer.
struct LayerRoles {
    let title, category, modality, weight, passage, start, end: Int?
    let articleTitle, articleURL, publisher, published: Int?
    /// The fields that are data and have no place of their own.
    let data: [Int]

    init(_ layer: Layer) {
        title = layer.fieldIndex(FieldRoles.title)
        category = layer.fieldIndex(FieldRoles.category)
        modality = layer.fieldIndex(FieldRoles.modality)
        weight = layer.fieldIndex(FieldRoles.weight)
        passage = layer.fieldIndex(FieldRoles.passage)
        start = layer.fieldIndex(FieldRoles.start)
        end = layer.fieldIndex(FieldRoles.end)
        articleTitle = layer.fieldIndex(FieldRoles.articleTitle)
        articleURL = layer.fieldIndex(FieldRoles.articleURL)
        publisher = layer.fieldIndex(FieldRoles.publisher)
        published = layer.fieldIndex(FieldRoles.published)
        let elsewhere = [title, start, end]
        data = layer.fields.indices.filter {
            !elsewhere.contains($0) && !FieldRoles.styling.contains(layer.fields[$0].name)
        }
    }

    /// The value of a field as text that is not empty, or `nil`.
    func text(_ field: Int?, of feature: Feature) -> String? {
        guard let field, field < feature.properties.count else { return nil }
        switch feature.properties[field] {
        case .null: return nil
        case .string(let text): return text.isEmpty ? nil : text
        case .integer(let value): return String(value)
        case .number(let value, let decimals):
            var bytes: [UInt8] = []
            return bytes.append(value, decimals: decimals) ? String(decoding: bytes, as: UTF8.self) : nil
        case .strings(let values): return values.isEmpty ? nil : values.joined(separator: "; ")
        }
    }

    func integer(_ field: Int?, of feature: Feature) -> Int? {
        guard let field, field < feature.properties.count, case .integer(let value) = feature.properties[field] else {
            return nil
        }
        return value
    }

    /// Whether the feature is something that is not known to have happened.
    func isHollow(_ feature: Feature) -> Bool {
        guard let modality = text(modality, of: feature) else { return false }
        return modality != FieldRoles.plainModality
    }

    /// The field's name, changed where GDAL's LIBKML driver has a column of that name.
    func dataName(of field: Field) -> String {
        Self.reserved.contains(field.name.lowercased()) ? field.name + "_" : field.name
    }

    private static let reserved: Set<String> = [
        "name", "description", "timestamp", "begin", "end", "altitudemode", "tessellate", "extrude", "visibility",
        "draworder", "icon", "snippet", "id",
    ]
}
