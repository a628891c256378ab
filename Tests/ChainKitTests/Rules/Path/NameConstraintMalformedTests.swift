import Forges
import TestSupport
import Testing

@testable import ChainKit

struct NameConstraintMalformedTests {
    private let rule = NameConstraintMalformed()
    private let root = Forge.authority("Alpha Root")

    private func issuing(_ bases: [String], list: UInt8) -> ForgedCertificate {
        root.authority("Alpha CA 1") {
            let subtrees = bases.map { DERWriter.sequence(DERWriter.element(0x82, Array($0.utf8))) }
            let value = DERWriter.sequence(DERWriter.element(list, subtrees.flatMap(\.self)))
            $0.extensions = [ForgedExtension("nameConstraints", isCritical: true, value: value)]
        }
    }

    @Test func passesDomainNamesAndTheEmptyName() throws {
        let good = issuing(["contoso.com", "COM", "", "xn--bro-hoa.example", "_tcp.contoso.com"], list: 0xa0)
        #expect(try rule.violations(in: good, as: .intermediate).isEmpty)
        #expect(try rule.violations(in: root, as: .anchor).isEmpty)
    }

    @Test func flagsALeadingDotAWildcardAndADotAtTheEnd() throws {
        #expect(
            try rule.violations(in: issuing([".contoso.com", "contoso.com"], list: 0xa0), as: .intermediate)
                == [
                    "the permitted dNSName '.contoso.com' is no domain name"
                ]
        )
        #expect(
            try rule.violations(
                in: issuing(["*.contoso.com", "contoso.com."], list: 0xa1),
                as: .intermediate
            ) == [
                "the excluded dNSName '*.contoso.com' is no domain name",
                "the excluded dNSName 'contoso.com.' is no domain name",
            ]
        )
    }

    @Test func countsBeyondTheFirstFive() throws {
        let violations = try rule.violations(
            in: issuing((0..<7).map { ".\($0).example" }, list: 0xa1),
            as: .intermediate
        )
        #expect(violations.last == "2 more name constraints are no domain names")
        #expect(violations.count == 6)
    }
}
