/// A piece of pasted text that tells of one thing: a record of a log, an event, a delivery report.
struct Passage: Sendable {
    /// The text, every run of blanks and line ends one blank.
    let text: [UInt8]
    /// The same in lower case, as far as ASCII goes.
    let folded: [UInt8]

    init(_ text: some Collection<UInt8>) {
        self.text = Array(text)
        folded = text.map(Self.lowercase)
    }

    static func lowercase(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
    }

    /// Where the text stands, in lower case, from a place on.
    func position(of phrase: some StringProtocol, from start: Int = 0) -> Int? {
        OctetRuns.position(of: Array(phrase.utf8), in: folded, from: start)
    }

    /// Where the word stands by itself.
    func position(ofWord word: String) -> Int? {
        let octets = word.utf8.map(Self.lowercase)
        var start = 0
        while let found = OctetRuns.position(of: octets, in: folded, from: start) {
            let end = found + octets.count
            let isBegun = found == 0 || !OctetRuns.isWordPart(folded[found - 1])
            if isBegun, end == folded.count || !OctetRuns.isWordPart(folded[end]) { return found }
            start = found + 1
        }
        return nil
    }
}

/// Searching in octets.
enum OctetRuns {
    static func position(of needle: [UInt8], in octets: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, octets.count >= needle.count else { return nil }
        var position = start
        while position + needle.count <= octets.count {
            if octets[position] == first, octets[position...].starts(with: needle) { return position }
            position += 1
        }
        return nil
    }

    static func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }

    static func isLetter(_ octet: UInt8) -> Bool {
        (0x61...0x7a).contains(octet) || (0x41...0x5a).contains(octet)
    }

    /// Letters, digits, the underscore, and whatever is not ASCII.
    static func isWordPart(_ octet: UInt8) -> Bool {
        isDigit(octet) || isLetter(octet) || octet == UInt8(ascii: "_")
    }
}

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

/// Something in a passage by which errors are known.
enum Sighting: Sendable, Hashable {
    case code(StatusCode, at: Int)
    case token(String, at: Int)
    case event(Int, at: Int)
    case phrase(String, at: Int)

    /// Where it stands in its passage.
    var position: Int {
        switch self {
        case .code(_, let position), .token(_, let position), .event(_, let position),
            .phrase(_, let position):
            position
        }
    }

    /// As it is shown: nil for a phrase, which the reader sees himself.
    var text: String? {
        switch self {
        case .code(let code, _): code.text
        case .token(let token, _): token
        case .event(let number, _): "event \(number)"
        case .phrase: nil
        }
    }
}
