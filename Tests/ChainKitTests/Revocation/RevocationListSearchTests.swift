import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Signers of revocation lists")
struct RevocationSignersTests {
    let forge = RevocationForge()

    /// A distribution point that names somebody else as the signer of its list.
    private func leaf(listedBy signer: ForgedCertificate) -> ForgedCertificate {
        let point = DERWriter.sequence(DERWriter.element(0xa2, DERWriter.element(0xa4, signer.name)))
        return forge.issuing.issue("mail.contoso.com") {
            $0.extensions = [ForgedExtension("crlDistributionPoints", value: DERWriter.sequence(point))]
        }
    }

    private func indirect(
        by signer: ForgedCertificate,
        revoking certificates: [ForgedCertificate] = [],
        of issuer: ForgedCertificate? = nil
    ) -> [UInt8] {
        signer.revocationList { template in
            template.issuingDistributionPoint = DERWriter.sequence([0x84, 0x01, 0xff])
            template.entries = certificates.map { .init($0, reason: 1) }
            // Named at the first entry only: it holds for those after it.
            if let issuer, !certificates.isEmpty {
                let name = DERWriter.sequence(DERWriter.element(0xa4, issuer.name))
                template.entries[0].extensions = [
                    ForgedExtension("2.5.29.29", isCritical: true, value: name)
                ]
            }
        }
    }

    private let lister = { (root: ForgedCertificate) in
        root.issue("Alpha List Signer") {
            $0.keyUsage = [6]
            $0.extendedKeyUsage = nil
        }
    }

    @Test func followsAnIndirectListAndItsStickyIssuers() throws {
        let signer = lister(forge.root)
        let first = leaf(listedBy: signer)
        let second = leaf(listedBy: signer)
        let ofRoot = forge.root.revocationList { _ in }
        let list = indirect(by: signer, revoking: [first, second], of: forge.issuing)
        let since = Instant.test("2026-02-01T00:00:00Z")
        for leaf in [first, second] {
            #expect(
                try forge.status(of: leaf, [list, ofRoot], pool: [signer])
                    == .revoked(reason: .keyCompromise, since: since)
            )
        }
        let third = leaf(listedBy: signer)
        #expect(try forge.status(of: third, [list, ofRoot], pool: [signer]) == .good)
        // Without the certificateIssuer extension the entries are about the signer's own certificates.
        let own = indirect(by: signer, revoking: [first])
        #expect(try forge.status(of: first, [own, ofRoot], pool: [signer]) == .good)
    }

    @Test func asksForAListThatClaimsToBeIndirect() throws {
        let signer = lister(forge.root)
        let leaf = leaf(listedBy: signer)
        let lists = [signer.revocationList { _ in }, forge.root.revocationList { _ in }]
        #expect(try forge.status(of: leaf, lists, pool: [signer]) == .unknown(.outOfScope))
    }

    @Test func asksForASignerUnderTheSameAnchorThatIsGoodItself() throws {
        let signer = lister(forge.root)
        let leaf = leaf(listedBy: signer)
        let list = indirect(by: signer)
        #expect(try forge.status(of: leaf, [list], pool: [signer]) == .unknown(.signerNotTrusted))
        let revoking = forge.root.revocationList(revoking: [signer])
        #expect(try forge.status(of: leaf, [list, revoking], pool: [signer]) == .unknown(.signerNotTrusted))
        let stranger = lister(Forge.authority("Beta Root"))
        let foreign = self.leaf(listedBy: stranger)
        #expect(
            try forge.status(of: foreign, [indirect(by: stranger)], pool: [stranger])
                == .unknown(.signerNotTrusted)
        )
        #expect(try forge.status(of: leaf, [list]) == .unknown(.signerMissing))
    }

    /// As in PKITS 4.14.30: the CA appoints a signer of lists for its certificates, that signer's among them.
    @Test func acceptsASignerWhoseOwnCertificateItsOwnListCoversByItsIssuersWord() throws {
        let name = ForgedCertificate.name([("CN", "Alpha List Signer")])
        let point = DERWriter.sequence(DERWriter.element(0xa2, DERWriter.element(0xa4, name)))
        let signer = forge.issuing.issue("Alpha List Signer") {
            $0.keyUsage = [6]
            $0.extendedKeyUsage = nil
            $0.extensions = [ForgedExtension("crlDistributionPoints", value: DERWriter.sequence(point))]
        }
        let leaf = leaf(listedBy: signer)
        let ofRoot = forge.root.revocationList { _ in }
        let good = indirect(by: signer)
        #expect(try forge.status(of: leaf, [good, ofRoot], pool: [signer]) == .good)
        let revoking = indirect(by: signer, revoking: [signer], of: forge.issuing)
        #expect(
            try forge.status(of: leaf, [revoking, ofRoot], pool: [signer]) == .unknown(.signerNotTrusted)
        )
        let other = Forge.authority("Beta Root").issue("Alpha List Signer") { $0.keyUsage = [6] }
        #expect(
            try forge.status(of: leaf, [indirect(by: other), ofRoot], pool: [signer, other])
                == .unknown(.signerNotTrusted)
        )
    }

    @Test func acceptsASeparateKeyOfTheSameAuthority() throws {
        let listKey = forge.root.authority("Alpha Issuing CA") { $0.keyUsage = [6] }
        let lists = [listKey.revocationList { _ in }, forge.root.revocationList { _ in }]
        #expect(try forge.status(of: forge.leaf, lists, pool: [listKey]) == .good)
    }

    @Test func letsNoListVouchForItsOwnSigner() throws {
        let circular = forge.issuing.authority("Alpha Issuing CA") { $0.keyUsage = [6] }
        let list = circular.revocationList { _ in }
        let status = try forge.status(of: forge.leaf, [list], pool: [circular])
        #expect(status == .unknown(.signerNotTrusted))
    }

    /// Every signer's list is signed by the next: each level would ask for all signers of the level above.
    @Test func endsWhereListsNameEverMoreSigners() throws {
        let signers = (0..<40).map { _ in lister(forge.root) }
        let leaf = leaf(listedBy: signers[0])
        let lists = signers.flatMap {
            [indirect(by: $0), $0.revocationList { $0.issuer = [("CN", "Alpha Root")] }]
        }
        let clock = ContinuousClock()
        let start = clock.now
        let status = try forge.status(of: leaf, lists, pool: signers)
        #expect(status == .unknown(.budgetSpent) || status == .unknown(.signerNotTrusted))
        #expect(clock.now - start < .seconds(5))
    }
}
