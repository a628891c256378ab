import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit
@testable import Reports

/// Which certificate is shown as the one with the fewest problems where none is usable.
struct FewestProblemsTests {
    private let shown = "Fewest problems (still not usable): "

    private func text(_ inputs: (ReportFixture) -> [ForgedCertificate]) throws -> String {
        var fixture = ReportFixture()
        fixture.inputs = inputs(fixture).enumerated().map {
            .octets($0.element.der, name: "in/\($0.offset).cer")
        }
        return try fixture.text(width: 200)
    }

    @Test func isNeverOneOfAnInternalRoot() throws {
        let internalRoot = Forge.authority("Contoso Enterprise Root CA")
        // One problem against three, and still the wrong one: KB 2888788.
        let text = try text { fixture in
            [
                internalRoot, internalRoot.issue("mail.contoso.com"),
                fixture.root.issue("other.contoso.com") {
                    $0.notAfter = "20260201000000Z"
                    $0.extendedKeyUsage = ["clientAuth"]
                },
            ]
        }
        #expect(text.contains("\(shown)2.cer"))
        let alone = try self.text { _ in [internalRoot, internalRoot.issue("mail.contoso.com")] }
        #expect(!alone.contains(shown))
        #expect(alone.contains("None of them leads to one of your anchors."))
    }

    @Test func isNoneWhoseIssuerIsNotHereAndMayBeInternal() throws {
        let stranger = Forge.authority("Stranger")
        #expect(!(try text { _ in [stranger.issue("mail.contoso.com")] }.contains(shown)))
        #expect(!(try text { _ in [Forge.selfSigned("mail.contoso.com")] }.contains(shown)))
    }

    @Test func isNoneThatClaimsATrustedIssuerWhichDidNotSignIt() throws {
        let forged = Forge.authority("Alpha Root").issue("mail.contoso.com")
        #expect(!(try text { _ in [forged] }.contains(shown)))
    }
}
