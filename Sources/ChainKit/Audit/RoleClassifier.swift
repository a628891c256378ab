/// Tells which part a certificate plays.
///
/// A self-signed certificate is not a root for being self-signed: `openssl req -x509` makes a server's own certificate
/// an authority, and passing over it would leave a file without an answer.
struct RoleClassifier: Sendable {
    private let issuers: Set<[UInt8]>
    private let anchors: any TrustAnchorSource

    init(issuers: Set<[UInt8]>, anchors: any TrustAnchorSource) {
        self.issuers = issuers
        self.anchors = anchors
    }

    func role(of certificate: Certificate) -> CertificateRole {
        if certificate.isSelfIssued {
            if anchors.anchor(for: certificate) != nil { return .root }
            guard certificate.isAuthority || certificate.version < 3 else { return .endEntity }
            return issuers.contains(certificate.subject.der) || !looksLikeServer(certificate)
                ? .root : .endEntity
        }
        guard certificate.isAuthority else { return .endEntity }
        return issuers.contains(certificate.subject.der) || !namesHost(certificate)
            ? .intermediate : .endEntity
    }

    private func looksLikeServer(_ certificate: Certificate) -> Bool {
        if namesHost(certificate) { return true }
        if certificate.extendedKeyUsage?.contains(.serverAuthentication) == true { return true }
        if certificate.keyUsage?.contains(.keyCertSign) == true { return false }
        let name = certificate.subject.values(of: AttributeType.commonName).last
        return name.flatMap { DNSName($0) } != nil
    }

    private func namesHost(_ certificate: Certificate) -> Bool {
        certificate.subjectAlternativeNames.contains {
            switch $0 {
            case .dns, .ip: true
            case .email, .uri, .directory, .other: false
            }
        }
    }
}
