import OpenSSLBridge

/// What somebody is about to buy: a certificate that does not exist yet.
package struct Offer: Sendable {
    /// The request for it, nil where there is none yet.
    package let request: CertificateRequest?
    /// The kind of key that it will have where there is no request.
    package let key: OfferedKey
    /// The names that it must cover.
    package let references: [ReferenceIdentifier]
    /// The first instant of its validity.
    package let start: Instant
    /// How many days it will be valid.
    package let days: Int
    /// Whether a public CA would issue, which is bound by what all public CAs have agreed on.
    package let isPublic: Bool
    /// Keys of other certificates and requests, which must have no factor in common with its own.
    package let neighbours: [NeighbouringKey]

    /// Puts an offer together; without `days` it is valid as long as public CAs may make it on that day.
    package init(
        request: CertificateRequest?,
        key: OfferedKey = .rsa2048,
        references: [ReferenceIdentifier] = [],
        start: Instant,
        days: Int? = nil,
        isPublic: Bool = true,
        neighbours: [NeighbouringKey] = []
    ) {
        self.request = request
        self.key = key
        self.references = references
        self.start = start
        self.isPublic = isPublic
        self.days = days ?? PolicyData.lifetimeLimit(at: start)?.days ?? Self.yearAndMonth
        self.neighbours = neighbours
    }

    /// The last instant of its validity, itself included.
    package var end: Instant { Instant(seconds: start.adding(days: days).seconds - 1) }

    /// What CAs sold before there was a limit.
    private static let yearAndMonth = 398
}

/// The kinds of key that a certificate can be bought for.
package enum OfferedKey: String, Sendable, Hashable, CaseIterable {
    case rsa2048, rsa3072, rsa4096, p256, p384

    /// The key's name as certificates' keys are called.
    package var name: String {
        switch self {
        case .rsa2048: "RSA-2048"
        case .rsa3072: "RSA-3072"
        case .rsa4096: "RSA-4096"
        case .p256: "P-256"
        case .p384: "P-384"
        }
    }
}

/// The key of a certificate or request that was given beside an offer.
package struct NeighbouringKey: Sendable {
    /// The file.
    package let path: String
    let subjectPublicKeyInfo: [UInt8]
    let identity: SHA256Digest

    /// Takes a certificate's key.
    package init(_ certificate: Certificate, path: String) {
        self.path = path
        subjectPublicKeyInfo = Array(certificate.subjectPublicKeyInfo)
        identity = certificate.sha256
    }

    /// Takes a request's key.
    package init(_ request: CertificateRequest, path: String) {
        self.path = path
        subjectPublicKeyInfo = request.subjectPublicKeyInfo
        identity = SHA256Digest(of: request.der)
    }
}

/// An offer of which no certificate can be made.
package struct UnvettableOffer: Error, Sendable {
    /// Why, lower case, no full stop.
    package let reason: String

    init(_ error: any Error) {
        reason =
            switch error {
            case let error as OpenSSLError: error.description
            case let error as CertificateError: error.reason
            default: "it cannot be encoded"
            }
    }
}

extension Offer {
    /// The numbers of the request's RSA key; nil for other keys and for moduli that nobody could use.
    var rsaKey: RSAPublicKey? {
        request.flatMap { Self.rsaKey($0.subjectPublicKeyInfo) }
    }

    /// The numbers of an RSA key within the bounds in which they can be calculated with.
    static func rsaKey(_ subjectPublicKeyInfo: [UInt8]) -> RSAPublicKey? {
        guard let key = RSAPublicKey(subjectPublicKeyInfo: subjectPublicKeyInfo),
            (leastOctets...mostOctets).contains(key.modulus.count), (key.modulus.last ?? 0) & 1 == 1
        else { return nil }
        return key
    }

    /// OPENSSL_RSA_MAX_MODULUS_BITS is 16,384: beyond it OpenSSL uses no key.
    private static let mostOctets = 2_048
    private static let leastOctets = 8
}

extension Offer {
    /// The names that the certificate will have: those of the request, with its common name, or those asked about.
    ///
    /// CAs take a common name among the subjectAltNames, where the Baseline Requirements want it (7.1.4.3).
    package var names: [GeneralName] {
        guard let request else {
            return references.isEmpty ? [Self.standIn] : references.map(GeneralName.init)
        }
        let asked = request.subjectAlternativeNames.filter { name in
            switch name {
            case .dns, .ip: true
            case .email, .uri, .directory, .other: false
            }
        }
        return asked
            + commonNamesAlone.map { text in
                IPAddress(text).map { .ip($0.octets) } ?? .dns(Array(text.lowercased().utf8))
            }
    }

    /// The request's common names that are hosts or addresses and stand in no subjectAltName.
    var commonNamesAlone: [String] {
        guard let request else { return [] }
        let names = Set(
            request.subjectAlternativeNames.compactMap { name -> String? in
                switch name {
                case .dns: name.text?.lowercased()
                case .ip(let octets): IPAddress(octets: octets)?.canonicalText
                case .email, .uri, .directory, .other: nil
                }
            }
        )
        return request.subject.values(of: AttributeType.commonName).filter {
            HostLikeText.isHostOrAddress($0) && !names.contains(HostLikeText.canonical($0) ?? $0)
                && !names.contains($0.lowercased())
        }
    }

    /// Whether neither a request nor a name was given, so that nothing can be said of names.
    package var isNameless: Bool { request == nil && references.isEmpty }

    /// Stands for a name where none was given; reserved by RFC 2606, 3.
    private static let standIn = GeneralName.dns(Array("mail.example.com".utf8))
}

extension GeneralName {
    /// The name of a certificate that covers a reference exactly.
    init(_ reference: ReferenceIdentifier) {
        self =
            switch reference {
            case .dns(let name): .dns(Array(name.text.utf8))
            case .ip(let address): .ip(address.octets)
            }
    }
}
