import ChainKit

/// Something that must be done before or when the new certificate takes the old one's place.
package struct ComparisonStep: Sendable, Hashable {
    /// Why; the raw values are stable.
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The new certificate may not be bound, or nothing can be said of it.
        case notEligible = "not-eligible"
        /// Names are gone.
        case namesLost = "names-lost"
        /// A purpose of TLS is gone.
        case purposeLost = "purpose-lost"
        /// A use of the key is gone.
        case keyUsageLost = "key-usage-lost"
        /// Connectors must name another certificate.
        case connectors
        /// Other intermediates must be installed.
        case intermediates
        /// The audit warns of something that the old certificate had not.
        case warning
        /// The new certificate ends before the old one.
        case endsEarlier = "ends-earlier"
    }

    /// Why.
    package let reason: Reason
    /// What is so, with the evidence; lower case, no full stop.
    package let message: String
    /// What to do, and what to type.
    package let remedies: [Remedy]

    init(_ reason: Reason, _ message: String, _ remedies: [Remedy]) {
        self.reason = reason
        self.message = message
        self.remedies = remedies
    }

    /// Every step, in the order of doing it.
    static func all(
        old: AuditRecord,
        new: AuditRecord,
        names: ComparedNames,
        inventory: ExchangeInventory?
    ) -> [ComparisonStep] {
        JudgementSteps(old: old, new: new).steps
            + LossSteps(old: old.certificate, new: new.certificate, names: names, inventory: inventory).steps
            + PathSteps(old: old, new: new).steps
            + ConnectorSteps(old: old.certificate, new: new.certificate, inventory: inventory).steps
            + SelectionSteps(old: old.certificate, new: new.certificate).steps
    }
}

/// Connectors of an inventory that look for a certificate by one name.
struct NameUsers {
    /// Who looks for it, in words; empty where nobody does or there is no inventory.
    let all: [String]

    init(of name: String, in inventory: ExchangeInventory?) {
        guard let inventory else {
            all = []
            return
        }
        func isAskedFor(_ setting: Setting<String>) -> Bool { setting.value?.lowercased() == name }
        let here =
            inventory.sendConnectors.map(TransportConnector.send)
            + inventory.receiveConnectors.map(TransportConnector.receive)
        let inbound = inventory.inboundConnectors.filter { isAskedFor($0.tlsSenderCertificateName) }
        let outbound = inventory.outboundConnectors.filter { isAskedFor($0.tlsDomain) }
        all =
            here.filter { isAskedFor($0.fqdn) }.map(\.label)
            + inbound.map { "Exchange Online's inbound connector \"\($0.name)\"" }
            + outbound.map { "Exchange Online's outbound connector \"\($0.name)\"" }
    }
}

/// What must be installed with the new certificate and was not needed with the old one.
struct PathSteps {
    let old: AuditRecord
    let new: AuditRecord

    var steps: [ComparisonStep] {
        let known = Set(old.issuersOfPath)
        let added = (new.search.trusted?.path.intermediates ?? []).filter { !known.contains($0) }
        guard !added.isEmpty else { return [] }
        let names = added.map { "\"\($0.subject.rfc4514)\" \($0.thumbprint.hexadecimal)" }
        return [
            ComparisonStep(
                .intermediates,
                "the new certificate's path goes through \(names.joined(separator: ", "))",
                [.installIntermediates(on: nil)]
            )
        ]
    }
}

/// What keeps Exchange from taking the new certificate while the old one is installed.
struct SelectionSteps {
    let old: Certificate
    let new: Certificate

    var steps: [ComparisonStep] {
        guard let end = old.notAfter.instant, let newEnd = new.notAfter.instant, newEnd < end else {
            return []
        }
        let isSameName = TlsCertificateName(old).text == TlsCertificateName(new).text
        return [
            ComparisonStep(
                .endsEarlier,
                "the new certificate ends on \(newEnd.date), before the old one on \(end.date)",
                [
                    isSameName
                        ? .advise(
                            """
                            Remove the old certificate once the new one is installed: of several with one \
                            TlsCertificateName Exchange is stated to take the one with the latest expiry
                            """,
                            certainty: .stated,
                            source: Citation.connectorNameNotFound
                        )
                        : .advise(
                            "Make sure that the two were not given the wrong way round",
                            certainty: .standard,
                            source: "RFC 5280, 4.1.2.5"
                        )
                ]
            )
        ]
    }
}

/// What the audit has against the new certificate and had not against the old one.
struct JudgementSteps {
    let old: AuditRecord
    let new: AuditRecord

    var steps: [ComparisonStep] {
        guard let verdict = new.verdict else { return [unjudged] }
        switch verdict {
        case .ineligible:
            return new.findings.filter { $0.severity == .error }.map { step($0, .notEligible) }
        case .undetermined:
            let advice = Remedy.advise(
                "Settle this first: no verdict means that nobody knows what Exchange Online makes of it",
                certainty: .standard,
                source: "RFC 5280, 6"
            )
            return [ComparisonStep(.notEligible, "nothing can be said of the new certificate", [advice])]
        case .eligible, .eligibleWithWarnings: return warnings
        }
    }

    private var warnings: [ComparisonStep] {
        let known = Set(old.findings.filter { $0.severity >= .warning }.map(\.rule))
        return new.findings.filter { $0.severity == .warning && !known.contains($0.rule) }
            .map { step($0, .warning) }
    }

    private var unjudged: ComparisonStep {
        let advice = Remedy.advise(
            "Take the certificate that was issued for the server",
            certainty: .standard,
            source: "RFC 5280, 4.2.1.9"
        )
        let reason =
            new.findings.first?.message
            ?? "the new certificate is an authority's, not a server's: \(new.certificate.label)"
        return ComparisonStep(.notEligible, reason, [advice])
    }

    private func step(_ finding: Finding, _ reason: ComparisonStep.Reason) -> ComparisonStep {
        let metadata = RuleRegistry.metadata(of: finding.rule)
        let remedy = Remedy.advise(
            finding.remedy,
            certainty: metadata?.certainty ?? .unknown,
            source: metadata?.citations.first ?? finding.rule
        )
        return ComparisonStep(reason, "\(finding.rule): \(finding.message)", [remedy])
    }
}
