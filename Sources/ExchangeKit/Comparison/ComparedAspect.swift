import ChainKit

/// One thing that both certificates have, side by side.
package struct ComparedAspect: Sendable, Hashable {
    /// What is compared; the raw values are stable.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case verdict, score, subject, issuer
        case tlsCertificateName = "tls-certificate-name"
        case key
        case signatureAlgorithm = "signature-algorithm"
        case extendedKeyUsage = "extended-key-usage"
        case keyUsage = "key-usage"
        case validity, lifetime, path, root
    }

    /// What is compared.
    package let kind: Kind
    /// The old certificate's, as text; holds text from the certificate as it stands there.
    package let old: String
    /// The new certificate's.
    package let new: String
    /// Whether both are the same; two roots of one name are not.
    package let isSame: Bool

    private init(_ kind: Kind, _ old: String, _ new: String, isSame: Bool? = nil) {
        self.kind = kind
        self.old = old
        self.new = new
        self.isSame = isSame ?? (old == new)
    }

    /// Everything that is compared, in the order in which it is shown.
    static func all(_ old: AuditRecord, _ new: AuditRecord) -> [ComparedAspect] {
        let (before, after) = (old.certificate, new.certificate)
        return [
            ComparedAspect(.verdict, old.verdictText, new.verdictText),
            ComparedAspect(.score, old.scoreText, new.scoreText),
            ComparedAspect(.subject, before.subject.dotNet, after.subject.dotNet),
            ComparedAspect(.issuer, before.issuer.dotNet, after.issuer.dotNet),
            ComparedAspect(
                .tlsCertificateName,
                TlsCertificateName(before).text,
                TlsCertificateName(after).text
            ),
            ComparedAspect(
                .key,
                before.publicKey.name,
                after.publicKey.name,
                isSame: before.publicKey.sha256 == after.publicKey.sha256
            ),
            ComparedAspect(
                .signatureAlgorithm,
                before.signatureAlgorithm.name,
                after.signatureAlgorithm.name
            ),
            ComparedAspect(.extendedKeyUsage, before.purposesText, after.purposesText),
            ComparedAspect(.keyUsage, before.keyUsageText, after.keyUsageText),
            ComparedAspect(.validity, before.validityText, after.validityText),
            ComparedAspect(.lifetime, before.lifetimeText, after.lifetimeText),
            ComparedAspect(.path, old.pathText, new.pathText, isSame: old.issuersOfPath == new.issuersOfPath),
            ComparedAspect(.root, old.rootText, new.rootText, isSame: old.rootOfPath == new.rootOfPath),
        ]
    }
}

// What is compared, as text.
extension AuditRecord {
    var verdictText: String { verdict?.rawValue ?? "not judged, \(role.rawValue)" }
    var scoreText: String { score.map { "\($0.value) of 100" } ?? "none" }

    /// The best path without the certificate itself.
    var issuersOfPath: [Certificate] { Array((search.best?.path.certificates ?? []).dropFirst()) }
    /// The anchor's certificate, nil where the path ends in none.
    var rootOfPath: Certificate? { search.best?.path.anchor?.certificate }

    var pathText: String {
        let names = issuersOfPath.map(\.label)
        let end = rootOfPath == nil ? ["?"] : []
        return (names + end).joined(separator: " > ") + (search.trusted == nil ? " (not trusted)" : "")
    }

    var rootText: String {
        rootOfPath.map { "\($0.label) \($0.thumbprint.hexadecimal)" } ?? "none"
    }
}

extension Certificate {
    var purposesText: String {
        guard let purposes = extendedKeyUsage else { return "any (no extension)" }
        return purposes.isEmpty ? "none" : purposes.map(\.name).joined(separator: ", ")
    }

    var keyUsageText: String {
        guard let usage = keyUsage else { return "any (no extension)" }
        return usage.names.isEmpty ? "none" : usage.names.joined(separator: ", ")
    }

    var validityText: String {
        guard let start = notBefore.instant, let end = notAfter.instant else { return "malformed" }
        return "\(start.date) to \(end.date)"
    }

    var lifetimeText: String {
        guard let start = notBefore.instant, let end = notAfter.instant else { return "malformed" }
        return "\(ValidityTooLong.days(from: start, to: end)) days"
    }
}
