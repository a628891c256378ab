import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct PastedFactsTests {
    private static func facts(_ text: String) -> [PastedFact.Kind: String] {
        Explanation(of: text).facts.reduce(into: [:]) { $0[$1.kind] = $1.value }
    }

    @Test func takesTheNamesOfAMismatch() {
        let facts = Self.facts(
            """
            450 4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected

            Subject: *.contoso.com. Presented Subject: CN=ExchangeServer01, O="Contoso, Ltd.". Thumbprint:

            D0AC2FC63B9C5798828B45D849BE8D33.] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=72.1.2.3:25]
            """
        )
        #expect(
            facts == [
                .expectedSubject: "*.contoso.com",
                .presentedSubject: "CN=ExchangeServer01, O=\"Contoso, Ltd.\"",
                .thumbprint: "D0AC2FC63B9C5798828B45D849BE8D33", .server: "mail.contoso.com",
            ]
        )
    }

    @Test func takesConnectorAndNameOfAnEvent() {
        let facts = Self.facts(
            """
            Microsoft Exchange could not find a certificate that contains the domain name mail1.contoso.com in the \
            personal store on the local computer. Therefore, it is unable to support the STARTTLS SMTP verb for the \
            connector Default internal receive connector EX01 with a FQDN parameter of mail.contoso.com. If the \
            connector's FQDN is not specified, the computer's FQDN is used.
            """
        )
        #expect(
            facts == [
                .domain: "mail1.contoso.com", .connector: "Default internal receive connector EX01",
                .fqdn: "mail.contoso.com",
            ]
        )
    }

    @Test(arguments: [
        (
            "domain name <I>CN=Issuer, O=\"GoDaddy.com, Inc.\", C=US<S>CN=mail.contoso.com, O=contoso, C=US in the personal",
            "<I>CN=Issuer, O=\"GoDaddy.com, Inc.\", C=US<S>CN=mail.contoso.com, O=contoso, C=US"
        ),
        (
            "-TLSCertificateName '<I>CN=A - G2, OU=http://certs.example/repository/, C=US<S>CN=mail.contoso.com' -x",
            "<I>CN=A - G2, OU=http://certs.example/repository/, C=US<S>CN=mail.contoso.com"
        ),
        ("<i>CN=A<s>CN=mail.contoso.com в личном хранилище", "<i>CN=A<s>CN=mail.contoso.com"),
        ("имя домена <I>CN=A<S>CN=x.y, O=Contoso, C=RU в личном", "<I>CN=A<S>CN=x.y, O=Contoso, C=RU"),
        ("<I>CN=A<S>", "<I>CN=A<S>"),
    ])
    func takesTheNameOfACertificateInAnyLanguage(_ text: String, _ name: String) {
        #expect(Self.facts(text)[.tlsCertificateName] == name)
    }

    @Test func takesReasonServerAndThumbprintOfTheShell() {
        let facts = Self.facts(
            """
            A special Rpc error occurs on server EX01: The certificate with thumbprint \
            1ba78c659a292962e37d1966f27502b4fc03ca87 was found but is not valid for use with Exchange Server (reason: \
            PrivateKeyMissing).
            """
        )
        #expect(
            facts == [.thumbprint: "1BA78C659A292962E37D1966F27502B4FC03CA87", .reason: "PrivateKeyMissing"]
        )
    }

    @Test func takesNoFactFromWhatHasNone() {
        #expect(Explanation(of: "for the connector \nwith nothing <I> [Message=] thumbprint: zz").facts == [])
    }
}
