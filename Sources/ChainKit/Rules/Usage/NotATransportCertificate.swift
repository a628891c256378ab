/// Notes certificates that Windows and Exchange make for purposes of their own.
struct NotATransportCertificate: CertificateRule {
    static let metadata = RuleMetadata(
        id: "not-a-transport-certificate",
        severity: .note,
        title: "The certificate serves another purpose",
        rationale: """
            Servers hold certificates that Windows, Azure, IIS and Exchange made for themselves: device registration, \
            the guest agent, web deployment, OAuth between Exchange servers. They look like candidates for SMTP and \
            are none.
            """,
        remedy: "leave the certificate alone and bind another one to SMTP",
        citations: [
            "Microsoft, CSS-Exchange HealthChecker",
            "Microsoft, Digital certificates and encryption in Exchange Server",
        ],
        certainty: .documented,
        traits: [.meansOtherPurpose],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        // The certificates of the first two are issued to other names by an authority of that name.
        let certificate = subject.certificate
        let (own, issuer) = (Self.tellingNames(certificate.subject), Self.tellingNames(certificate.issuer))
        guard !own.isEmpty || !issuer.isEmpty else { return [] }
        func either(_ test: (String) -> Bool) -> Bool {
            own.contains(where: test) || issuer.contains(where: test)
        }
        let purpose: String
        if either({ $0.hasPrefix("MS-Organization-P2P-Access") }) {
            purpose = "device sign-in between machines that are joined to Microsoft Entra ID"
        } else if either({ $0 == "Windows Azure CRP Certificate Generator" }) {
            purpose = "the guest agent of an Azure virtual machine"
        } else if own.contains(where: { $0.hasPrefix("WMSvc-") }) {
            purpose = "the web management service of IIS"
        } else if own.contains("Microsoft Exchange Server Auth Certificate") {
            purpose = "OAuth between Exchange servers"
        } else {
            return []
        }
        return [finding("\(Evidence.name(certificate)) is for \(purpose)")]
    }

    /// The names that may be one of those above, as few are: all of those begin alike.
    private static func tellingNames(_ name: DistinguishedName) -> [String] {
        let (commonName, domainComponent) = (AttributeType.commonName, AttributeType.domainComponent)
        let attributes = name.attributes
        var names: [String] = []
        for place in attributes.indices
        where attributes[place].type == commonName || attributes[place].type == domainComponent {
            guard let first = attributes[place].value.text.utf8.first,
                first == UInt8(ascii: "M") || first == UInt8(ascii: "W")
            else { continue }
            names.append(attributes[place].value.text)
        }
        return names
    }
}
