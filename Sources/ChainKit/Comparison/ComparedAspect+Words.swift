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
