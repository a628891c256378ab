/// Notes certificates that Windows and Exchange make for purposes of their own.
struct NotATransportCertificate: Rule {
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
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        // The certificates of the first two are issued to other names by an authority of that name.
        let certificate = subject.certificate
        let (own, issuer) = (certificate.subject, certificate.issuer)
        func either(_ test: (String) -> Bool) -> Bool { Self.names(own, test) || Self.names(issuer, test) }
        let purpose: String
        if either({ $0.hasPrefix("MS-Organization-P2P-Access") }) {
            purpose = "device sign-in between machines that are joined to Microsoft Entra ID"
        } else if either({ $0 == "Windows Azure CRP Certificate Generator" }) {
            purpose = "the guest agent of an Azure virtual machine"
        } else if Self.names(own, { $0.hasPrefix("WMSvc-") }) {
            purpose = "the web management service of IIS"
        } else if Self.names(own, { $0 == "Microsoft Exchange Server Auth Certificate" }) {
            purpose = "OAuth between Exchange servers"
        } else {
            return []
        }
        return [finding("\(Evidence.name(certificate)) is for \(purpose)")]
    }

    private static func names(_ name: DistinguishedName, _ test: (String) -> Bool) -> Bool {
        let attributes = name.attributes
        return attributes.indices.contains { place in
            let type = attributes[place].type
            return (type == AttributeType.commonName || type == AttributeType.domainComponent)
                && test(attributes[place].value.text)
        }
    }
}
