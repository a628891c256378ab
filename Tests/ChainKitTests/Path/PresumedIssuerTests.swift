import Forges
import TestSupport
import Testing

@testable import ChainKit

/// A target whose issuer is given needs no signature of that issuer's; everything else is judged as always.
struct PresumedIssuerTests {
    private let root = Forge.authority("Alpha Root")
    private let time = Instant(seconds: 1_780_000_000)

    private func builder(_ pool: [ForgedCertificate]) throws -> PathBuilder {
        PathBuilder(
            anchors: PrivateAnchors([try root.certificate]),
            pool: IssuerPool(try pool.map { try $0.certificate }),
            party: RelyingParty(time: time)
        )
    }

    /// A certificate that names the issuer and was signed by somebody else.
    private func target(of issuer: ForgedCertificate) throws -> Certificate {
        let name = try issuer.certificate.subject.values(of: AttributeType.commonName)
        let other = Forge.authority(name.first ?? "")
        return try other.issue("mail.contoso.com").certificate
    }

    @Test func followsThePresumedIssuerToTheRoot() throws {
        let issuing = root.authority("Alpha CA 1")
        let builder = try builder([issuing])
        let target = try target(of: issuing)
        #expect(builder.search(from: target).trusted == nil)
        let search = builder.search(from: target, presumedIssuer: try issuing.certificate, in: IssuerMemory())
        #expect(search.trusted?.path.certificates == [target, try issuing.certificate, try root.certificate])
    }

    @Test func followsEveryCertificateOfThePresumedIssuersKey() throws {
        let other = Forge.authority("Beta Root")
        let issuing = root.authority("Alpha CA 1")
        let crossSigned = other.authority("Alpha CA 1") { $0.key = issuing.key }
        let search = try builder([issuing, crossSigned]).search(
            from: try target(of: issuing),
            presumedIssuer: try issuing.certificate,
            in: IssuerMemory()
        )
        #expect(search.attempts.count == 2)
        #expect(search.trusted != nil)
    }

    @Test func followsNoNamesakeOfAnotherKey() throws {
        let issuing = root.authority("Alpha CA 1")
        let namesake = root.authority("Alpha CA 1")
        let search = try builder([issuing, namesake]).search(
            from: try target(of: issuing),
            presumedIssuer: try issuing.certificate,
            in: IssuerMemory()
        )
        #expect(search.attempts.map { $0.path.certificates[1] } == [try issuing.certificate])
    }

    @Test func stillFindsWhatIsWrongAbove() throws {
        let issuing = root.authority("Alpha CA 1") { $0.notAfter = "20250101000000Z" }
        let search = try builder([issuing]).search(
            from: try target(of: issuing),
            presumedIssuer: try issuing.certificate,
            in: IssuerMemory()
        )
        #expect(search.trusted == nil)
    }
}
