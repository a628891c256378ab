package import ChainKit

/// A certificate beside the one that is to take its place.
package struct Comparison: Sendable {
    /// What a person is to do with the new certificate.
    package enum Answer: String, Sendable, Hashable, CaseIterable {
        /// It takes the old one's place as it is.
        case dropIn = "drop-in"
        /// It may take its place once something is done.
        case doThis = "do-this"
        /// It must not be installed.
        case doNotInstall = "do-not-install"
    }

    /// The certificate in use, as the audit judges it.
    package let old: AuditRecord
    /// The new one, as the same audit judges it.
    package let new: AuditRecord
    /// The instant for which both were judged.
    package let time: Instant
    /// The names of both.
    package let names: ComparedNames
    /// Everything else, side by side.
    package let aspects: [ComparedAspect]
    /// What must be done, in the order of doing it; empty for a drop-in replacement.
    package let steps: [ComparisonStep]
    /// What is worth knowing and asks for nothing; lower case, no full stop.
    package let notes: [String]

    init(old: AuditRecord, new: AuditRecord, time: Instant, inventory: ExchangeInventory?) {
        self.old = old
        self.new = new
        self.time = time
        names = ComparedNames(old: old.certificate, new: new.certificate)
        aspects = ComparedAspect.all(old, new)
        steps = ComparisonStep.all(old: old, new: new, names: names, inventory: inventory)
        notes = ComparisonNotes.all(old.certificate, new.certificate)
    }

    /// What is to be done with the new certificate.
    package var answer: Answer {
        switch new.verdict {
        case .ineligible, nil: .doNotInstall
        case .undetermined: .doThis
        case .eligible, .eligibleWithWarnings: steps.isEmpty ? .dropIn : .doThis
        }
    }

    /// Whether the new certificate has the old one's key.
    package var isKeyReused: Bool { old.certificate.publicKey.sha256 == new.certificate.publicKey.sha256 }
}

/// The names of two certificates, lower case, each list in the order of its certificate.
package struct ComparedNames: Sendable, Hashable {
    /// Names of both.
    package let kept: [String]
    /// Names that only the new certificate has.
    package let gained: [String]
    /// Names of the old certificate that the new one has not but covers by a wildcard.
    package let coveredByWildcard: [String]
    /// Names of the old certificate that the new one does not cover.
    package let lost: [String]

    init(old: Certificate, new: Certificate) {
        let before = Self.names(of: old)
        let after = Self.names(of: new)
        let matcher = NameMatcher(new)
        let missing = before.filter { !after.contains($0) }
        let covered = missing.filter { name in
            ReferenceIdentifier(name).map { matcher.coverage(of: $0).isCovered } ?? false
        }
        kept = before.filter(after.contains)
        gained = after.filter { !before.contains($0) }
        coveredByWildcard = covered
        lost = missing.filter { !covered.contains($0) }
    }

    /// The names that a TLS peer reads, each once: dNSNames and iPAddresses of the subjectAltName (RFC 9525, 6.2).
    private static func names(of certificate: Certificate) -> [String] {
        var seen: Set<String> = []
        return certificate.subjectAlternativeNames.compactMap { name in
            switch name {
            case .dns(let octets): String(decoding: octets, as: UTF8.self).lowercased()
            case .ip(let octets): IPAddress(octets: octets)?.text
            case .email, .uri, .directory, .other: nil
            }
        }.filter { seen.insert($0).inserted }
    }
}

/// What is worth knowing when one certificate takes another's place and asks for nothing.
enum ComparisonNotes {
    static func all(_ old: Certificate, _ new: Certificate) -> [String] {
        guard old != new else { return ["both are the same certificate"] }
        var notes: [String] = []
        if old.publicKey.sha256 == new.publicKey.sha256 {
            notes.append(
                "the key is reused: whoever got hold of the old private key has the new certificate's as well"
            )
        } else {
            notes.append("the key is another one: a TLSA record (DANE) for the old key does not match it")
        }
        if TlsCertificateName(old).text == TlsCertificateName(new).text {
            notes.append(
                """
                both have the same TlsCertificateName: connectors need no change, and while one of them names it \
                Exchange refuses to remove either certificate (\(Citation.cannotRemove))
                """
            )
        }
        return notes
    }
}
