import Forges
import TestSupport
import Testing

@testable import ChainKit

extension Subject {
    /// The subject with what revocation lists say added to its paths, as an audit does.
    func checked(
        against lists: [[UInt8]],
        responses: [[UInt8]] = [],
        under anchors: [ForgedCertificate],
        beside: [ForgedCertificate] = []
    ) throws -> Subject {
        let builder = PathBuilder(
            anchors: PrivateAnchors(try anchors.map { try Certificate(der: $0.der) }),
            pool: IssuerPool(try beside.map { try Certificate(der: $0.der) }),
            party: RelyingParty(time: time)
        )
        let store = RevocationStore(
            lists: try lists.map { try RevocationList(der: $0) },
            responses: try responses.map { try OCSPResponse(der: $0) }
        )
        let checker = RevocationChecker(store: store, builder: builder)
        return Subject(
            certificate: certificate,
            search: checker.apply(to: search, demand: .whatIsKnown),
            time: time
        )
    }
}
