import Octets

/// Flags certificates for which an issuing certificate is missing between them and a root.
package struct IssuerMissing: CertificateRule {
    package static let metadata = RuleMetadata(
        id: "issuer-missing",
        severity: .error,
        title: "An issuing certificate is missing",
        rationale: """
            Exchange Online builds the path from what the server sends and does not fetch intermediates. A server that \
            lacks one sends an incomplete chain, and a good public certificate is refused as if it were untrusted.
            """,
        remedy:
            "get the missing certificate from the CA and import it into LocalMachine\\CA on every transport server; if "
            + "it is the root of a private CA, no import helps: get a certificate from a public CA",
        citations: [
            "Microsoft, NDR 450 4.4.317 UntrustedRoot (2024-04-17)", "Microsoft KB 3212877",
        ],
        certainty: .documented,
        expectedError:
            "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]; 550 5.7.64 TenantAttribution",
        traits: [.meansNotTrusted, .meansIssuerMissing, .differsByIntermediate],
        since: "0.1.0"
    )

    func findings(in subject: Subject) -> [Finding] {
        guard let failed = subject.failedSearch else { return [] }
        if let ring = failed.best.defects.first(where: { $0.kind == .loop }) {
            let name = Evidence.name(failed.certificate(with: ring))
            return [
                finding(
                    failed.message(
                        "the issuers of \(name) at hand only certify each other: none leads to a root"
                    )
                )
            ]
        }
        guard let defect = failed.best.defects.first(where: { $0.kind == .issuerMissing })
        else { return [] }
        let certificate = failed.certificate(with: defect)
        // Above an authority that does not say where its issuer is to be had, the missing issuer is most likely a
        // private root: that is for root-not-trusted to say, which names both possibilities.
        guard defect.position == 0 || !certificate.issuerURLs.isEmpty else { return [] }
        var message = "the certificate of the issuer \(Evidence.quoted(certificate.issuer)) is not here"
        if let key = certificate.authorityKeyIdentifier { message += ", key id \(Hexadecimal.string(key))" }
        if defect.position > 0 { message += "; it issued \(Evidence.name(certificate))" }
        if let url = certificate.issuerURLs.first {
            message += "; the CA offers it at \(url)"
        } else {
            message += "; no trusted root has that name"
        }
        return [finding(failed.message(FindingMessage(message)))]
    }
}
