import Tables

extension MentionRanking {
    /// One sense per document: mentions of the same name share their probabilities, unless a class word or a container
    /// sets one apart.
    mutating func shareSense() {
        var groups = NumberLists(
            count: evidence.numbers.reduce(0) { max($0, Int($1) + 1) }, capacity: mentions.count)
        var order: [Int32] = []
        order.reserveCapacity(mentions.count)
        for (index, mention) in mentions.enumerated() where mention.placeClass == nil && mention.hasCandidates {
            let number = Int(evidence.numbers[index])
            if groups.isEmpty(number) { order.append(evidence.numbers[index]) }
            groups.append(index, to: number)
        }
        var members: [Int] = []
        var mean: [Double] = []
        members.reserveCapacity(16)
        mean.reserveCapacity(32)
        for number in order {
            members.removeAll(keepingCapacity: true)
            groups.forEach(in: Int(number)) { member in
                members.append(member)
                return true
            }
            guard members.count > 1 else { continue }
            let count = rankings.range(members[0]).count
            mean.removeAll(keepingCapacity: true)
            for _ in 0..<count { mean.append(0) }
            var informed = 0
            for member in members where mentions[member].container >= 0 { informed += 1 }
            let sources = Double(informed > 0 ? informed : members.count)
            for member in members where informed == 0 || mentions[member].container >= 0 {
                let range = rankings.range(member)
                guard range.count == count else { continue }
                for candidate in 0..<count {
                    mean[candidate] += rankings.probabilities[range.lowerBound + candidate] / sources
                }
            }
            for member in members {
                let range = rankings.range(member)
                guard range.count == count else { continue }
                for candidate in 0..<count { rankings.probabilities[range.lowerBound + candidate] = mean[candidate] }
            }
        }
    }
}
