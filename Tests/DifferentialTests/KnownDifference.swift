import ChainKit
import TestSupport

/// A kind of difference between chaincheck and OpenSSL that is meant to be.
struct KnownDifference: Sendable {
    let name: String
    /// The clause or practice that speaks for chaincheck's answer.
    let reason: String
    let applies: @Sendable (Disagreement) -> Bool

    /// Every kind.
    ///
    /// What chaincheck accepts and OpenSSL does not must be here, or a test fails; so must what it rejects.
    static let all = accepted + rejected

    /// chaincheck accepts, OpenSSL does not.
    private static let accepted = [
        KnownDifference(
            name: "one of several paths",
            reason:
                "OpenSSL follows one path and does not go back; given the path that chaincheck found, it accepts"
        ) { $0.openSSLOfAcceptedPath?.isAccept == true },
        KnownDifference(
            name: "authorityKeyIdentifier of another key",
            reason: "RFC 5280, 6.1 does not look at key identifiers; the signature says whose key it was"
        ) { difference in
            difference.complaint.map { [2, 20, 21, 30].contains($0.code) } == true
                && difference.hasMisleadingKeyIdentifier
        },
        KnownDifference(
            name: "the anchor's own extensions",
            reason: "RFC 5280, 6.1.1 (d): an anchor is a name and a key"
        ) { difference in
            guard let complaint = difference.complaint, let path = difference.accepted else { return false }
            return complaint.depth == path.certificates.count - 1 && complaint.depth > 0
        },
        KnownDifference(
            name: "keyUsage of an authority, or without a meaning",
            reason:
                "RFC 5280, 4.2.1.3: decipherOnly alone means nothing; an authority may be a server, too (6.1.5)"
        ) { difference in
            guard let complaint = difference.complaint, let leaf = difference.accepted?.certificates.first
            else {
                return false
            }
            let isAuthority = leaf.isAuthority && leaf.keyUsage?.contains(.keyCertSign) == true
            let isUndefined = leaf.keyUsage?.isDisjoint(with: [.encipherOnly, .decipherOnly]) == false
            return complaint.code == 26 && complaint.depth == 0 && (isAuthority || isUndefined)
        },
        KnownDifference(
            name: "anyExtendedKeyUsage",
            reason: "RFC 5280, 4.2.1.12: it allows every purpose; OpenSSL asks for the purpose itself"
        ) { difference in
            guard let complaint = difference.complaint, complaint.code == 26,
                let certificates = difference.accepted?.certificates,
                certificates.indices.contains(complaint.depth)
            else { return false }
            return certificates[complaint.depth].extendedKeyUsage?.contains(.any) == true
        },
    ]

    /// chaincheck rejects, OpenSSL does not.
    private static let rejected = [
        KnownDifference(
            name: "a wildcard over an excluded name",
            reason: "the wildcard stands for hosts that the authority may not certify (RFC 5280, 4.2.1.10)"
        ) { $0.objections == ["name-excluded"] },
        KnownDifference(
            name: "a constraint that nobody can compare",
            reason: "an excluded base that is no domain name is refused (RFC 5280, 4.2.1.10)"
        ) { $0.objections == ["name-constraints-not-understood"] },
    ]
}

extension Disagreement {
    /// Whether a certificate of the accepted path names another key than its issuer's.
    fileprivate var hasMisleadingKeyIdentifier: Bool {
        guard let certificates = accepted?.certificates else { return false }
        return zip(certificates, certificates.dropFirst()).contains { certificate, issuer in
            certificate.authorityKeyIdentifier != nil
                && certificate.authorityKeyIdentifier != issuer.subjectKeyIdentifier
        }
    }
}
