import Forges
import TestSupport
import Testing

@testable import ChainKit

/// The rules for issuances on what real searches give them.
struct IssuanceRuleTests {
    private let root = Forge.authority("Alpha Root")

    private func finding(_ rule: any OfferRule.Type, of issuance: Issuance) -> OfferFinding? {
        issuance.findings.first { $0.rule == rule.metadata.id }
    }

    @Test func asksForTheIntermediateWhereOnlyTheRootIsKnown() throws {
        let found = finding(
            IssuanceIntermediateUnknown.self,
            of: try OfferForge.issuance(root, root: root)
        )
        #expect(found?.severity == .warning)
        #expect(found?.assurance == .dependsOnCA)
        let issuing = root.authority("Alpha CA 1")
        let known = try OfferForge.issuance(issuing, root: root)
        #expect(finding(IssuanceIntermediateUnknown.self, of: known) == nil)
    }

    @Test func countsTheRenewalsToCome() throws {
        let found = finding(
            IssuanceRenewalsFrequent.self,
            of: try OfferForge.issuance(root.authority("Alpha CA 1"), root: root)
        )
        #expect(
            found?.message
                == "200 days, 2 certificates a year; from 2027-03-15 on 100 days, 4 a year; from 2029-03-15 on 47 days, 8 a year"
        )
        #expect(found?.policy == [PolicyData.lifetimeSource])
    }

    @Test func saysWhatClientAuthenticationRestsOn() throws {
        let issuing = root.authority("Sectigo CA 1") {
            $0.subject = [("O", "Sectigo Limited"), ("CN", "Sectigo CA 1")]
        }
        let found = finding(
            IssuanceClientAuthenticationUncertain.self,
            of: try OfferForge.issuance(issuing, root: root)
        )
        #expect(found?.certainty == .unknown)
        #expect(found?.message.contains("it is not certain that Sectigo leaves it out") == true)
        #expect(found?.policy.map(\.id) == ["client-authentication-sectigo", "client-authentication"])
    }

    @Test func hasNothingToSayOfClientsWhereTheRootServesThem() throws {
        let issuance = try OfferForge.issuance(root.authority("Alpha CA 1"), root: root)
        #expect(finding(IssuanceRootNotForClients.self, of: issuance) == nil)
    }
}
