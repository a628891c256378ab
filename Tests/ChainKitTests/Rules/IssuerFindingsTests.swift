import Forges
import TestSupport
import Testing

@testable import ChainKit

struct IssuerFindingsTests {
    @Test func findsWhatEveryRuleFindsForItself() throws {
        let root = Forge.authority("Alpha Root")
        let issuer = root.authority("Alpha Issuer")
        let subject = try Subject.forged(issuer.issue("mail"), under: [root], beside: [issuer])
        let memory = IssuerFindings()
        for _ in 1...2 {
            let known = Subject(
                certificate: subject.certificate,
                search: subject.search,
                time: subject.time,
                coverage: subject.coverage,
                keyDecodes: subject.keyDecodes,
                surroundings: subject.surroundings,
                issuerFindings: memory.findings(above: subject.search.best)
            )
            #expect(RuleRegistry.findings(in: known) == RuleRegistry.findings(in: subject))
        }
    }
}
