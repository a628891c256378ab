import ChainKit

/// The facts of a root's certificate in a root record.
enum RootCertificateRecord {
    static func value(of certificate: Certificate, _ entry: RootListEntry, at instant: Instant) -> JSONValue {
        .object([
            "subject": .string(SubjectText.text(certificate.subject)),
            "self_issued": .bool(certificate.isSelfIssued),
            "serial": .string(serial(certificate.serialNumber)),
            "version": .string("v\(certificate.version)"),
            "not_before": .optional(certificate.notBefore.instant?.rfc3339),
            "not_after": .optional(certificate.notAfter.instant?.rfc3339),
            "expired": .bool(certificate.notAfter.instant.map { $0 < instant } ?? false),
            "key": .string(key(certificate.publicKey)),
            "bits": certificate.publicKey.bits.map { .integer(Int64($0)) } ?? .null,
            "curve": .optional(curve(certificate.publicKey)),
            "signature_algorithm": .string(signature(certificate.signatureAlgorithm)),
            "ski": .optional(certificate.subjectKeyIdentifier.map(RootRecord.hexadecimal)),
            "eku_extension": .strings(certificate.extendedKeyUsage?.map(\.identifier.dotted)),
            "sha256_matches": .bool(entry.sha256 == certificate.sha256),
            "subject_md5_matches": .bool(entry.hasSubjectDigest(of: certificate)),
        ])
    }

    /// Hexadecimal as of a number: no leading zeros, `0` for zero.
    private static func serial(_ number: SerialNumber) -> String {
        let digits = RootRecord.hexadecimal(number.magnitude).drop { $0 == "0" }
        return digits.isEmpty ? "0" : (number.isNegative ? "-" : "") + digits
    }

    private static func key(_ key: SubjectPublicKey) -> String {
        switch key.kind {
        case .rsa: "rsa"
        case .rsaPSS: "rsassa_pss"
        case .ellipticCurve: "ec"
        case .dsa: "dsa"
        case .ed25519: "ed25519"
        case .ed448: "ed448"
        case .mlDSA, .other: key.algorithm.dotted
        }
    }

    private static func curve(_ key: SubjectPublicKey) -> String? {
        switch key.kind {
        case .ellipticCurve(.named(let name, _)): curveNames[name] ?? name
        case .ellipticCurve(.unknown(let identifier)): identifier.dotted
        default: nil
        }
    }

    private static let curveNames = [
        "P-192": "secp192r1", "P-224": "secp224r1", "P-256": "secp256r1", "P-384": "secp384r1",
        "P-521": "secp521r1",
    ]

    private static func signature(_ algorithm: SignatureAlgorithm) -> String {
        switch algorithm.scheme {
        case .rsaPKCS1(let hash): name(hash) + "_rsa"
        case .ecdsa(let hash): name(hash) + "_ecdsa"
        case .dsa(let hash): name(hash) + "_dsa"
        case .rsaPSS: "rsassa_pss"
        case .ed25519: "ed25519"
        case .ed448: "ed448"
        case .unknown: algorithm.identifier.dotted
        }
    }

    private static func name(_ hash: HashAlgorithm) -> String {
        String(hash.rawValue.map { $0 == "-" ? "_" : $0 })
    }
}
