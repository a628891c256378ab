/// Flags installed certificates that the Hybrid Configuration Wizard would not take.
struct HybridWizardIneligible: InstallationRule {
    static let metadata = RuleMetadata(
        id: "hybrid-wizard-ineligible",
        severity: .warning,
        title: "The Hybrid Configuration Wizard would not take the certificate",
        rationale: """
            Microsoft documents what the wizard and its diagnostics ask of the certificate for hybrid mail: not \
            self-signed, a root that the server found in its store of third-party roots, IIS and SMTP among the \
            services, not expired. Which further conditions it has is not published. Mail between a connector and \
            Exchange Online may well work with a certificate that the wizard does not list.
            """,
        remedy: "mend what is named, then run the wizard again",
        citations: ["Microsoft KB 2879262", "Microsoft KB 3064938", "Microsoft KB 3058190"],
        certainty: .documented,
        expectedError: """
            no valid certificate in the wizard's list; the Secure Mail Certificate on a server is not bound to the SMTP \
            Service
            """,
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        let installations = subject.surroundings.installations
        guard !installations.isEmpty else { return [] }
        var reasons: [String] = []
        func reason(_ words: String, where isMet: (InstalledCertificate) -> Bool) {
            let concerned = installations.filter(isMet)
            if !concerned.isEmpty { reasons.append("\(words) on \(Evidence.servers(concerned))") }
        }
        reason("IsSelfSigned is True") { $0.isSelfSigned == true }
        for type in Self.storeTypes(installations) {
            reason("RootCAType is \(type.word)") { $0.rootCAType == type }
        }
        for (service, word) in [(ExchangeServices.iis, "IIS"), (.smtp, "SMTP")] {
            reason("\(word) is not among the services") { $0.services.map { !$0.contains(service) } ?? false }
        }
        if let end = subject.certificate.notAfter.instant, end < subject.time {
            reasons.append("it expired on \(end.rfc3339)")
        }
        return reasons.isEmpty ? [] : [finding(FindingMessage(reasons.joined(separator: "; ")))]
    }

    /// The types other than ThirdParty, in the order found; a type without a word says nothing.
    private static func storeTypes(_ installations: [InstalledCertificate]) -> [RootCAType] {
        var types: [RootCAType] = []
        for type in installations.compactMap(\.rootCAType) where type != .thirdParty && !types.contains(type)
        {
            if case .other = type { continue }
            types.append(type)
        }
        return types
    }
}
