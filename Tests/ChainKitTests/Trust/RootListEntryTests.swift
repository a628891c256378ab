import Forges
import Testing

@testable import ChainKit

struct RootListEntryTests {
    private let list: MicrosoftRootList

    init() throws { list = try MicrosoftRootList.embedded() }

    @Test func everyDigestInTheListIsThatOfTheCertificate() throws {
        for entry in list.entries {
            let certificate = try #require(list.certificate(of: entry.thumbprint))
            #expect(entry.sha256 == certificate.sha256)
            #expect(entry.thumbprint == certificate.thumbprint)
            #expect(entry.hasSubjectDigest(of: certificate))
            #expect(certificate.isSelfIssued)
        }
    }

    @Test func theEntriesHaveThePropertiesThatWereCounted() {
        let entries = list.entries
        func isWithdrawn(_ date: RootListEntry.RestrictionDate) -> Bool { date == .withdrawn }
        #expect(entries.count { $0.purposes != nil } == 549)
        #expect(entries.count { $0.disabled != .absent } == 207)
        #expect(entries.count { isWithdrawn($0.disabled) } == 2)
        #expect(entries.count { $0.notBefore != .absent } == 302)
        #expect(entries.count { isWithdrawn($0.notBefore) } == 6)
        #expect(entries.count { $0.notBeforePurposes != nil } == 166)
        #expect(entries.count { $0.disallowedPurposes != nil } == 27)
        #expect(entries.count { $0.policies != nil } == 164)
        #expect(entries.count { $0.chainPolicies != nil } == 8)
        #expect(entries.allSatisfy { $0.friendlyName != nil && $0.unknownProperties.isEmpty })
    }

    @Test func theDisplayNameLeavesDirectionMarksOut() {
        let marked = list.entries.filter { $0.friendlyName != $0.displayName }
        #expect(marked.count == 4)
        #expect(marked.allSatisfy { $0.displayName?.unicodeScalars.contains("\u{200e}") == false })
    }

    @Test func policiesCarryTheFlagsOfTheRootProgramme() {
        let policies = list.entries.compactMap(\.policies).joined()
        #expect(policies.allSatisfy { $0.flags == [0xc0] })
    }
}
