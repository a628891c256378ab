package import ChainKit
package import TestSupport

/// The audit of a folder with private anchors for mail.contoso.com, at the forge's usual time.
package func audit(
    _ folder: TemporaryFolder,
    anchors: [ForgedCertificate],
    outside: [ForgedCertificate] = [],
    names: [String] = ["mail.contoso.com"],
    passwords: [String] = [],
    width: Int = 2,
    signatures: SignatureChecking = .checked
) throws -> AuditCollection {
    let audit = Audit(
        trust: .anchors(PrivateAnchors(try anchors.map { try $0.certificate })),
        time: Instant(rfc3339: "2026-06-01T00:00:00Z") ?? Instant(seconds: 0),
        references: names.compactMap { ReferenceIdentifier($0) },
        options: Audit.Options(
            outside: try outside.map { Audit.OutsideIssuer(try $0.certificate, path: "extra.pem") },
            reader: InputReader(passwords: passwords.map { Array($0.utf8) }),
            signatureChecking: signatures,
            width: width
        )
    )
    return audit.collect([folder.path])
}

extension AuditCollection {
    /// The record of a certificate.
    package func record(_ certificate: ForgedCertificate) -> AuditRecord? {
        let digest = SHA256Digest(of: certificate.der)
        return certificates.first { $0.certificate.sha256 == digest }
    }

    /// Paths of the files without the folder.
    package var names: [String] { files.map { String($0.path.split(separator: "/").last ?? "") } }
}

extension AuditRecord {
    /// The ids of all findings.
    package var rules: Set<String> { Set(findings.map(\.rule)) }
}
