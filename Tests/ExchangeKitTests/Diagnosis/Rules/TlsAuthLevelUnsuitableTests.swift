import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct TlsAuthLevelUnsuitableTests {
    private let rule = TlsAuthLevelUnsuitable()

    private func findings(_ change: (inout SendConnector) -> Void) throws -> [ExchangeFinding] {
        var fixture = try SituationFixture()
        fixture.changeSend(change)
        return try fixture.findings(rule)
    }

    @Test func passesWhatTheWizardSets() throws {
        #expect(try SituationFixture().findings(rule).isEmpty)
        #expect(try findings { $0.tlsAuthLevel = .value("CertificateValidation") }.isEmpty)
        #expect(try findings { $0.tlsAuthLevel = .notExported }.isEmpty)
    }

    @Test func warnsOfEncryptionWithoutAuthentication() throws {
        let found = try findings { $0.tlsAuthLevel = .value("EncryptionOnly") }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("EncryptionOnly") == true)
        #expect(found.first?.commands.first?.contains("-TlsDomain 'mail.protection.outlook.com'") == true)
    }

    @Test func warnsWhereNoLevelIsSet() throws {
        #expect(
            try findings { $0.tlsAuthLevel = .empty }.first?.message.contains("has no TlsAuthLevel") == true
        )
    }

    @Test func warnsOfDomainValidationWithoutADomain() throws {
        let found = try findings { $0.tlsDomain = .empty }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("the recipient's domain is looked for") == true)
    }

    @Test func flagsDomainValidationOfASmartHostWithoutADomain() throws {
        let found = try findings {
            $0.tlsDomain = .empty
            $0.dnsRoutingEnabled = false
            $0.smartHosts = .value(["contoso-com.mail.protection.outlook.com"])
        }
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.message.contains("contoso-com.mail.protection.outlook.com") == true)
    }

    @Test func flagsASmartHostThatTheExportDoesNotName() throws {
        let found = try findings {
            $0.tlsDomain = .empty
            $0.dnsRoutingEnabled = false
        }
        #expect(found.first?.message.contains("sends to a smart host") == true)
    }

    @Test func warnsOfAnotherDomainThanTheServices() throws {
        let found = try findings { $0.tlsDomain = .value("mail.contoso.com") }
        #expect(found.first?.message.contains("which is not the service's") == true)
    }
}
