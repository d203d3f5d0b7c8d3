/// What acts for a place: `Spanish government`, `Leeds Crown Court`, `London's police`.
enum Institution: String, Sendable, CaseIterable {
    /// Governs a state, at home: a ministry, a parliament.
    case national
    /// Sits in one town or works in its streets: a court, a council, police, a hospital.
    case local
    /// Acts anywhere: troops, warplanes.
    case forces
    /// A piece of land or a building: a coast, a prison.
    case land
    /// People, of whom the name only says where they are from.
    case person
}

/// The words of each kind of institution: `institutions.tsv`, kind and words.
struct InstitutionTable: Sendable {
    /// For each word of the vocabulary 1 + the number of its kind, or 0.
    let kinds: [UInt8]

    /// - Parameters:
    ///   - words: of the table.
    ///   - vocabulary: complete.
    init(_ words: [(word: Int32, label: Institution)], vocabulary: Vocabulary) {
        var kinds = [UInt8](repeating: 0, count: vocabulary.count)
        for (word, kind) in words {
            kinds[Int(word)] = UInt8((Institution.allCases.firstIndex(of: kind) ?? 0) + 1)
        }
        self.kinds = kinds
    }

    subscript(word: Int32) -> Institution? {
        let kind = Int(kinds[Int(word)])
        return kind > 0 ? Institution.allCases[kind - 1] : nil
    }
}
