/// The errors of one passage.
struct PassageReading {
    /// An error, what it is known by here, and how much its best sign asks for.
    struct Match {
        let error: KnownError
        let sightings: Set<Sighting>
        let strength: Int
    }

    /// The errors, without those that another one explains more closely.
    let matches: [Match]
    /// Codes and events that no error of the catalogue knows.
    let unknown: [Sighting]

    init(_ passage: Passage, catalogue: [KnownError]) {
        let scan = PassageScan(passage)
        let all = catalogue.compactMap(scan.match)
        let answers = all.filter { !$0.error.isWrapper }
        matches = (answers.isEmpty ? all : answers).filter { match in
            !all.contains { match.sightings.isStrictSubset(of: $0.sightings) }
        }
        let known = all.reduce(into: Set<Sighting>()) { $0.formUnion($1.sightings) }
        unknown = scan.numbers.filter { !known.contains($0) }
    }
}

/// What stands in one passage, for signs to be held against.
private struct PassageScan {
    /// Codes and events.
    let numbers: [Sighting]
    private let passage: Passage

    init(_ passage: Passage) {
        self.passage = passage
        numbers =
            StatusCodeScanner(passage).codes().map { .code($0.code, at: $0.position) }
            + EventScanner(passage).events().map { .event($0.number, at: $0.position) }
    }

    func match(_ error: KnownError) -> PassageReading.Match? {
        var sightings: Set<Sighting> = []
        var strength = 0
        for sign in error.signs {
            guard let found = found(sign) else { continue }
            sightings.formUnion(found)
            strength = max(strength, sign.strength)
        }
        return strength == 0 ? nil : .init(error: error, sightings: sightings, strength: strength)
    }

    /// Everything in the passage that belongs to the sign, nil where one of its parts is not there.
    private func found(_ sign: ErrorSign) -> Set<Sighting>? {
        if sign.absent.contains(where: { passage.position(of: $0) != nil }) { return nil }
        var found: Set<Sighting> = []
        func take(_ part: [Sighting], isAsked: Bool) -> Bool {
            found.formUnion(part)
            return !isAsked || !part.isEmpty
        }
        let codes = numbers.filter { number in
            guard case .code(let code, _) = number else { return false }
            return sign.codes.contains { $0.contains(code) }
        }
        let events = numbers.filter { number in
            guard case .event(let event, _) = number else { return false }
            return sign.events.contains(event)
        }
        guard take(codes, isAsked: !sign.codes.isEmpty), take(events, isAsked: !sign.events.isEmpty) else {
            return nil
        }
        let tokens: [Sighting] = sign.tokens.compactMap { token in
            passage.position(ofWord: token).map { .token(token, at: $0) }
        }
        let phrases: [Sighting] = sign.phrases.compactMap { phrase in
            passage.position(of: phrase).map { .phrase(phrase, at: $0) }
        }
        let hasAll =
            take(tokens, isAsked: !sign.tokens.isEmpty) && take(phrases, isAsked: !sign.phrases.isEmpty)
        return hasAll ? found : nil
    }
}
