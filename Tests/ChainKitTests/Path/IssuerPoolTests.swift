import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Issuers told by names and key identifiers")
struct NamedIssuersTests {
    private let root = Forge.authority("Alpha Root")

    private func named(_ target: ForgedCertificate, among others: [ForgedCertificate]) throws -> NamedIssuers
    {
        NamedIssuers(
            of: try target.certificate,
            among: try others.map { IssuerTable.Candidate(certificate: try $0.certificate, anchor: nil) }
        )
    }

    private func others(_ named: NamedIssuers) -> [Certificate] { named.others.map(\.certificate) }

    @Test func areTheOneWithTheKeyIdentifierAlone() throws {
        let namesakes = (0..<5).map { _ in root.authority("Alpha Issuing CA") }
        let leaf = namesakes[3].issue("mail.contoso.com")
        #expect(others(try named(leaf, among: namesakes)) == [try namesakes[3].certificate])
    }

    @Test func areAllWhereNoneHasTheKeyIdentifier() throws {
        let namesakes = (0..<3).map { _ in root.authority("Alpha Issuing CA") }
        let leaf = root.authority("Alpha Issuing CA").issue("mail.contoso.com")
        #expect(try named(leaf, among: namesakes).others.count == 3)
        let silent = namesakes[0].issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        #expect(try named(silent, among: namesakes).others.count == 3)
    }

    @Test func areThoseOfTheSameKeyWithAnotherIdentifierToo() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let reissued = root.authority("Alpha Issuing CA") {
            $0.key = issuing.key
            $0.hasSubjectKeyIdentifier = false
        }
        let stranger = root.authority("Alpha Issuing CA")
        let found = try named(
            issuing.issue("mail.contoso.com"),
            among: [issuing, reissued, stranger]
        )
        #expect(others(found) == [try issuing.certificate, try reissued.certificate])
    }

    @Test func areTheCertificateItselfWhereItNamesItsOwnKey() throws {
        let own = Forge.selfSigned("EX01")
        let found = try named(own, among: [own, Forge.authority("EX01") { $0.key = own.key }])
        #expect(found.includesItself)
        #expect(found.others.isEmpty)
        #expect(try !named(root.issue("mail"), among: [root]).includesItself)
    }

    @Test func areItselfAndOthersWhereTheIdentifiersOfASelfIssuedOneDoNotTell() throws {
        let namesake = Forge.authority("Alpha Root")
        let halfway = Forge.authority("Alpha Root") {
            $0.hasAuthorityKeyIdentifier = true
            $0.hasSubjectKeyIdentifier = false
        }
        for target in [root, halfway] {
            let found = try named(target, among: [target, namesake])
            #expect(found.includesItself)
            #expect(others(found) == [try namesake.certificate])
        }
    }

    @Test func areTheSameForAllThatNameThemAlikeSaveForOneThatIsOneOfThem() throws {
        let issuing = root.authority("Alpha Issuing CA")
        // Its name is the issuer's in other octets: the same name by RFC 5280, 7.1.
        let crossed = issuing.authority("alpha issuing ca") { $0.key = issuing.key }
        let pool = IssuerPool([try issuing.certificate, try crossed.certificate])
        let issuers = IssuerTable(anchors: PrivateAnchors([]), pool: pool)
        let memory = IssuerMemory()
        let leaves = try (0..<3).map { try issuing.issue("mail\($0)").certificate }
        for certificate in leaves + [try crossed.certificate] + leaves {
            let found = issuers.named(for: certificate, in: memory)
            let anew = NamedIssuers(of: certificate, among: issuers.candidates(for: certificate))
            #expect(found.includesItself == anew.includesItself)
            #expect(others(found) == others(anew))
        }
        #expect(others(issuers.named(for: try crossed.certificate, in: memory)) == [try issuing.certificate])
        #expect(others(issuers.named(for: leaves[0], in: memory)).count == 2)
    }

    @Test func areThoseOfTheTableThatIsAskedWhicheverWasAskedBefore() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = try issuing.issue("mail").certificate
        let tables = [[try issuing.certificate], []].map {
            IssuerTable(anchors: PrivateAnchors([]), pool: IssuerPool($0))
        }
        let memory = IssuerMemory()
        for round in 0..<4 {
            #expect(tables[round % 2].named(for: leaf, in: memory).others.count == 1 - round % 2)
        }
    }
}

@Suite("The order in which issuers are tried")
struct IssuerTableTests {
    private let root = Forge.authority("Alpha Root")

    /// Eight authorities of one name whose issuers nobody has, and one below the anchor.
    private func namesakes() -> (near: ForgedCertificate, far: [ForgedCertificate]) {
        let stranger = Forge.authority("Beta Root")
        return (
            root.authority("Issuing CA"), (0..<8).map { _ in stranger.authority("Issuing CA") }
        )
    }

    @Test func startsWithAnchorsThenThoseWhoseIssuerIsOneThenTheOthers() throws {
        let (near, far) = namesakes()
        let anchor = Forge.authority("Issuing CA")
        let table = IssuerTable(
            anchors: PrivateAnchors([try root.certificate, try anchor.certificate]),
            pool: IssuerPool(try (far + [near]).map { try $0.certificate })
        )
        let leaf = try near.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }.certificate
        let order = table.candidates(for: leaf).map(\.certificate)
        let others = try far.map { try $0.certificate }.sorted { $0.sha256 < $1.sha256 }
        #expect(order == [try anchor.certificate, try near.certificate] + others)
    }

    @Test func startsWithTheOneOfTheKeyIdentifierWhereverThatLeads() throws {
        let (near, far) = namesakes()
        let table = IssuerTable(
            anchors: PrivateAnchors([try root.certificate]),
            pool: IssuerPool(try (far + [near]).map { try $0.certificate })
        )
        let order = table.candidates(for: try far[5].issue("mail.contoso.com").certificate)
            .map(\.certificate)
        #expect(order.prefix(2) == [try far[5].certificate, try near.certificate])
    }

    @Test func findsTheWayThatEndsAtOnceWithinABudgetOfOneSignature() throws {
        let (near, far) = namesakes()
        let leaf = near.issue("mail.contoso.com") { $0.hasAuthorityKeyIdentifier = false }
        var budget = PathBudget()
        budget.signatures = 1
        let search = try search(leaf, pool: far + [near], anchors: [root], budget: budget)
        #expect(search.trusted?.path.certificates[1] == (try near.certificate))
    }
}
