import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ProtocolLogReaderTests {
    private static func log(_ text: String) -> ProtocolLog {
        var reader = ProtocolLogReader()
        reader.read(Array(text.utf8))
        return reader.finish()
    }

    static let header = """
        #Software: Microsoft Exchange Server
        #Version: 15.0.0.0
        #Log-type: SMTP Send Protocol Log
        #Date: 2026-11-23T00:00:00.000Z
        #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context

        """

    private static func row(
        _ rest: String,
        session: String = "08D50D3D9730A8D2",
        time: String = "2026-11-23T04:42:56.804Z"
    )
        -> String
    {
        "\(time),Outbound to Office 365,\(session),16,10.10.248.7:16547,192.0.2.234:25,\(rest)\n"
    }

    private static let described =
        row("*,,Sending certificate") + row("*,\"CN=*.contoso.com, O=Contoso\",Certificate subject")
        + row("*,\"CN=Authority 5, O=Example, C=US\",Certificate issuer name")
        + row("*,1F2E3D,Certificate serial number")
        + row("*,1BA78C659A292962E37D1966F27502B4FC03CA87,Certificate thumbprint")
        + row("*,*.contoso.com;contoso.com,Certificate alternate names")

    @Test func putsTheRowsOfACertificateTogether() throws {
        let log = Self.log(Self.header + Self.row("+,,") + Self.described + Self.row("-,,Local"))
        let certificate = try #require(log.certificates.first)
        #expect(log.certificates.count == 1)
        #expect(certificate.direction == .sent)
        #expect(certificate.connector == "Outbound to Office 365")
        #expect(certificate.subject == "CN=*.contoso.com, O=Contoso")
        #expect(certificate.issuer == "CN=Authority 5, O=Example, C=US")
        #expect(certificate.serialNumber == "1F2E3D")
        #expect(certificate.thumbprint == "1BA78C659A292962E37D1966F27502B4FC03CA87")
        #expect(certificate.alternativeNames == ["*.contoso.com", "contoso.com"])
        #expect(certificate.first == Instant(rfc3339: "2026-11-23T04:42:56.804Z"))
        #expect((log.service, log.sessions, log.rows, log.linesNotUnderstood) == (.smtpSend, 1, 8, 0))
    }

    @Test func keepsTheOrderOfTheLogWhereNothingElseDecides() {
        let serials = (10..<60).map(String.init)
        let rows = serials.map {
            Self.row("*,,Sending certificate") + Self.row("*,\($0),Certificate serial number")
        }
        #expect(Self.log(Self.header + rows.joined()).certificates.map(\.serialNumber) == serials)
        let long = String(repeating: "x", count: 700)
        let failures = serials.map { Self.row(">,500 5.5.1 \(long) word\($0),", session: $0) }
        #expect(Self.log(Self.header + failures.joined()).failures.map(\.session) == serials)
    }

    @Test func readsACertificateThatStandsInOneRow() throws {
        let data = """
            *," CN=mail.contoso.com, O=Contoso, C=US CN=Alpha TLS CA 1, O=Alpha 12DEABC6 \
            1ba78c659a292962e37d1966f27502b4fc03ca87 2026-01-17T15:15:33.000Z 2027-01-17T15:15:33.000Z \
            mail.contoso.com;contoso.com",Sending certificate Subject Issuer name Serial number Thumbprint Not before Not \
            after Subject alternate names
            """
        let certificate = try #require(Self.log(Self.header + Self.row(data)).certificates.first)
        #expect(certificate.subject == "CN=mail.contoso.com, O=Contoso, C=US")
        #expect(certificate.issuer == "CN=Alpha TLS CA 1, O=Alpha")
        #expect(certificate.serialNumber == "12DEABC6")
        #expect(certificate.thumbprint == "1BA78C659A292962E37D1966F27502B4FC03CA87")
        #expect(certificate.alternativeNames == ["mail.contoso.com", "contoso.com"])
    }

    @Test func tellsTheOtherSidesCertificateFromItsOwn() {
        let text =
            Self.described + Self.row("*,,Received certificate")
            + Self.row("*,352D244A535D94B576232ECC4A4000CFE06BE106,Certificate thumbprint")
        let log = Self.log(Self.header + text)
        #expect(log.certificates.map(\.direction) == [.sent, .received])
        #expect(log.certificates.last?.thumbprint == "352D244A535D94B576232ECC4A4000CFE06BE106")
    }

    @Test func keepsSessionsApartThatRunAtTheSameTime() {
        let (one, other) = ("08D50D3D9730A8D2", "08D50D3D9730A8D3")
        let text =
            Self.row("*,,Sending certificate", session: one)
            + Self.row("*,,Sending certificate", session: other)
            + Self.row("*,AAAAAAAA11,Certificate thumbprint", session: other)
            + Self.row("*,BBBBBBBB22,Certificate thumbprint", session: one)
            + Self.row("<,454 4.7.0 UntrustedRoot,", session: one)
        let log = Self.log(Self.header + text)
        #expect(log.certificates.map(\.thumbprint) == ["AAAAAAAA11", "BBBBBBBB22"])
        #expect(log.failures.map(\.thumbprint) == ["BBBBBBBB22"])
    }

    @Test func countsPresentationsAndKeepsFirstAndLast() {
        let times = ["2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z", "2026-11-03T00:00:00Z"]
        let text = times.map { time in
            Self.row("*,,Sending certificate", time: time)
                + Self.row("*,AAAAAAAA11,Certificate thumbprint", time: time)
        }.joined()
        let certificates = Self.log(Self.header + text).certificates
        #expect(certificates.map(\.count) == [3])
        #expect(certificates.first?.first?.date == "2026-11-01")
        #expect(certificates.first?.last?.date == "2026-11-03")
    }

    @Test func gathersRefusalsAndNegotiationsThatFailed() {
        let text =
            Self.row("<,220 ready,") + Self.row(">,EHLO mail.contoso.com,")
            + Self.row("<,250 4.7.0 no refusal,")
            + Self.row(
                "<,454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied,"
            )
            + Self.row("*,,TLS negotiation failed with error NoCredentials")
            + Self.row("<,\"550 5.1.1 <a1234@contoso.com>, unknown\",")
            + Self.row("<,\"550 5.1.1 <b5678@contoso.com>, unknown\",")
        let log = Self.log(Self.header + text)
        #expect(log.failures.map(\.count) == [2, 1, 1])
        #expect(
            log.failures.dropFirst().map(\.text).contains("TLS negotiation failed with error NoCredentials")
        )
        #expect(log.failures.first?.remoteEndpoint == "192.0.2.234:25")
    }

    @Test func takesNoRemoteCertificateAsOrdinary() {
        let text =
            Self.row("*,,Client certificate chain validation status: 'EmptyCertificate'")
            + Self.row("*,,Client certificate chain validation status: 'UntrustedRoot'")
        #expect(
            Self.log(Self.header + text).failures.map(\.text)
                == ["Client certificate chain validation status: 'UntrustedRoot'"]
        )
    }

    @Test func followsTheOrderOfTheHeader() {
        let log = Self.log(
            """
            #Fields: session-id,date-time,event,data,context,connector-id,remote-endpoint
            S1,2026-11-23T00:00:00Z,*,,Sending certificate,Frontend,192.0.2.1:25
            S1,2026-11-23T00:00:00Z,*,AAAAAAAA11,Certificate thumbprint,Frontend,192.0.2.1:25
            S1,2026-11-23T00:00:00Z,<,454 4.7.0 UntrustedRoot,,Frontend,192.0.2.1:25
            """
        )
        #expect(log.certificates.map(\.thumbprint) == ["AAAAAAAA11"])
        #expect(log.certificates.map(\.connector) == ["Frontend"])
        #expect(log.failures.map(\.text) == ["454 4.7.0 UntrustedRoot"])
    }

    @Test func readsAPasteWithoutHeaderOrBeginnings() throws {
        let text = #"""
            …,SERVER1\Default Frontend SERVER1,08D479E14521204D,20,,,*,,Sending certificate
            …,21,,,*,CN=SERVER1,Certificate subject
            …,24,,,*,9876534210FEDCBA9876534210FEDCBA123456789,Certificate thumbprint
            """#
        let certificate = try #require(Self.log(text).certificates.first)
        #expect(certificate.connector == #"SERVER1\Default Frontend SERVER1"#)
        #expect(certificate.subject == "CN=SERVER1")
        #expect(certificate.thumbprint == "9876534210FEDCBA9876534210FEDCBA123456789")
        #expect(certificate.direction == .sent)
        #expect(certificate.first == nil)
        #expect(ProtocolLog.isBeginning(Array(text.utf8)))
    }

    @Test func doesNotGuessWhoPresentedWhatAPasteBeginsInTheMiddleOf() {
        let text = Self.row(#"\*,"CN=*.contoso.com, O=Contoso",Certificate subject"#)
        #expect(Self.log(text).certificates.map(\.direction) == [.unstated])
    }

    @Test func joinsCommasThatNobodyQuoted() {
        let text = Self.row("*,,Sending certificate") + Self.row("*,CN=a, OU=b, O=c,Certificate subject")
        #expect(Self.log(Self.header + text).certificates.map(\.subject) == ["CN=a, OU=b, O=c"])
    }

    @Test func givesTheSameWhateverThePieces() {
        let octets = Array((Self.header + Self.described + Self.row("<,454 4.7.0 UntrustedRoot,")).utf8)
        var reader = ProtocolLogReader()
        for octet in octets { reader.read([octet]) }
        #expect(reader.finish() == Self.log(String(decoding: octets, as: UTF8.self)))
    }

    @Test func tellsEventsInTheLogsOrder() {
        var kinds: [ProtocolLogEvent.Kind] = []
        var reader = ProtocolLogReader { kinds.append($0.kind) }
        let text =
            Self.row("+,,") + Self.row("*,,TLS negotiation failed with error NoCredentials")
            + Self.row("-,,Remote")
        reader.read(Array(text.utf8))
        _ = reader.finish()
        #expect(
            kinds == [
                .connected, .negotiationFailed("TLS negotiation failed with error NoCredentials"),
                .disconnected,
            ]
        )
    }

    @Test func keepsABoundedNumberOfDifferentThings() {
        var reader = ProtocolLogReader()
        for number in 0..<3_000 {
            let thumbprint = "AAAAAAAA" + String(number, radix: 16)
            let session = "S\(number)"
            reader.read(
                Array(
                    (Self.row("*,,Sending certificate", session: session)
                        + Self.row("*,\(thumbprint),Certificate thumbprint", session: session)
                        + Self.row("<,\"550 5.1.\(number % 10) word\(number)x\",", session: session)).utf8
                )
            )
        }
        let log = reader.finish()
        #expect(log.certificates.count + log.certificatesLeftOut == 3_000)
        #expect(log.certificates.count == 2_000)
        #expect(log.failures.count <= 2_000)
    }

    @Test(arguments: [
        "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied",
        "a,b,c,d,e,f,g,h,i",
        "dear colleagues, I have, as ever, a question", "", "#Fields: date,time,c-ip,cs-method", "x,*,y",
    ])
    func takesNoOtherTextForALog(_ text: String) {
        #expect(!ProtocolLog.isBeginning(Array(text.utf8)))
    }
}
