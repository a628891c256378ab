import Foundation
import TestSupport
import Testing

@Suite("chaincheck exchange")
struct ExchangeCommandTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL
    /// The example's exports, with the issuers of its certificates, of which an export holds none.
    private static let example = [
        "Examples/contoso/exchange", "--anchors", "Examples/contoso/trust/roots.pem", "--at",
        "2026-11-23T00:00:00Z",
        "Examples/contoso/certs/mail_contoso_com_fullchain.pem",
        "Examples/contoso/certs/mail-internal-2026.cer",
        "Examples/contoso/certs/Contoso-Enterprise-Root-CA.cer", "Examples/contoso/certs/EX01.cer",
    ]

    private func run(_ arguments: [String]) throws -> Binary {
        try Binary(["exchange"] + arguments, folder: Self.project)
    }

    @Test("tells the example's story: the newer certificate of the internal CA wins, and mail stops")
    func tellsTheStory() throws {
        let answer = try run(Self.example)
        #expect(answer.code == 1)
        #expect(
            answer.output.contains(
                "STOPS  of 2 connectors to and from Exchange Online, 2 will not get mail through"
            )
        )
        #expect(answer.output.contains("error  untrusted-certificate-wins"))
        #expect(
            answer.output.contains("Set-SendConnector -Identity 'Outbound to Office 365' -TlsCertificateName")
        )
        #expect(!answer.output.contains("-Force"))
    }

    @Test("audits the certificates beside the exports, and believes the exports about private keys")
    func auditsWhatLiesBeside() throws {
        let folder = "Examples/contoso/"
        let json = try run([
            folder + "certs", folder + "exchange", "--anchors", folder + "trust/roots.pem", "--at",
            "2026-11-23", "--format", "json",
        ]).json
        let certificates = try #require(json["certificates"] as? [[String: Any]])
        #expect(certificates.count == 3)
        #expect(!certificates.contains { $0["hasPrivateKey"] as? Bool != true })
        let found = try certificates.flatMap { certificate in
            try #require(certificate["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
        }
        #expect(found.contains("self-signed-certificate"))
        #expect(!found.contains("intermediate-not-in-folder"))
        #expect(!found.contains("private-key-not-verifiable"))
    }

    @Test("reads Microsoft's real exports as their expectations say")
    func readsRealExports() throws {
        let folder = "Tests/Fixtures/exchange/"
        let json = try run([
            folder + "GetExchangeCertificate.xml", folder + "GetSendConnector.xml",
            folder + "GetReceiveConnector.xml",
            "--at", "2022-01-01", "--format", "json",
        ]).json
        let certificates = try #require(json["certificates"] as? [[String: Any]])
        let known = try #require(
            certificates.first { $0["thumbprint"] as? String == "611C687DFC4343A5A03E0005A1EC6E9B6AFF586D" }
        )
        #expect(known["services"] as? [String] == ["IMAP", "POP", "IIS"])
        #expect(known["rootCAType"] as? String == "Registry")
        #expect(known["status"] as? String == "Valid")
        let connectors = try #require(json["connectors"] as? [[String: Any]])
        #expect(connectors.count == 6)
        #expect(connectors.count { $0["exchangeOnline"] as? Bool == true } == 2)
        #expect(
            connectors.compactMap { $0["name"] as? String }.filter { $0.hasPrefix("<I>") } == [
                "<I>CN=localhost<S>CN=localhost", "<I>CN=WIN-CTD3L0RGEN4<S>CN=WIN-CTD3L0RGEN4",
            ]
        )
    }

    @Test("writes a script in which nothing runs unasked")
    func writesAScript() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/fix.ps1"
        _ = try run(Self.example + ["--script", path])
        let octets = try Data(contentsOf: URL(filePath: path))
        #expect(octets.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = String(decoding: octets.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
        let commands = lines.filter { !$0.hasPrefix("#") }
        #expect(!commands.isEmpty)
        for command in commands {
            let isHarmless =
                command.contains("-WhatIf") || command.contains("Get-") && !command.contains(" | ")
            #expect(isHarmless, "\(command)")
        }
        #expect(!lines.contains { !$0.hasPrefix("#") && $0.contains("-Force") })
    }

    @Test("says what an import changes and what it does not")
    func saysWhatAnImportChanges() throws {
        let base = Self.example + ["--format", "json"]
        let renewal = "Examples/contoso/certs/mail-renewal-export.txt"
        let idle = try run(base + ["--import", renewal]).json
        let change = try #require(idle["change"] as? [String: Any])
        #expect((change["connectors"] as? [Any])?.isEmpty == true)
        let removed = try run(base + ["--remove", "8A649A9A7241BB51DCCD715A4E55727B6903D255"])
        #expect(removed.code == 0)
        let better = try #require(try removed.json["change"] as? [String: Any])
        #expect((better["connectors"] as? [Any])?.count == 3)
        let gone = try #require(better["gone"] as? [[String: Any]])
        #expect(gone.contains { $0["rule"] as? String == "untrusted-certificate-wins" })
    }

    @Test("sets a protocol log against the prediction")
    func comparesWithALog() throws {
        let folder = TemporaryFolder()
        let thumbprint = "8A649A9A7241BB51DCCD715A4E55727B6903D255"
        let text =
            """
            #Software: Microsoft Exchange Server\r
            #Log-type: SMTP Send Protocol Log\r
            #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r
            2026-11-23T04:42:56.804Z,Outbound to Office 365,08D1,5,10.0.0.1:1,1.2.3.4:25,*,,Sending certificate\r
            2026-11-23T04:42:56.804Z,Outbound to Office 365,08D1,6,10.0.0.1:1,1.2.3.4:25,*,\(thumbprint),Certificate thumbprint\r

            """
        let log = folder.write(Array(text.utf8), to: "SEND.LOG")
        let base = Self.example
        let sent = try #require(
            try run(base + ["--log", log, "--format", "json"]).json["sent"] as? [[String: Any]]
        )
        #expect(sent.map { $0["agreement"] as? String } == ["agrees"])
        let report = try run(base + ["--log", log])
        #expect(report.output.contains("as predicted"))
        let none = try run(base + ["--log", "README.md"])
        #expect(none.code == 2)
    }

    @Test("refuses what cannot be answered, with usage")
    func refuses() throws {
        #expect(try run([]).code == 64)
        #expect(try run(["Examples/contoso/exchange", "--services", "SMTP"]).code == 64)
        #expect(try run(["Examples/contoso/exchange", "--remove", "00"]).code == 64)
        #expect(try run(["Examples/contoso/exchange", "--import", "README.md"]).code == 2)
        #expect(try run(["no-such-folder"]).code == 2)
    }

    @Test("writes a line a connector as CSV")
    func writesCSV() throws {
        let base = Self.example
        let lines = try run(base + ["--format", "csv"]).output.split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("direction,connector,server,exchange_online,outcome,thumbprint"))
        #expect(lines[1].hasPrefix("send,Outbound to Office 365,EX01.contoso.local,yes,presented,8A649A9A"))
    }
}
