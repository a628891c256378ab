import ChainKit
import TestSupport

/// A PKI of which chaincheck and OpenSSL do not say the same.
struct Disagreement {
    let pki: RandomPKI
    /// The path that chaincheck accepts, nil where it rejects.
    let accepted: CertificationPath?
    /// The codes of chaincheck's objections, a set for each path that leads to an anchor; empty where it accepts.
    let objections: [Set<String>]
    let openSSL: OpenSSLVerifier.Answer
    /// What OpenSSL says if it is given the accepted path and nothing else, nil where chaincheck rejects.
    let openSSLOfAcceptedPath: OpenSSLVerifier.Answer?

    /// Nil where both say the same.
    init?(_ pki: RandomPKI) {
        let openSSL = Self.openSSL(pki, intermediates: pki.intermediates, roots: pki.roots)
        let verification = Self.verification(pki)
        let accepts = verification?.answer == .accept
        guard accepts != openSSL.isAccept else { return nil }
        self.pki = pki
        self.openSSL = openSSL
        accepted = accepts ? verification?.accepted?.path : nil
        objections = accepts ? [] : verification.map(Self.objections) ?? [["leaf does not parse"]]
        openSSLOfAcceptedPath = accepted.map { path in
            let above = path.certificates.dropFirst()
            return Self.openSSL(
                pki,
                intermediates: above.dropLast().map(\.der),
                roots: [above.last?.der ?? pki.leaf]
            )
        }
    }

    private static func objections(of verification: Verification) -> [Set<String>] {
        let told = Set(verification.objections.map(\.code))
        let ofName = told.intersection(["name-not-covered"])
        let ways = verification.attempts.filter { $0.path.anchor != nil && !$0.defects.isEmpty }
        return [told] + ways.map { ofName.union($0.defects.map(\.code)) }
    }

    /// What RFC 5280 asks and no more: the web's profile rejects much that OpenSSL never looks at.
    private static func verification(_ pki: RandomPKI) -> Verification? {
        guard let leaf = try? Certificate(der: pki.leaf) else { return nil }
        var request = VerificationRequest(
            leaf,
            intermediates: pki.intermediates.compactMap { try? Certificate(der: $0) },
            time: Instant(seconds: Int64(RandomPKI.time))
        )
        request.profile = .rfc5280
        request.references = ReferenceIdentifier(pki.host).map { [$0] } ?? []
        request.purpose =
            switch pki.purpose {
            case .server: .server
            case .client: .client
            case .any: .any
            }
        let anchors = PrivateAnchors(pki.roots.compactMap { try? Certificate(der: $0) })
        return Verifier(anchors: anchors).verify(request)
    }

    private static func openSSL(
        _ pki: RandomPKI,
        intermediates: [[UInt8]],
        roots: [[UInt8]]
    ) -> OpenSSLVerifier.Answer {
        OpenSSLVerifier.answer(
            leaf: pki.leaf,
            intermediates: intermediates,
            roots: roots,
            host: pki.host,
            purpose: pki.purpose,
            time: RandomPKI.time,
            checksPolicies: true
        )
    }

    /// OpenSSL's complaint about the accepted path; nil where it has none.
    var complaint: (code: Int, depth: Int)? {
        guard case .reject(let code, let depth, _)? = openSSLOfAcceptedPath else { return nil }
        return (code, depth)
    }
}

extension Disagreement: CustomStringConvertible {
    var description: String {
        let ours =
            accepted == nil ? "chaincheck rejects \(objections.map { $0.sorted() })" : "chaincheck accepts"
        let path = openSSLOfAcceptedPath.map { ", of that path alone \($0)" } ?? ""
        return "seed \(pki.seed) number \(pki.number): \(ours), OpenSSL: \(openSSL)\(path); \(pki.traits)"
    }
}
