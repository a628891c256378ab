package import ChainKit
package import TestSupport

extension ForgedCertificate {
    /// The certificate parsed.
    package var certificate: Certificate {
        get throws { try Certificate(der: der) }
    }
}

/// A search with private anchors at the forge's usual time.
package func search(
    _ target: ForgedCertificate,
    pool: [ForgedCertificate] = [],
    anchors: [ForgedCertificate],
    at time: String = "2026-06-01T00:00:00Z",
    budget: PathBudget = PathBudget(),
    signatures: SignatureChecking = .checked
) throws -> PathSearch {
    try builder(pool: pool, anchors: anchors, at: time, budget: budget, signatures: signatures)
        .search(from: target.certificate)
}

/// A builder with private anchors at the forge's usual time.
package func builder(
    pool: [ForgedCertificate] = [],
    anchors: [ForgedCertificate],
    at time: String = "2026-06-01T00:00:00Z",
    budget: PathBudget = PathBudget(),
    signatures: SignatureChecking = .checked
) throws -> PathBuilder {
    PathBuilder(
        anchors: PrivateAnchors(try anchors.map { try $0.certificate }),
        pool: IssuerPool(try pool.map { try $0.certificate }),
        party: RelyingParty(time: Instant(rfc3339: time) ?? Instant(seconds: 0)),
        budget: budget,
        signatureChecking: signatures
    )
}

extension PathSearch {
    /// The defects of the best attempt that are its own.
    package var bestDefects: [PathDefect.Kind] { best?.pathDefects.map(\.kind) ?? [] }

    /// The common names along the best attempt.
    package var bestNames: [String] {
        best?.path.certificates.map { $0.subject.values(of: AttributeType.commonName).joined() } ?? []
    }
}
