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
