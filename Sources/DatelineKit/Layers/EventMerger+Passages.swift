import Tables

/// What the same passage in several articles says, for reports that are too vague to be told apart otherwise.
extension EventMerger {
    /// For each report without a town or a day that is told in the words of an earlier one, by another article, the number of that
    /// one: they agree in type, modality, trigger, place and time, as far as they have any.
    ///
    /// Reports are compared within a block of these only. The work is that of sorting.
    ///
    /// - Parameter reports: in order.
    func joinedByPassage(_ reports: [EventReport], isRelated: (String, String) -> Bool) -> [Int32: Int32] {
        var vague: [(block: UInt64, number: Int32)] = []
        for (number, report) in reports.enumerated()
        where Self.place(of: report.event) == nil || Self.days(of: report.event) == nil {
            vague.append((Self.block(report.event), Int32(truncatingIfNeeded: number)))
        }
        vague.sort { ($0.block, $0.number) < ($1.block, $1.number) }
        var joins: [Int32: Int32] = [:]
        var start = 0
        while start < vague.count {
            var end = start + 1
            while end < vague.count, vague[end].block == vague[start].block { end += 1 }
            if end - start > 1 {
                join(vague[start..<end].map(\.number), reports, isRelated: isRelated, into: &joins)
            }
            start = end
        }
        return joins
    }

    private func join(
        _ block: [Int32], _ reports: [EventReport], isRelated: (String, String) -> Bool,
        into joins: inout [Int32: Int32]
    ) {
        var passages = RepeatedPassages()
        // For each of the block the first of its event, and for that the articles that report it.
        var firsts: [Int] = []
        var articles: [Set<String>] = []
        for (position, number) in block.enumerated() {
            let report = reports[Int(number)]
            let found = passages.add(report.event.passage.text) { other in
                !articles[firsts[other]].contains(report.source.id)
            } isRelated: { other in
                isRelated(reports[Int(block[other])].source.id, report.source.id)
            }
            articles.append([])
            let first = found.map { firsts[$0] } ?? position
            firsts.append(first)
            articles[first].insert(report.source.id)
            if found != nil { joins[number] = block[first] }
        }
    }

    /// A hash of what two reports of one passage have in common besides it.
    private static func block(_ event: EventRecord) -> UInt64 {
        block(event.type, event.modality, event.trigger.text, event.location?.place.id ?? "", event.time?.edtf ?? "")
    }

    /// A hash of several texts.
    static func block(_ parts: String...) -> UInt64 {
        var hash = StableHash.seed
        for part in parts {
            for byte in part.utf8 { hash = StableHash.hashed(hash, byte) }
            hash = StableHash.hashed(hash, 0)
        }
        return StableHash.mixed(hash)
    }

    /// The articles of one event whose passage is that of an earlier one.
    ///
    /// - Parameter reports: those of the event, in order.
    static func repeats(_ reports: [EventReport], isRelated: (String, String) -> Bool) -> [DuplicateGroups.Pair] {
        var passages = RepeatedPassages()
        var pairs: [DuplicateGroups.Pair] = []
        for report in reports {
            let found = passages.add(report.event.passage.text) { other in
                isRelated(reports[other].source.id, report.source.id)
            }
            guard let found else { continue }
            pairs.append(DuplicateGroups.Pair(article: report.source.id, original: reports[found].source.id))
        }
        return pairs
    }
}
