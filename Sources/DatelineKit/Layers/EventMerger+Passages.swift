import Tables

/// What the same passage in several articles says, for reports that are too vague to be told apart otherwise.
extension EventMerger {
    /// For each report without a town or a day that is told in the words of an earlier one, by another article, the place of that
    /// one in the order, and -1 for others: they agree in type, modality, trigger, place and time, as far as they have any.
    ///
    /// Reports are compared within a block of these only. The work is that of sorting.
    ///
    /// - Parameters:
    ///   - order: the reports of `store`, in order.
    ///   - ids: for each article a number that is the same for the same id.
    func joinedByPassage(
        _ order: [Int32], _ store: EventStore, ids: [Int32], isRelated: (String, String) -> Bool
    ) -> [Int32] {
        var vague: [(block: UInt64, number: Int32)] = []
        vague.reserveCapacity(order.count { store.key($0).isVague })
        for (number, event) in order.enumerated() where store.key(event).isVague {
            vague.append((store.key(event).block, Int32(truncatingIfNeeded: number)))
        }
        vague.sort { ($0.block, $0.number) < ($1.block, $1.number) }
        var joins = [Int32](repeating: -1, count: order.count)
        for run in vague.runs(where: { $0.block == $1.block }) where run.count > 1 {
            let block = run.map { (number: $0.number, event: order[Int($0.number)]) }
            join(block, store, ids: ids, isRelated: isRelated, into: &joins)
        }
        return joins
    }

    private func join(
        _ block: [(number: Int32, event: Int32)], _ store: EventStore, ids: [Int32],
        isRelated: (String, String) -> Bool, into joins: inout [Int32]
    ) {
        var passages = RepeatedPassages()
        // For each of the block the first of its event, and for that the articles that report it.
        var firsts: [Int32] = []
        var articles: [Int32: Set<Int32>] = [:]
        func article(_ position: Int) -> Int32 { ids[Int(store.key(block[position].event).article)] }
        for (position, report) in block.enumerated() {
            let own = article(position)
            let found = passages.add(store.passage(report.event)) { other in
                let first = firsts[other]
                return articles[first].map { !$0.contains(own) } ?? (article(Int(first)) != own)
            } isRelated: { other in
                isRelated(store.article(of: block[other].event).id, store.article(of: report.event).id)
            }
            guard let found else {
                firsts.append(Int32(truncatingIfNeeded: position))
                continue
            }
            let first = firsts[found]
            firsts.append(first)
            articles[first, default: [article(Int(first))]].insert(own)
            joins[Int(report.number)] = block[Int(first)].number
        }
    }

    /// The articles of one event whose passage is that of an earlier one.
    ///
    /// - Parameter reports: those of the event, in order.
    static func repeats(
        _ reports: [Int32], of store: EventStore, isRelated: (String, String) -> Bool
    ) -> [EventClusters.Repeat] {
        var passages = RepeatedPassages()
        var pairs: [EventClusters.Repeat] = []
        for report in reports {
            let found = passages.add(store.passage(report)) { other in
                isRelated(store.article(of: reports[other]).id, store.article(of: report).id)
            }
            guard let found else { continue }
            pairs.append(
                EventClusters.Repeat(article: store.key(report).article, original: store.key(reports[found]).article))
        }
        return pairs
    }
}
