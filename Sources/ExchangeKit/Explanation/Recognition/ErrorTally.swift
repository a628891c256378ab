/// Puts the readings of several passages together.
struct ErrorTally {
    private struct Entry {
        var recognised: Explanation.Recognised
        var strength: Int
        let order: Int
    }

    private let facts: [PastedFact]
    private var entries: [String: Entry] = [:]
    private var unknown: [String] = []

    /// Codes of one text that are named; the rest of a log is like them.
    private static let listed = 50

    init(facts: [PastedFact]) { self.facts = facts }

    mutating func count(_ reading: PassageReading) {
        for match in reading.matches {
            let seen = match.sightings.sorted { $0.position < $1.position }.compactMap(\.text)
            let id = match.error.id
            guard var entry = entries[id] else {
                let recognised = Explanation.Recognised(
                    error: match.error,
                    seen: Self.unique(seen),
                    count: 1,
                    checks: match.error.checks.map { $0.filled(from: facts) }
                )
                entries[id] = Entry(
                    recognised: recognised,
                    strength: match.strength,
                    order: entries.count
                )
                continue
            }
            entry.recognised.count += 1
            entry.recognised.seen = Array(Self.unique(entry.recognised.seen + seen).prefix(Self.listed))
            entry.strength = max(entry.strength, match.strength)
            entries[id] = entry
        }
        for text in reading.unknown.compactMap(\.text)
        where unknown.count < Self.listed && !unknown.contains(text) { unknown.append(text) }
    }

    /// The most specific first; of equals, those that concern a certificate, then in the text's order.
    var errors: [Explanation.Recognised] {
        entries.values.sorted { one, other in
            (-one.strength, one.recognised.error.bearing.rank, one.order)
                < (-other.strength, other.recognised.error.bearing.rank, other.order)
        }.map(\.recognised)
    }

    var notInCatalogue: [String] { unknown }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

extension KnownError.Bearing {
    fileprivate var rank: Int {
        switch self {
        case .certificate: 0
        case .possible: 1
        case .unrelated: 2
        }
    }
}

extension ErrorCheck {
    /// With names that the text states in the places that are to be filled in.
    fileprivate func filled(from facts: [PastedFact]) -> ErrorCheck {
        func value(_ kinds: PastedFact.Kind...) -> String? {
            facts.first { kinds.contains($0.kind) && $0.isPlain }?.value
        }
        let values = [
            ("<name>", value(.domain, .fqdn)), ("<thumbprint>", value(.thumbprint)),
        ]
        let filled = commands.map { command in
            values.reduce(command) { text, pair in
                guard let value = pair.1 else { return text }
                return text.split(separator: pair.0, omittingEmptySubsequences: false).joined(
                    separator: value
                )
            }
        }
        return ErrorCheck(text: text, commands: filled)
    }
}
