@testable import ChainKit

enum CertificateTarget {
    static func run(_ octets: [UInt8]) {
        comparePlain(octets)
        guard let certificate = try? Certificate.salvaged(from: octets) else { return }
        let isWhole = (try? Certificate(der: octets)) != nil
        require(isWhole == (certificate.damage == nil), "damage is not told of")
        readExtensions(of: certificate)
        for name in [certificate.subject, certificate.issuer] { readName(name) }
        match(certificate)
        let location = SourceLocation(path: "fuzz", index: 0)
        FileTarget.inspect(
            FileContent(
                record: FileRecord(path: "fuzz", kind: .der, certificates: 1),
                certificates: [EncodedCertificate(location: location, der: octets)]
            )
        )
    }

    /// What is read without OpenSSL is what OpenSSL reads.
    private static func comparePlain(_ octets: [UInt8]) {
        guard let plain = CertificateFields.plain(octets, memory: nil) else { return }
        guard let layout = CertificateLayout(octets),
            let parsed = try? CertificateFields.parsed(octets, of: octets, layout: layout)
        else { return require(false, "OpenSSL refuses what is plain") }
        let isSame =
            plain.layout == layout && plain.version == parsed.version
            && plain.serialNumber == parsed.serialNumber
            && plain.issuer.attributes == parsed.issuer.attributes
            && plain.subject.attributes == parsed.subject.attributes
            && plain.notBefore == parsed.notBefore && plain.notAfter == parsed.notAfter
            && plain.publicKey == parsed.publicKey && plain.extensions.items == parsed.extensions.items
            && plain.defects == parsed.defects
        require(isSame, "OpenSSL reads something else than what is plain")
    }

    private static func readExtensions(of certificate: Certificate) {
        _ = certificate.policies
        _ = certificate.issuerURLs
        _ = certificate.ocspURLs
        _ = certificate.crlURLs
        guard let constraints = certificate.nameConstraints else { return }
        for isExcluded in [true, false] {
            let bases = (constraints.permitted + constraints.excluded).map {
                ComparableName(base: $0, isExcluded: isExcluded)
            }
            for name in certificate.subjectAlternativeNames.map(ComparableName.init(name:)) {
                for base in bases {
                    _ = NameConstraintMatching.relation(of: name, to: base, isExcluding: isExcluded)
                }
            }
        }
    }

    private static func readName(_ name: DistinguishedName) {
        _ = name.dotNet
        _ = name.rfc4514
        require(NameComparisonKey(name) == NameComparisonKey(name), "a name differs from itself")
        let count = name.relativeNames.reduce(0) { $0 + $1.count }
        require(count == name.attributes.count, "attributes were lost")
    }

    private static func match(_ certificate: Certificate) {
        let matcher = NameMatcher(certificate)
        for text in ["mail.contoso.com", "contoso.com", "192.0.2.1", "2001:db8::1"] {
            if let reference = ReferenceIdentifier(text) { _ = matcher.coverage(of: reference) }
        }
        for case .dns(let octets) in certificate.subjectAlternativeNames {
            if let reference = ReferenceIdentifier(String(decoding: octets, as: UTF8.self)) {
                _ = matcher.coverage(of: reference)
            }
        }
    }
}
