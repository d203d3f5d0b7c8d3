import Gazetteers
import Tables

/// What the names of a document say together before any is resolved: each name votes for the divisions and the
/// surroundings of its candidates, the louder the fewer it has.
struct CandidateVotes {
    /// By the number of the division.
    private var divisions: [Double]
    /// The divisions that each name votes for, and how loud.
    private var own: NumberLists
    private var share: [Double]
    private var grid = CellGrid(height: 1.5, width: 2, capacity: 60)
    /// The name whose own divisions are marked, by division.
    private var marks: [Int32]
    /// By name the vote for what is asked about, -1 for none.
    private var votes: [Double]
    private var voters: [Int32] = []

    /// - Parameters:
    ///   - numbers: the number of each mention's name.
    ///   - names: how many there are.
    init(_ mentions: [Mention], numbers: [Int32], names: Int, pool: CandidatePool) {
        divisions = [Double].filled(with: 0, count: pool.divisions.count)
        own = NumberLists(count: names, capacity: 64)
        share = [Double].filled(with: 0, count: names)
        marks = [Int32].filled(with: -1, count: pool.divisions.count)
        votes = [Double].filled(with: -1, count: names)
        var hasVoted = [Bool].filled(with: false, count: names)
        for (mention, name) in zip(mentions, numbers) where mention.hasCandidates && mention.probability >= 0.3 {
            let number = Int(name)
            guard !hasVoted[number] else { continue }
            hasVoted[number] = true
            let range = pool[mention.candidates].range
            var count = 0
            var points = 0
            for index in range {
                if pool.entries[index].isPoint { points += 1 }
                let division = Int(pool.entries[index].divisionNumber)
                guard division >= 0, marks[division] != name else { continue }
                marks[division] = name
                own.append(division, to: number)
                count += 1
            }
            let loudness = count == 0 ? 0 : mention.probability / Double(count)
            share[number] = loudness
            own.forEach(in: number) { division in
                divisions[division] += loudness
                return true
            }
            guard points <= 60 else { continue }
            for index in range where pool.entries[index].isPoint {
                let entry = pool.entries[index]
                grid.append(
                    CellGrid.Item(
                        name: name, latitude: entry.latitude, longitude: entry.longitude,
                        weight: mention.probability / Double(points), identity: entry.identity))
            }
        }
    }

    /// Makes ready for questions that leave out the votes of the name `number`, -1 for none.
    mutating func exclude(_ number: Int) {
        guard number >= 0 else { return }
        own.forEach(in: number) { division in
            marks[division] = Int32(truncatingIfNeeded: number)
            return true
        }
    }

    /// The votes of the other names for the division numbered `division`, after ``exclude(_:)``.
    func division(_ division: Int, excluding number: Int) -> Double {
        guard division < divisions.count else { return 0 }
        let total = divisions[division]
        guard total > 0, number >= 0 else { return total }
        return max(0, total - (Int(marks[division]) == number ? share[number] : 0))
    }

    /// The votes of the other names for the surroundings of `place`: a vote fades to a half at 40 km.
    mutating func surroundings(_ place: CandidateEntry, excluding number: Int) -> Double {
        guard !grid.isEmpty else { return 0 }
        let closeness = Closeness(to: place)
        grid.forEach(around: place.latitude, place.longitude) { item in
            guard Int(item.name) != number else { return }
            let square = closeness.square(item.latitude, item.longitude) / 0.13
            guard square < 16 else { return }
            let vote = item.weight / (1 + square)
            let voter = Int(item.name)
            if votes[voter] < 0 { voters.append(item.name) }
            votes[voter] = max(votes[voter], vote)
        }
        var sum = 0.0
        for voter in voters {
            sum += votes[Int(voter)]
            votes[Int(voter)] = -1
        }
        voters.removeAll(keepingCapacity: true)
        return sum
    }
}
