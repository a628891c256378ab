import ChainKit

/// One root as a JSON record: every property of the entry, the facts of its certificate, a verdict for each purpose.
///
/// The verdicts are those that a certificate issued at the time of the check would meet. Field names and value forms
/// are fixed: tools compare them with other readers of the list.
enum RootRecord {
    static func value(of entry: RootListEntry, in list: MicrosoftRootList, at instant: Instant) -> JSONValue {
        let certificate = list.certificate(of: entry.thumbprint)
        var fields: [String: JSONValue] = [
            "sha1": .string(entry.thumbprint.hexadecimal.lowercased()),
            "sha256": .optional(entry.sha256?.hexadecimal),
            "friendly_name": .optional(entry.friendlyName),
            "key_id": .optional(entry.keyIdentifier.map(hexadecimal)),
            "subject_md5": .optional(entry.subjectMD5.map(hexadecimal)),
            "ekus": .strings(entry.purposes?.map(\.identifier.dotted)),
            "disallowed_filetime": date(entry.disabled),
            "disallowed_ekus": .strings(entry.disallowedPurposes?.map(\.identifier.dotted)),
            "not_before_filetime": date(entry.notBefore),
            "not_before_ekus": .strings(entry.notBeforePurposes?.map(\.identifier.dotted)),
            "chain_policies": .strings(entry.chainPolicies?.map(\.dotted)),
            "policies": entry.policies.map { .array($0.map(policy)) } ?? .null,
            "unknown_properties": .object(unknown(entry)),
            "cert_available": .bool(certificate != nil),
            "cert": certificate.map { RootCertificateRecord.value(of: $0, entry, at: instant) } ?? .null,
            "pqc_pilot": .bool(certificate?.publicKey.kind == .mlDSA(87)),
        ]
        let verdicts = verdicts(entry, certificate, instant)
        for (purpose, verdict) in verdicts { fields[purpose.rawValue] = .string(verdict.outcome.rawValue) }
        if let other = ifDisallowedPurposesScopeDisabling(verdicts, entry, certificate, instant) {
            fields["if_122_scopes_104"] = other
        }
        return .object(fields)
    }

    private typealias Verdicts = [(purpose: RootPurpose, verdict: RootVerdict)]

    private static func verdicts(
        _ entry: RootListEntry,
        _ certificate: Certificate?,
        _ instant: Instant,
        ignoringDisabling: Bool = false
    ) -> Verdicts {
        RootPurpose.allCases.map { purpose in
            let verdict = entry.verdict(
                on: certificate,
                for: purpose.keyPurpose,
                leafNotBefore: instant,
                at: instant,
                ignoringDisabling: ignoringDisabling
            )
            return (purpose, verdict)
        }
    }

    /// The verdicts of other readers' interpretation, where it differs: that property 122 narrows property 104.
    private static func ifDisallowedPurposesScopeDisabling(
        _ verdicts: Verdicts,
        _ entry: RootListEntry,
        _ certificate: Certificate?,
        _ instant: Instant
    ) -> JSONValue? {
        guard entry.disallowedPurposes != nil, entry.disabled.instant != nil else { return nil }
        let others = self.verdicts(entry, certificate, instant, ignoringDisabling: true)
        guard zip(verdicts, others).contains(where: { $0.verdict.outcome != $1.verdict.outcome }) else {
            return nil
        }
        let fields = others.map { ($0.purpose.rawValue, JSONValue.string($0.verdict.outcome.rawValue)) }
        return .object(Dictionary(uniqueKeysWithValues: fields))
    }

    private static func date(_ date: RootListEntry.RestrictionDate) -> JSONValue {
        switch date {
        case .absent: .null
        case .withdrawn: .string("")
        case .from(let instant): .string(instant.rfc3339)
        }
    }

    private static func policy(_ policy: RootListEntry.Policy) -> JSONValue {
        .object([
            "oid": .string(policy.identifier.dotted),
            "flags": .optional(policy.flags.map(hexadecimal)),
        ])
    }

    private static func unknown(_ entry: RootListEntry) -> [String: JSONValue] {
        let pairs = entry.unknownProperties.map { property in
            (
                property.number.map(String.init) ?? property.identifier.dotted,
                JSONValue.string(hexadecimal(property.value))
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }

    static func hexadecimal(_ octets: [UInt8]) -> String {
        octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

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

/// A name in the form of the root records: `Common Name: ISRG Root X1, Organization: …, Country: US`.
///
/// The most specific attribute first, whichever end of the encoding it stands at; the values of a repeated attribute
/// together, last first; semicolons between the parts where one of them holds a comma.
enum SubjectText {
    static func text(_ name: DistinguishedName) -> String {
        var labels: [String] = []
        var values: [String: [String]] = [:]
        for attribute in name.attributes {
            let label = labelNames[attribute.type.dotted] ?? attribute.type.dotted
            if values[label] == nil { labels.append(label) }
            values[label, default: []].append(attribute.value.text)
        }
        let last = name.attributes.last.map { labelNames[$0.type.dotted] ?? "" }
        if last != "Country" { labels.reverse() }
        let parts = labels.map { "\($0): \((values[$0] ?? []).reversed().joined(separator: ", "))" }
        return parts.joined(separator: parts.contains { $0.contains(",") } ? "; " : ", ")
    }

    /// The common name, else the last organizational unit or organization, else all of the name.
    static func shortText(_ name: DistinguishedName) -> String {
        for type in ["2.5.4.3", "2.5.4.11", "2.5.4.10"].compactMap({ ObjectIdentifier(dotted: $0) }) {
            if let value = name.values(of: type).last { return value }
        }
        return text(name)
    }

    private static let labelNames = [
        "2.5.4.3": "Common Name", "2.5.4.4": "Surname", "2.5.4.5": "Serial Number", "2.5.4.6": "Country",
        "2.5.4.7": "Locality", "2.5.4.8": "State/Province", "2.5.4.9": "Street Address",
        "2.5.4.10": "Organization",
        "2.5.4.11": "Organizational Unit", "2.5.4.12": "Title", "2.5.4.15": "Business Category",
        "2.5.4.17": "Postal Code", "2.5.4.20": "Telephone Number", "2.5.4.41": "Name",
        "2.5.4.42": "Given Name",
        "2.5.4.43": "Initials", "2.5.4.44": "Generation Qualifier", "2.5.4.45": "Unique Identifier",
        "2.5.4.46": "DN Qualifier", "2.5.4.65": "Pseudonym", "2.5.4.97": "Organization Identifier",
        "1.2.840.113549.1.9.1": "Email Address", "0.9.2342.19200300.100.1.1": "User ID",
        "0.9.2342.19200300.100.1.25": "Domain Component",
        "1.3.6.1.4.1.311.60.2.1.1": "Incorporation Locality",
        "1.3.6.1.4.1.311.60.2.1.2": "Incorporation State/Province",
        "1.3.6.1.4.1.311.60.2.1.3": "Incorporation Country",
    ]
}
