/// A piece of the page's template.
enum TemplatePart: Sendable {
    /// What stands in double braces.
    enum Slot: String, CaseIterable, Sendable {
        case policy, title, style, data, basemap, script
        case leafletStyle = "leaflet-style"
        case leafletScript = "leaflet-script"
    }

    case text(String)
    case slot(Slot)

    /// Cuts a template at its `{{slots}}`.
    static func parse(_ template: String, file: String) throws -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var text: [UInt8] = []
        let bytes = Array(template.utf8)
        var index = 0
        while index < bytes.count {
            let isOpen = bytes[index...].starts(with: "{{".utf8)
            guard isOpen, let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
                bytes[close...].starts(with: "}}".utf8)
            else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let name = String(decoding: bytes[index + 2..<close], as: UTF8.self)
            guard let slot = Slot(rawValue: name) else { throw WebPageError.unknownSlot(file: file, name: name) }
            parts.append(.text(String(decoding: text, as: UTF8.self)))
            parts.append(.slot(slot))
            text.removeAll()
            index = close + 2
        }
        parts.append(.text(String(decoding: text, as: UTF8.self)))
        return parts
    }
}
