import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Path building")
struct PathBuilderTests {
    let root = Forge.authority("Alpha Root")

    @Test func buildsThroughIntermediatesWhateverTheirOrder() throws {
        let policy = root.authority("Alpha Policy CA")
        let issuing = policy.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        for pool in [[policy, issuing], [issuing, policy]] {
            let search = try search(leaf, pool: pool, anchors: [root])
            #expect(search.trusted != nil)
            #expect(
                search.bestNames == ["mail.contoso.com", "Alpha Issuing CA", "Alpha Policy CA", "Alpha Root"]
            )
            #expect(search.trusted?.path.intermediates.count == 2)
        }
    }

    @Test func namesTheMissingIssuerByItsPlace() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let search = try search(leaf, anchors: [root])
        #expect(search.bestDefects == [.issuerMissing])
        #expect(search.best?.defects.last?.position == 0)
        #expect(!search.isUndetermined)
    }

    @Test func findsTheGoodWayWhenAnExpiredCrossCertificateLeadsAstray() throws {
        let old = Forge.authority("Old Root") { $0.notAfter = "20250101000000Z" }
        let issuing = root.authority("Alpha Issuing CA")
        let cross = old.authority("Alpha Root") {
            $0.key = root.key
            $0.notAfter = "20250101000000Z"
        }
        let leaf = issuing.issue("mail.contoso.com")
        let search = try search(leaf, pool: [cross, old, issuing], anchors: [root])
        #expect(search.bestNames == ["mail.contoso.com", "Alpha Issuing CA", "Alpha Root"])
        #expect(search.trusted != nil)
        #expect(search.attempts.count == 2)
        #expect(search.attempts.last?.defects.contains { $0.kind == .selfSignedNotTrusted } == true)
    }

    @Test func prefersTheShorterOfTwoTrustedWays() throws {
        let beta = Forge.authority("Beta Root")
        let issuing = root.authority("Alpha Issuing CA")
        let cross = beta.authority("Alpha Root") { $0.key = root.key }
        let leaf = issuing.issue("mail.contoso.com")
        let search = try search(leaf, pool: [issuing, cross], anchors: [root, beta])
        #expect(search.attempts.count(where: \.isTrusted) == 2)
        #expect(search.bestNames == ["mail.contoso.com", "Alpha Issuing CA", "Alpha Root"])
    }

    @Test func picksTheIssuerThatSignedAmongManyOfItsName() throws {
        let issuing = (0..<40).map { _ in root.authority("Alpha Issuing CA") }
        let leaf = issuing[23].issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        let search = try search(leaf, pool: issuing, anchors: [root])
        #expect(search.trusted?.path.certificates[1] == (try issuing[23].certificate))
    }

    @Test func treatsTheKeyIdentifierAsAPreferenceOnly() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com") {
            $0.hasAuthorityKeyIdentifier = false
            $0.extensions = [
                ForgedExtension("authorityKeyIdentifier", value: [0x30, 0x03, 0x80, 0x01, 0x05])
            ]
        }
        #expect(try search(leaf, pool: [issuing], anchors: [root]).trusted != nil)
    }

    @Test func endsInRingsWithoutAnAnchor() throws {
        let first = Forge.authority("Ring A")
        let second = first.authority("Ring B")
        let ring = second.authority("Ring A") { $0.key = first.key }
        let leaf = second.issue("mail.contoso.com")
        let search = try search(leaf, pool: [second, ring], anchors: [root])
        #expect(search.trusted == nil)
        #expect(search.bestDefects.contains(.loop))
    }

    @Test func acceptsATargetThatIsAnAnchorItself() throws {
        let leaf = Forge.selfSigned("EX01")
        #expect(try search(leaf, anchors: [leaf]).trusted != nil)
        #expect(try search(leaf, anchors: [root]).bestDefects == [.selfSignedNotTrusted])
    }

    @Test func callsAForgeryUnderAKeyOfAnotherKindWrongAndNotUnknown() throws {
        let rsa = Forge.authority("Alpha Root") { $0.key = .kept(.rsa(2_048)) }
        let forger = Forge.authority("Alpha Root")
        let search = try search(forger.issue("mail.contoso.com"), anchors: [rsa])
        #expect(!search.isUndetermined)
        #expect(search.trusted == nil)
    }

    @Test func callsAnAlteredSelfSignedCertificateWronglySigned() throws {
        var der = Forge.selfSigned("EX01").der
        der[der.count - 1] ^= 1
        let search = try builder(anchors: [root]).search(from: Certificate(der: der))
        #expect(search.bestDefects == [.signatureInvalid])
    }

    @Test func sendsAnAnchorThatIsNoRoot() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let search = try search(issuing.issue("mail.contoso.com"), anchors: [issuing])
        #expect(search.trusted?.path.intermediates.count == 1)
    }

    @Test func doesNotDependOnTheOrderOfThePool() throws {
        let beta = Forge.authority("Beta Root")
        let issuing = root.authority("Alpha Issuing CA")
        let again = beta.authority("Alpha Issuing CA") { $0.key = issuing.key }
        let leaf = issuing.issue("mail.contoso.com")
        let pool = [issuing, again, beta]
        let searches = try [pool, pool.reversed()].map { try search(leaf, pool: $0, anchors: [root, beta]) }
        #expect(searches[0] == searches[1])
    }

    @Test func followsAnIssuerWhoseNameIsWrittenInOtherLetters() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com") { $0.issuer = [("CN", "ALPHA  issuing ca")] }
        #expect(try search(leaf, pool: [issuing], anchors: [root]).trusted != nil)
    }
}

