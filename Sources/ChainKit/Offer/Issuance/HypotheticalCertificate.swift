import Octets
import OpenSSLBridge

/// Makes the certificate that would come of an offer, as CAs issue them today, to be judged like any other.
struct HypotheticalCertificate {
    let offer: Offer
    let keys: ThrowawayKeys

    /// The certificate under an issuer; fails only where OpenSSL can make neither key nor certificate.
    func certificate(by issuer: OfferedIssuer, withClientAuthentication: Bool) throws -> Certificate {
        let authority = issuer.certificate
        let info = try offer.request?.subjectPublicKeyInfo ?? keys.key(offer.key.kind).subjectPublicKeyInfo
        let draft = CertificateDraft(
            subject: offer.request?.subject.der ?? Self.subject(offer.names.first),
            issuer: authority.subject.der,
            subjectPublicKeyInfo: info,
            notBefore: offer.start.seconds,
            notAfter: offer.end.seconds,
            extensions: extensions(by: authority, info, withClientAuthentication)
        )
        let signer = try keys.signer(like: authority)
        return try Certificate(der: try draft.signed(by: signer.key, hash: signer.hash))
    }

    private func extensions(by authority: Certificate, _ info: [UInt8], _ withClientAuthentication: Bool)
        -> [CertificateDraft.Extension]
    {
        typealias Identifier = CertificateExtension.Identifier
        func make(_ identifier: ObjectIdentifier, isCritical: Bool = false, _ value: [UInt8])
            -> CertificateDraft.Extension
        {
            CertificateDraft.Extension(identifier.dotted, isCritical: isCritical, value: value)
        }
        let purposes: [KeyPurpose] =
            withClientAuthentication
            ? [.serverAuthentication, .clientAuthentication] : [.serverAuthentication]
        let keyIdentifier = MessageDigest.sha1.octets(of: info)
        var made = [
            make(Identifier.keyUsage, isCritical: true, keyUsage),
            make(
                Identifier.extKeyUsage,
                DERFraming.sequence(purposes.flatMap { DERFraming.identifier($0.identifier) })
            ),
            make(Identifier.basicConstraints, isCritical: true, DERFraming.sequence()),
            make(
                Identifier.subjectKeyIdentifier,
                DERFraming.element(DERReader.Tag.octetString, keyIdentifier)
            ),
            make(Identifier.certificatePolicies, policies(of: authority)),
        ]
        if let authorityKey = authority.subjectKeyIdentifier {
            made.append(
                make(
                    Identifier.authorityKeyIdentifier,
                    DERFraming.sequence(DERFraming.element(0x80, authorityKey))
                )
            )
        }
        let names = offer.names.compactMap { name -> [UInt8]? in
            switch name {
            case .dns(let octets): DERFraming.element(0x82, octets)
            case .ip(let octets): DERFraming.element(0x87, octets)
            case .email, .uri, .directory, .other: nil
            }
        }
        if !names.isEmpty {
            let isCritical = offer.request?.subject.isEmpty ?? false
            made.append(
                make(
                    Identifier.subjectAltName,
                    isCritical: isCritical,
                    DERFraming.sequence(names.flatMap { $0 })
                )
            )
        }
        return made
    }

    /// For RSA digitalSignature and keyEncipherment, for other keys digitalSignature alone.
    private var keyUsage: [UInt8] {
        let isRSA: Bool
        switch offer.request?.publicKey.kind {
        case .rsa, .rsaPSS: isRSA = true
        case .some: isRSA = false
        case nil: isRSA = offer.key.name.hasPrefix("RSA")
        }
        return DERFraming.element(DERReader.Tag.bitString, isRSA ? [5, 0xa0] : [7, 0x80])
    }

    /// Domain validation, and what the authority itself is issued for, so that a path that asks for a policy has it.
    private func policies(of authority: Certificate) -> [UInt8] {
        var seen: Set<ObjectIdentifier> = [.anyPolicy]
        let policies = ([Self.domainValidated] + authority.policies).filter { seen.insert($0).inserted }
        return DERFraming.sequence(policies.flatMap { DERFraming.sequence(DERFraming.identifier($0)) })
    }

    /// CA/Browser Forum, TLS Baseline Requirements, 7.1.6.1.
    private static let domainValidated = ObjectIdentifier("2.23.140.1.2.1")

    /// A subject of one common name.
    private static func subject(_ name: GeneralName?) -> [UInt8] {
        let text: String? =
            switch name {
            case .dns(let octets): String(decoding: octets, as: UTF8.self)
            case .ip(let octets): IPAddress(octets: octets)?.canonicalText
            case .email, .uri, .directory, .other, nil: nil
            }
        // A common name holds 64 characters (X.520, ub-common-name).
        guard let text, text.utf8.count <= 64 else { return DERFraming.sequence() }
        let value = DERFraming.element(0x0c, Array(text.utf8))
        let attribute = DERFraming.sequence(DERFraming.identifier(AttributeType.commonName), value)
        return DERFraming.sequence(DERFraming.element(DERReader.Tag.set, attribute))
    }
}

/// Keys that sign what is judged and never used, one of each kind.
final class ThrowawayKeys: Sendable {
    private let kept = Locked<[ThrowawayKey.Kind: ThrowawayKey]>([:])

    func key(_ kind: ThrowawayKey.Kind) throws(OpenSSLError) -> ThrowawayKey {
        if let known = kept.withLock({ $0[kind] }) { return known }
        let made = try ThrowawayKey(kind)
        kept.withLock { $0[kind] = made }
        return made
    }

    /// A key that signs as an authority would, and the digest that goes with it.
    ///
    /// The size of an RSA key does not show in a signature's algorithm, so the quickest one serves.
    func signer(like authority: Certificate) throws(OpenSSLError) -> (key: ThrowawayKey, hash: String) {
        switch NISTCurve(authority.publicKey) {
        case .p256: (try key(.curve("P-256")), "SHA256")
        case .p384: (try key(.curve("P-384")), "SHA384")
        case .p521: (try key(.curve("P-521")), "SHA512")
        case nil: (try key(.rsa(bits: 2_048)), "SHA256")
        }
    }
}

extension OfferedKey {
    var kind: ThrowawayKey.Kind {
        switch self {
        case .rsa2048: .rsa(bits: 2_048)
        case .rsa3072: .rsa(bits: 3_072)
        case .rsa4096: .rsa(bits: 4_096)
        case .p256: .curve("P-256")
        case .p384: .curve("P-384")
        }
    }
}
