import TestSupport

/// Certificates by chance: namesakes, cross-signed and expired authorities, and below them what is good, bad, or signed
/// by nobody.
///
/// Key identifiers tell the truth wherever they stand, as what is told without signatures holds only so far.
struct ForgedFolder {
    /// What lies in the folder.
    private(set) var certificates: [[UInt8]] = []
    /// What is trusted.
    let anchors: [ForgedCertificate]

    init(seed: UInt64) {
        var chance = SplitMix(state: seed)
        func isSo(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &chance) < one }
        let roots = (0..<3).map { _ in
            Forge.authority("Root \(Int.random(in: 0..<2, using: &chance))") {
                $0.hasAuthorityKeyIdentifier = isSo(1, in: 2)
                if isSo(1, in: 5) { $0.notAfter = "20260101000000Z" }
            }
        }
        anchors = Array(roots.prefix(Int.random(in: 1...2, using: &chance)))
        var authorities = roots
        for _ in 0..<6 {
            let above = isSo(1, in: 2) ? anchors[0] : authorities.randomElement(using: &chance) ?? roots[0]
            let twin = isSo(1, in: 4) ? authorities.randomElement(using: &chance) : nil
            authorities.append(
                above.authority("CA \(Int.random(in: 0..<2, using: &chance))") {
                    $0.key = twin?.key
                    $0.hasAuthorityKeyIdentifier = !isSo(1, in: 4)
                    if isSo(1, in: 8) { $0.notAfter = "20260101000000Z" }
                    if isSo(1, in: 8) { $0.pathLength = 0 }
                    if isSo(1, in: 8) { $0.isAuthority = false }
                    if isSo(1, in: 8) { $0.extendedKeyUsage = ["clientAuth"] }
                }
            )
        }
        for authority in authorities where !isSo(1, in: 8) { certificates.append(authority.der) }
        for _ in 0..<16 {
            let above = authorities.randomElement(using: &chance) ?? roots[0]
            let name = isSo(1, in: 10) ? "other.example" : "mail.contoso.com"
            var template = CertificateTemplate(commonName: name)
            template.names = [name]
            template.hasAuthorityKeyIdentifier = !isSo(1, in: 2)
            if isSo(1, in: 10) { template.notAfter = "20260301000000Z" }
            if isSo(1, in: 10) { template.extendedKeyUsage = ["clientAuth"] }
            var der = ForgedCertificate(template, issuer: isSo(1, in: 10) ? nil : above).der
            if isSo(1, in: 10) { der[der.count - 1] ^= 1 }
            certificates.append(der)
        }
    }
}
