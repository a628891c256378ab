/// Who may win where the lowest rank wins and among equals the latest time, some of it being unknown.
///
/// Each entrant's unknown facts are taken to be independent of the others'. Then an entrant may win if, at one of its
/// ranks and at its latest time, every other may be out, or worse, or no later; no reading need be played through.
struct SelectionContest {
    /// One that takes part.
    struct Entrant {
        /// The ranks that it may have; empty for one that is out.
        var ranks: Set<Int>
        /// Whether it may be out.
        var mayBeOut: Bool
        /// Nil where nothing is known of it.
        let time: PossibleTime?
    }

    /// What may come of it.
    struct Result: Hashable {
        /// The numbers of those that may win.
        var winners: Set<Int>
        /// Whether there may be none.
        var mayBeNone: Bool

        mutating func formUnion(_ other: Self) {
            winners.formUnion(other.winners)
            mayBeNone = mayBeNone || other.mayBeNone
        }
    }

    let entrants: [Entrant]

    var result: Result {
        Result(
            winners: Set(
                entrants.indices.filter { number in
                    entrants[number].ranks.contains { mayWin(number, at: $0) }
                }
            ),
            mayBeNone: entrants.allSatisfy { $0.mayBeOut || $0.ranks.isEmpty }
        )
    }

    private func mayWin(_ number: Int, at rank: Int) -> Bool {
        entrants.indices.allSatisfy { $0 == number || mayLose(entrants[$0], to: entrants[number], at: rank) }
    }

    private func mayLose(_ entrant: Entrant, to winner: Entrant, at rank: Int) -> Bool {
        if entrant.mayBeOut || entrant.ranks.isEmpty || entrant.ranks.contains(where: { $0 > rank }) {
            return true
        }
        guard entrant.ranks.contains(rank) else { return false }
        guard let time = entrant.time, let winning = winner.time else { return true }
        return time.mayBeAtOrBefore(winning)
    }
}
