import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ExplanationTests {
    private static func ids(_ text: String) -> [String] { Explanation(of: text).errors.map(\.error.id) }

    @Test(arguments: [
        "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        "454 4.7.0 Fehler beim Einrichten eines geeigneten TLS-Kanals: UntrustedRoot: Zugriff verweigert",
        "454 4.7.0 Échec de l'établissement du canal TLS : UntrustedRoot : accès refusé",
        "454 4.7.0 適切な TLS チャネルを確立できませんでした: UntrustedRoot: アクセスが拒否されました",
        "454 4.7.0 Не удалось установить канал TLS: UntrustedRoot: отказано в доступе",
        "454-4.7.0 untrustedroot",
    ])
    func knowsAnErrorByItsWordInAnyLanguage(_ text: String) {
        #expect(Self.ids(text) == ["untrusted-root-refused"])
    }

    @Test(arguments: [
        "454 4.7.0 Не удалось установить канал TLS", "454 4.7.0 Es konnte kein TLS-Kanal eingerichtet werden",
        "454 4.7.0 Failed to establish appropriate TLS channel: RevocationOffline: Access Denied",
    ])
    func givesTheGenericReadingWhereTheWordIsMissingOrNotKnown(_ text: String) {
        #expect(Self.ids(text) == ["tls-channel-refused"])
    }

    @Test func explainsEveryErrorOfAPaste() {
        let ids = Self.ids(
            """
            Queue 1: 454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found.
            550 5.7.64 Relay Access Denied ATTR36
            450 4.7.320 Certificate validation failed [Message=SubjectMismatch]
            550 5.7.57 Client was not authenticated to send anonymous mail during MAIL FROM
            """
        )
        #expect(
            Set(ids) == [
                "send-connector-certificate-not-found", "relay-denied-without-accepted-domain",
                "subject-mismatch-presented", "client-not-authenticated",
            ]
        )
        #expect(ids.last == "client-not-authenticated")
    }

    @Test func doesNotJoinAWordToTheCodeOfAnotherLine() {
        let ids = Self.ids("454 4.7.5 Certificate validation failure\n450 4.7.320 [Message=SubjectMismatch]")
        #expect(Set(ids) == ["remote-certificate-refused", "subject-mismatch-presented"])
    }

    @Test func joinsLinesThatAreOneRecord() {
        let ids = Self.ids(
            "450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch\n\nExpected Subject: a.b.]"
        )
        #expect(ids == ["subject-mismatch-presented"])
    }

    @Test func passesOverTheWrapperOfAnErrorThatItKnows() {
        let quoted = "451 4.4.0 Primary target IP address responded with: \"421 4.2.1 Unable to connect.\""
        #expect(Self.ids(quoted) == ["connection-timed-out"])
        #expect(Self.ids("451 4.4.0 Primary target IP address did not respond") == ["target-responded"])
    }

    @Test func explainsTheEventByTheReplyInIt() {
        let text = """
            Log Name: Application
            Source: MSExchangeTransport
            Event ID: 2004
            Task Category: SmtpSend
            Description:
            Send connector Outbound to Office 365: Message delivery was not successful. The message with message ID \
            <1@contoso.com> was acknowledged with SMTP response 454 4.7.0 Failed to establish appropriate TLS channel: \
            UntrustedRoot: Access Denied.
            """
        #expect(Self.ids(text) == ["untrusted-root-refused"])
        #expect(Explanation(of: text).errors.first?.seen == ["event 2004", "454 4.7.0", "UntrustedRoot"])
    }

    @Test(arguments: ["MSExchangeTransport", "MSExchangeFrontEndTransport"])
    func knowsAnEventOfEitherService(_ source: String) {
        #expect(Self.ids("Source: \(source)\nEvent ID: 12016\n") == ["event-12016-certificate-expired"])
    }

    @Test func saysWhatIsNoFaultOfACertificate() {
        for text in [
            "550 5.7.57 …", "550 5.7.606 …", "550 5.7.649 …", "454 4.7.0 Temporary authentication failure",
        ] {
            #expect(Explanation(of: text).errors.map(\.error.bearing) == [.unrelated])
        }
    }

    @Test func namesCodesThatItDoesNotKnow() {
        let explanation = Explanation(of: "550 5.1.10 RESOLVER.ADR.RecipientNotFound; event 7009")
        #expect(!explanation.isRecognised)
        #expect(explanation.notInCatalogue == ["550 5.1.10", "event 7009"])
    }

    @Test func countsAnErrorThatStandsInSeveralPlacesOnce() {
        let text = Array(repeating: "454 4.7.0 UntrustedRoot", count: 300).joined(separator: "\n")
        let explanation = Explanation(of: text)
        #expect(explanation.errors.map(\.count) == [300])
        #expect(explanation.errors.first?.seen == ["454 4.7.0", "UntrustedRoot"])
    }

    @Test func fillsNamesOfTheTextIntoCommands() {
        let explanation = Explanation(
            of: """
                Microsoft Exchange could not find a certificate that contains the domain name mail.contoso.com in the \
                personal store on the local computer.
                """
        )
        let commands = explanation.errors.flatMap(\.checks).flatMap(\.commands)
        #expect(commands.contains("Get-ExchangeCertificate -DomainName mail.contoso.com"))
        #expect(commands.contains("chaincheck audit <folder of certificates> --domain mail.contoso.com"))
    }

    @Test func putsNothingIntoCommandsThatAShellWouldRead() {
        let explanation = Explanation(
            of:
                "event 12014 contains the domain name $(rm -rf x); y in the personal store on the local computer"
        )
        #expect(!explanation.errors.flatMap(\.checks).contains { $0.commands.contains { $0.contains("rm") } })
    }

    @Test func readsUTF16AsPowerShellWritesIt() {
        let text = "454 4.7.0 Échec : UntrustedRoot"
        let octets: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        #expect(Explanation(ofOctets: octets).errors.map(\.error.id) == ["untrusted-root-refused"])
    }

    @Test func undoesWhatTheWebMakesOfText() {
        let explanation = Explanation(
            of:
                "Event ID: 12014 domain name &lt;I&gt;CN=A, C=US&lt;S&gt;CN=mail.contoso.com in the personal store"
        )
        #expect(
            explanation.facts == [
                PastedFact(kind: .tlsCertificateName, value: "<I>CN=A, C=US<S>CN=mail.contoso.com")
            ]
        )
    }
}
