import Forges
import TestSupport

@testable import ChainKit

/// A root, an issuing authority and a server certificate: what most claims about revocation need.
struct RevocationForge {
    let root = Forge.authority("Alpha Root")
    let issuing: ForgedCertificate
    let leaf: ForgedCertificate

    init() {
        issuing = root.authority("Alpha Issuing CA")
        leaf = issuing.issue("mail.contoso.com")
    }

    /// The status of the forge's own leaf.
    func status(_ lists: [[UInt8]], at time: String = "2026-06-01T00:00:00Z") throws -> RevocationStatus? {
        try status(of: leaf, lists, at: time)
    }

    /// The status of a certificate below the issuing authority, or below another one.
    func status(
        of leaf: ForgedCertificate,
        _ lists: [[UInt8]],
        responses: [[UInt8]] = [],
        pool: [ForgedCertificate] = [],
        at time: String = "2026-06-01T00:00:00Z"
    ) throws -> RevocationStatus? {
        let checker = try checker(lists, responses: responses, pool: pool, at: time)
        let search = checker.builder.search(from: try leaf.certificate)
        return search.best.flatMap { checker.statuses(of: $0.path).first }
    }

    func checker(
        _ lists: [[UInt8]],
        responses: [[UInt8]] = [],
        pool: [ForgedCertificate] = [],
        at time: String = "2026-06-01T00:00:00Z"
    ) throws -> RevocationChecker {
        RevocationChecker(
            store: RevocationStore(
                lists: try lists.map { try RevocationList(der: $0) },
                responses: try responses.map { try OCSPResponse(der: $0) }
            ),
            builder: try builder(pool: [issuing] + pool, anchors: [root], at: time)
        )
    }
}
