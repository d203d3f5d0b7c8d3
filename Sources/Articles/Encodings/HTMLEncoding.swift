/// The encoding of a web page: its mark, what the server said, what it says itself, what it looks like.
enum HTMLEncoding {
    /// The page, as UTF-8 where the encoding is one of ours, and the name under which libxml2 is to read it.
    static func prepared(_ bytes: [UInt8], declared: String?) -> (bytes: [UInt8], encoding: String) {
        let own = inPage(bytes)
        // ISO-2022-JP is ASCII to the eye, with escapes.
        if let own, own.hasPrefix("iso-2022"), bytes.contains(0x1B) { return (bytes, own) }
        let detected = EncodingDetector.detect(bytes)
        if let detected, [.utf8, .utf16BigEndian, .utf16LittleEndian].contains(detected),
            let text = detected.utf8(bytes)
        {
            return (text, "UTF-8")
        }
        for name in [declared, own].compactMap(\.self) {
            guard let encoding = TextEncoding(named: name) else {
                if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), name.utf8.count < 40 { return (bytes, name) }
                continue
            }
            // UTF-8 with faults: each is replaced.
            return (encoding.utf8(bytes) ?? mended(bytes), "UTF-8")
        }
        return (detected?.utf8(bytes) ?? mended(bytes), "UTF-8")
    }

    private static func mended(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// The encoding that a `meta` element or an XML declaration at the beginning names.
    static func inPage(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for marker in ["charset=", "encoding="] {
            let pattern = Array(marker.utf8)
            guard
                let start = (0..<max(0, head.count - pattern.count)).first(where: { head[$0...].starts(with: pattern) })
            else { continue }
            let rest = head[(start + pattern.count)...].drop { "\"' ".utf8.contains($0) }
            let name = rest.prefix { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
            }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }
}
