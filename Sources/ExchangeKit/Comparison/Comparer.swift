package import ChainKit

/// Judges a certificate and the one that is to take its place alike, and says what differs.
package struct Comparer: Sendable {
    private let trust: Audit.Trust
    private let time: Instant
    private let references: [ReferenceIdentifier]
    private let outside: [Audit.OutsideIssuer]
    private let revocation: Audit.OutsideRevocation

    /// Sets a comparison up.
    ///
    /// - Parameters:
    ///   - trust: what trust rests on.
    ///   - time: the instant for which both are judged.
    ///   - references: the names that both must cover; empty to judge without names.
    ///   - outside: issuers from outside the files compared.
    ///   - revocation: lists and responses that both are held against.
    package init(
        trust: Audit.Trust,
        time: Instant,
        references: [ReferenceIdentifier] = [],
        outside: [Audit.OutsideIssuer] = [],
        revocation: Audit.OutsideRevocation = Audit.OutsideRevocation()
    ) {
        self.trust = trust
        self.time = time
        self.references = references
        self.outside = outside
        self.revocation = revocation
    }

    /// Compares two certificates.
    ///
    /// Both are judged as certificates, not as what a server has: the new one is installed nowhere yet.
    ///
    /// - Parameters:
    ///   - old: the certificate in use.
    ///   - new: the one that is to replace it.
    ///   - files: what was read, the two certificates among it; issuers in it help both.
    ///   - inventory: what an Exchange organisation exported, nil without; its connectors get the lines to type.
    /// - Returns: nil where `files` does not hold both.
    package func compare(
        _ old: Certificate,
        to new: Certificate,
        files: [FileContent],
        inventory: ExchangeInventory? = nil
    ) -> Comparison? {
        let audit = Audit(
            trust: trust,
            time: time,
            references: references,
            options: Audit.Options(
                outside: outside,
                outsideRevocation: revocation
            )
        )
        let installed = inventory?.certificates.compactMap { installed in
            installed.certificate.map { AuditInput.octets($0.der, name: installed.place.path) }
        }
        var collection = AuditCollection()
        // The collection throws nothing, and nothing else can.
        _ = try? audit.run(files.map { .content($0) } + (installed ?? []), names: [], observer: &collection)
        func record(of certificate: Certificate) -> AuditRecord? {
            collection.certificates.first { $0.certificate == certificate }
        }
        guard let before = record(of: old), let after = record(of: new) else { return nil }
        return Comparison(old: before, new: after, time: time, inventory: inventory)
    }
}
