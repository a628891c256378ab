import TestSupport

@testable import ChainKit

/// A kind of difference between chaincheck and OpenSSL that is meant to be.
struct KnownDifference: Sendable {
    let name: String
    /// The clause or practice that speaks for chaincheck's answer.
    let reason: String
    /// What chaincheck may object to and OpenSSL not; empty where chaincheck accepts.
    var objections: Set<String> = []
    let applies: @Sendable (Disagreement) -> Bool

    /// The kinds that explain a difference, nil for a difference that must not be.
    static func kinds(of difference: Disagreement) -> String? {
        if difference.accepted != nil { return accepted.first { $0.applies(difference) }?.name }
        let kinds = rejected.filter { $0.applies(difference) }
        let known = kinds.reduce(into: Set<String>()) { $0.formUnion($1.objections) }
        guard let explained = difference.objections.first(where: { $0.isSubset(of: known) }) else {
            return nil
        }
        return kinds.filter { !$0.objections.isDisjoint(with: explained) }.map(\.name).joined(separator: ", ")
    }

    /// chaincheck accepts, OpenSSL does not.
    private static let accepted = [
        KnownDifference(
            name: "one of several paths",
            reason: "OpenSSL follows one path and does not go back; given chaincheck's path alone, it accepts"
        ) { $0.openSSLOfAcceptedPath?.isAccept == true },
        KnownDifference(
            name: "the last second",
            reason: "RFC 5280, 4.1.2.5: the validity includes notAfter; to OpenSSL that second is outside"
        ) { difference in
            difference.complaint?.code == 10
                && difference.certificateComplainedAbout?.notAfter.instant?.seconds == Int64(RandomPKI.time)
        },
        KnownDifference(
            name: "the anchor's own extensions",
            reason: "RFC 5280, 6.1.1 (d): an anchor is a name and a key"
        ) { difference in
            guard let complaint = difference.complaint, let path = difference.accepted?.certificates,
                path.count > 1
            else { return false }
            // An anchor whose extensions OpenSSL calls invalid is nobody's issuer to it.
            let isNobodysIssuer =
                complaint.code == 20 && complaint.depth == path.count - 2
                && path.last?.isInvalidIssuerToOpenSSL == true
            return complaint.depth == path.count - 1 || isNobodysIssuer
        },
        KnownDifference(
            name: "anyExtendedKeyUsage",
            reason: "RFC 5280, 4.2.1.12: it allows every purpose; OpenSSL asks for the purpose itself"
        ) { difference in
            difference.complaint?.code == 26
                && difference.certificateComplainedAbout?.extendedKeyUsage?.contains(.any) == true
        },
        KnownDifference(
            name: "keyUsage of an authority, or without a meaning",
            reason: "RFC 5280, 4.2.1.3: decipherOnly alone means nothing; 6.1.5: an authority may be a target"
        ) { difference in
            guard let complaint = difference.complaint, let leaf = difference.accepted?.certificates.first,
                let usage = leaf.keyUsage
            else { return false }
            let isAuthority = leaf.isAuthority && usage.contains(.keyCertSign)
            let isUndefined = !usage.isDisjoint(with: [.encipherOnly, .decipherOnly])
            return complaint.code == 26 && complaint.depth == 0 && (isAuthority || isUndefined)
        },
        KnownDifference(
            name: "authorityKeyIdentifier of another key",
            reason: "RFC 5280, 6.1 does not look at key identifiers; the signature says whose key it was"
        ) { difference in
            difference.complaint.map { [2, 20, 21, 30].contains($0.code) } == true
                && difference.hasMisleadingKeyIdentifier
        },
        KnownDifference(
            name: "two certificates of one name in the path",
            reason:
                "RFC 5280, 6.1 allows it; OpenSSL takes the first of that name, or takes it for self-signed"
        ) { difference in
            difference.complaint.map { [7, 18, 19, 20, 79].contains($0.code) } == true
                && difference.hasNamesakes
        },
    ]

    /// chaincheck rejects, OpenSSL does not.
    private static let rejected = [
        KnownDifference(
            name: "a wildcard over an excluded name",
            reason: "the wildcard stands for hosts that the authority may not certify (RFC 5280, 4.2.1.10)",
            objections: ["name-excluded"]
        ) { difference in difference.leafNames.contains { $0.contains("*") } },
        KnownDifference(
            name: "an excluded base that is no domain name",
            reason: "it excludes at least what it says, or nobody can tell what (RFC 5280, 4.2.1.10)",
            objections: ["name-excluded", "name-constraints-not-understood"]
        ) { difference in
            difference.excludedDomains.contains {
                $0.hasPrefix("*") || $0.hasSuffix(".") || DNSName($0) == nil
            }
        },
        KnownDifference(
            name: "common names and partial wildcards",
            reason: "RFC 9525, 6.3 and 6.4.4: neither is a name that a certificate presents",
            objections: ["name-not-covered"]
        ) { difference in
            difference.leafNames.isEmpty || difference.leafNames.contains { $0.contains("*") }
        },
    ]
}

extension Disagreement {
    fileprivate var certificateComplainedAbout: Certificate? {
        guard let complaint, let certificates = accepted?.certificates,
            certificates.indices.contains(complaint.depth)
        else { return nil }
        return certificates[complaint.depth]
    }

    /// Whether a certificate of the accepted path names another key than its issuer's.
    fileprivate var hasMisleadingKeyIdentifier: Bool {
        guard let certificates = accepted?.certificates else { return false }
        return zip(certificates, certificates.dropFirst()).contains { certificate, issuer in
            certificate.authorityKeyIdentifier != nil
                && certificate.authorityKeyIdentifier != issuer.subjectKeyIdentifier
        }
    }

    /// The dNSNames of the leaf.
    fileprivate var leafNames: [String] {
        let names = (try? Certificate(der: pki.leaf))?.subjectAlternativeNames ?? []
        return names.compactMap { if case .dns = $0 { $0.text } else { nil } }
    }

    /// The dNSNames that any authority excludes, without a leading dot.
    fileprivate var excludedDomains: [String] {
        let authorities = (pki.intermediates + pki.roots).compactMap { try? Certificate(der: $0) }
        let bases = authorities.flatMap { $0.nameConstraints?.excluded ?? [] }
        let texts = bases.compactMap { if case .dns = $0 { $0.text } else { nil } }
        return texts.filter { !$0.isEmpty }.map {
            $0.count > 1 && $0.hasPrefix(".") ? String($0.dropFirst()) : $0
        }
    }

    fileprivate var hasNamesakes: Bool {
        guard let certificates = accepted?.certificates else { return false }
        return Set(certificates.map(\.subject.rfc4514)).count < certificates.count
    }
}

extension Certificate {
    fileprivate var isInvalidIssuerToOpenSSL: Bool {
        !encodingDefects.isEmpty || keyUsage?.contains(.keyCertSign) == false
    }
}
