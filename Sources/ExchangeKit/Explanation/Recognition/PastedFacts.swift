/// Finds what a text states by the words that stand around it; where a language is not known, by its form.
enum PastedFacts {
    /// Longest value that is taken: longer than any name that Active Directory keeps.
    private static let longest = 1_100
    /// Facts that are taken from one text.
    private static let most = 40

    static func all(in passages: some Sequence<Passage>) -> [PastedFact] {
        var facts: [PastedFact] = []
        for passage in passages {
            for fact in Self.facts(in: passage) where !facts.contains(fact) && facts.count < most {
                facts.append(fact)
            }
        }
        return facts
    }

    private static func facts(in passage: Passage) -> [PastedFact] {
        var facts = labels.flatMap { label in
            values(of: label, in: passage).map { PastedFact(kind: label.kind, value: $0) }
        }
        facts += CertificateNameScanner.names(in: passage).map {
            PastedFact(kind: .tlsCertificateName, value: $0)
        }
        facts += ThumbprintScanner.thumbprints(in: passage).map { PastedFact(kind: .thumbprint, value: $0) }
        return facts
    }

    /// What stands before a value and what ends it.
    private struct Label {
        let kind: PastedFact.Kind
        let before: String
        let ends: [String]
    }

    private static let labels = [
        Label(kind: .expectedSubject, before: "expected subject:", ends: [". presented", "]", ";", ". "]),
        Label(kind: .presentedSubject, before: "presented subject:", ends: [". thumbprint", "]", ";"]),
        Label(
            kind: .domain,
            before: "contains the domain name ",
            ends: [" in the personal", ". therefore"]
        ),
        Label(
            kind: .connector,
            before: "for the connector ",
            ends: [" with a fqdn", ". if the", ". verify"]
        ),
        Label(
            kind: .connector,
            before: "send connector ",
            ends: [": message delivery", ". the authentication"]
        ),
        Label(kind: .connector, before: "following send connectors :", ends: [". removing"]),
        Label(kind: .fqdn, before: "with a fqdn parameter of ", ends: [". if", ". ", " "]),
        Label(kind: .server, before: "lastattemptedservername=", ends: ["]", "}", " "]),
        Label(kind: .server, before: "{fqdn=", ends: ["}"]),
        Label(kind: .server, before: "secure mail certificate on server ", ends: [" is not bound"]),
        Label(kind: .reason, before: "(reason:", ends: [")"]),
        Label(kind: .reason, before: "failure, reason:", ends: ["}", "]", ";", " "]),
    ]

    private static func values(of label: Label, in passage: Passage) -> [String] {
        var values: [String] = []
        var position = 0
        while let found = passage.position(of: label.before, from: position) {
            let start = found + label.before.utf8.count
            position = start
            let isBlankEnded = label.ends.contains(" ")
            let first = passage.text[start...].firstIndex { $0 != 0x20 } ?? passage.text.endIndex
            let ends = label.ends.compactMap { passage.position(of: $0, from: first) }
            // Without its end the value is known only where it reaches to the end of the text.
            guard let end = ends.min() ?? (isBlankEnded ? passage.text.count : nil), end > first,
                end - first <= longest
            else { continue }
            let value = String(decoding: passage.text[first..<end], as: UTF8.self)
            // The name of a certificate is a fact of its own kind.
            if !value.lowercased().hasPrefix("<i>"), !value.contains("\"") || label.kind == .presentedSubject
            {
                values.append(value)
            }
        }
        return values
    }
}
