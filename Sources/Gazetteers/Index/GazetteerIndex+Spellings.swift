extension GazetteerIndex {
    /// What towns are also called, by the id of the place, in the order of the index: alternate and common names in Latin letters.
    /// Reads the whole index.
    package func spellingsOfSettlements() -> [String: [String]] {
        var spellings: [String: [String]] = [:]
        var position = 0
        while position < length(.entries) {
            var cursor = EntryCursor(entries, at: position)
            _ = cursor.text()
            let next = cursor.enterSpellings()
            while !cursor.isAtEnd {
                let text = cursor.text()
                let end = cursor.endOfPart()
                var place = 0
                while cursor.position < end {
                    let posting = cursor.number()
                    place += posting >> 4
                    if posting & 8 != 0 { _ = cursor.number() }
                    guard let kind = NameKind(rawValue: UInt8(posting & 7)), kind == .alternate || kind == .common,
                        Self.isLatin(text)
                    else { continue }
                    spellings[id(number: place), default: []].append(String(decoding: text, as: UTF8.self))
                }
            }
            guard next > position else { break }
            position = next
        }
        return spellings
    }

    /// Whether all letters lie below U+0250 and the first is an ASCII capital.
    private static func isLatin(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first, first >= 0x41, first <= 0x5A else { return false }
        return text.allSatisfy { $0 < 0x80 || $0 & 0xC0 == 0x80 || $0 < 0xC9 }
    }
}