@Suite("Path budget")
struct PathBudgetTests {
    @Test func answersUndeterminedWhenIssuersOfOneNameAreMoreThanTheBudget() throws {
        let issuing = (0..<8).map { _ in Forge.authority("Alpha Issuing CA") }
        let other = Forge.authority("Alpha Issuing CA")
        let leaf = other.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        var budget = PathBudget()
        budget.signatures = 5
        let search = try search(leaf, pool: issuing, anchors: [], budget: budget)
        #expect(search.limitMet == .signatures)
        #expect(search.isUndetermined)
    }

    @Test func staysWithinItsBudgetInAMeshOfSameNames() throws {
        // Six layers of four authorities that all certify each other: 4^6 ways, and no root.
        var layers: [[ForgedCertificate]] = [(0..<4).map { _ in Forge.authority("Layer 0") }]
        var pool: [ForgedCertificate] = []
        for number in 1..<6 {
            let keys = (0..<4).map { _ in ForgedKey.fresh(.p256) }
            let layer = layers[number - 1].flatMap { upper in
                keys.map { key in upper.authority("Layer \(number)") { $0.key = key } }
            }
            pool += layer
            layers.append(layer)
        }
        let leaf = try #require(layers.last?.first).issue("mail.contoso.com")
        let search = try search(leaf, pool: pool, anchors: [])
        #expect(search.limitMet != nil)
        #expect(search.isUndetermined)
        #expect(search.attempts.count <= PathBudget().paths)
    }

    @Test func stopsAtTheDepth() throws {
        let root = Forge.authority("Root")
        var chain = [root]
        for number in 0..<40 { chain.append(try #require(chain.last).authority("CA \(number)")) }
        let leaf = try #require(chain.last).issue("mail.contoso.com")
        let search = try search(leaf, pool: chain, anchors: [root])
        #expect(search.limitMet == .depth)
        #expect(search.isUndetermined)
    }
}

@Suite("The order of attempts")
struct PathRankingTests {
    private let root = Forge.authority("Alpha Root")

    /// What came further always has more defects here: only how a way ended can put it first.
    @Test func putsFirstWhatCameNearestToAnAnchorHoweverManyDefectsItHas() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let chain = try [issuing.issue("mail.contoso.com"), issuing, root].map { try $0.certificate }
        let anchor = try #require(PrivateAnchors([chain[2]]).anchor(for: chain[2]))
        func attempt(_ anchor: TrustAnchor?, _ end: PathDefect.Kind?, defects: Int) -> PathAttempt {
            let kinds = Array(repeating: PathDefect.Kind.notAuthority, count: max(defects - 1, 0))
            return PathAttempt(
                path: CertificationPath(certificates: chain, anchor: anchor),
                defects: (kinds + [end].compactMap(\.self)).map { PathDefect($0, at: 1) },
                notes: []
            )
        }
        let notVerifiable = Array(
            repeating: PathDefect(.signatureNotVerifiable(algorithm: "SLH-DSA"), at: 1),
            count: 9
        )
        let order = [
            attempt(anchor, nil, defects: 0),
            PathAttempt(
                path: CertificationPath(certificates: chain, anchor: anchor),
                defects: notVerifiable,
                notes: []
            ),
            attempt(anchor, .expired, defects: 7), attempt(nil, .selfSignedNotTrusted, defects: 5),
            attempt(nil, .issuerMissing, defects: 4), attempt(nil, .signatureInvalid, defects: 3),
            attempt(nil, .loop, defects: 2),
        ]
        for one in order.indices {
            for other in order.indices where other != one {
                let first = order[min(one, other)]
                #expect(PathRanking.sorted([order[one], order[other]]).first == first, "\(one), \(other)")
            }
        }
    }

    @Test func putsFirstOfWaysThatEndAlikeTheOneWithFewerDefectsThenNotesThenCertificates() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let chain = try [issuing.issue("mail.contoso.com"), issuing].map { try $0.certificate }
        func attempt(_ length: Int, defects: Int, notes: Int) -> PathAttempt {
            PathAttempt(
                path: CertificationPath(certificates: Array(chain.prefix(length)), anchor: nil),
                defects: Array(repeating: PathDefect(.issuerMissing, at: 0), count: defects),
                notes: Array(repeating: .doubtfulKey(at: 0), count: notes)
            )
        }
        let order = [
            attempt(2, defects: 1, notes: 1), attempt(1, defects: 1, notes: 2),
            attempt(2, defects: 1, notes: 2), attempt(1, defects: 2, notes: 0),
        ]
        #expect(PathRanking.sorted(order.reversed()) == order)
    }
}
