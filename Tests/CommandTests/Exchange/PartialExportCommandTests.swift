import Foundation
import TestSupport
import Testing

@Suite("chaincheck exchange, given a part of the exports")
struct PartialExportCommandTests {
    private static let sendConnector = """
        AddressSpaces                : {smtp:contoso.mail.onmicrosoft.com;1}
        CloudServicesMailEnabled     : True
        Enabled                      : True
        Fqdn                         : mail.contoso.com
        IgnoreSTARTTLS               : False
        Name                         : Outbound to Office 365
        RequireTLS                   : True
        SmartHosts                   : {}
        SourceTransportServers       : {SERVERS}
        TlsAuthLevel                 : DomainValidation
        TlsCertificateName           : <I>CN=Issuing CA<S>CN=mail.contoso.com
        TlsDomain                    : mail.protection.outlook.com

        """
    private static let certificate = """
        CertificateDomains : {mail.contoso.com}
        HasPrivateKey      : True
        IsSelfSigned       : False
        Issuer             : CN=Issuing CA
        NotAfter           : 3/1/2027 12:00:00 AM
        NotBefore          : 9/1/2026 12:00:00 AM
        RootCAType         : ThirdParty
        Services           : IIS, SMTP
        Status             : Valid
        Subject            : CN=mail.contoso.com
        Thumbprint         : 825B3C8445C8228E61A67D90E0CEF0C7042D7930

        """

    /// Runs on files with these texts.
    private func run(_ texts: [String: String], _ options: String...) throws -> Binary {
        let folder = TemporaryFolder()
        for (name, text) in texts { _ = folder.write(Array(text.utf8), to: name) }
        return try Binary(
            ["exchange", folder.path, "--at", "2026-11-29"] + options,
            folder: URL(filePath: "/")
        )
    }

    /// What was printed, without the places where lines end.
    private func words(_ answer: Binary) -> String {
        answer.output.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func send(from servers: String) -> String {
        sendConnector.replacingOccurrences(of: "SERVERS", with: servers)
    }

    private func outcomes(_ texts: [String: String], _ options: String...) throws -> [String] {
        let folder = TemporaryFolder()
        for (name, text) in texts { _ = folder.write(Array(text.utf8), to: name) }
        let arguments = ["exchange", folder.path, "--at", "2026-11-29", "--format", "json"] + options
        let json = try Binary(arguments, folder: URL(filePath: "/")).json
        let connectors = try #require(json["connectors"] as? [[String: Any]])
        return connectors.map { "\($0["server"] ?? "?"): \($0["outcome"] ?? "?") \($0["thumbprint"] ?? "")" }
    }

    @Test("leaves a connector open whose server's certificates were not exported, and asks for them")
    func leavesAConnectorOpen() throws {
        let answer = try run(["send.txt": Self.send(from: "EX01")])
        #expect(answer.code == 1)
        #expect(
            words(answer).contains("UNKNOWN of 1 connector to and from Exchange Online, 1 cannot be settled")
        )
        #expect(!words(answer).contains("STOPS"))
        #expect(!words(answer).contains("4.7.5"))
        #expect(words(answer).contains("the certificates of EX01 were not exported"))
        #expect(
            words(answer).contains(
                "Get-ExchangeCertificate -Server EX01 | Export-Clixml certificates-EX01.xml"
            )
        )
        #expect(try run(["send.txt": Self.send(from: "EX01")], "--fail-on", "never").code == 0)
    }

    @Test("tries certificates without a server on each of several, and asks which one it is")
    func triesEachServer() throws {
        let texts = ["send.txt": Self.send(from: "EX01, EX02"), "certs.txt": Self.certificate]
        let answer = try run(texts)
        #expect(answer.code == 1)
        #expect(words(answer).contains("WHICH SERVER are the certificates in"))
        #expect(words(answer).contains("If EX01:") && words(answer).contains("If EX02:"))
        #expect(!words(answer).contains("STOPS"))
        #expect(try outcomes(texts) == ["EX01: undetermined ", "EX02: undetermined "])
        #expect(
            try outcomes(texts, "--certificates-of", "EX02") == [
                "EX01: undetermined ", "EX02: presented 825B3C8445C8228E61A67D90E0CEF0C7042D7930",
            ]
        )
    }

    @Test("answers for the server that the certificates name, and leaves the other open")
    func answersForTheNamedServer() throws {
        let named = Self.certificate.replacingOccurrences(
            of: "Subject    ",
            with: "Server : EX01\nSubject    "
        )
        let texts = ["send.txt": Self.send(from: "EX01, EX02"), "certs.txt": named]
        #expect(
            try outcomes(texts) == [
                "EX01: presented 825B3C8445C8228E61A67D90E0CEF0C7042D7930", "EX02: undetermined ",
            ]
        )
        let wrong = named.replacingOccurrences(of: "CN=Issuing CA", with: "CN=Another CA")
        let answer = try run(["send.txt": Self.send(from: "EX01, EX02"), "certs.txt": wrong])
        #expect(answer.code == 1)
        #expect(
            words(answer).contains("STOPS of 2 connectors to and from Exchange Online, 1 will not get mail")
        )
        #expect(words(answer).contains("1 cannot be settled"))
    }

    @Test(
        "answers truthfully for certificates, servers or a hybrid configuration alone, and asks for the rest"
    )
    func answersForOneExportAlone() throws {
        let certificates = words(try run(["certs.txt": Self.certificate]))
        #expect(certificates.contains("no connector is among these exports: which certificate is presented"))
        #expect(certificates.contains("Get-SendConnector | Export-Clixml"))
        #expect(certificates.contains("mail.contoso.com"))
        let server =
            "Name : EX01\nFqdn : EX01.contoso.com\nServerRole : Mailbox\nEdition : Standard\nAdminDisplayVersion : 15.2\n"
        let servers = words(try run(["servers.txt": server]))
        #expect(servers.contains("UNKNOWN neither connectors nor certificates are among these exports"))
        #expect(servers.contains("Get-ExchangeCertificate -Server EX01.contoso.com"))
        let hybrid = """
            SendingTransportServers : {EX01}
            ReceivingTransportServers : {EX01, EX02}
            EdgeTransportServers : {EDGE01}
            TlsCertificateName : <I>CN=Issuing CA<S>CN=mail.contoso.com

            """
        let configuration = words(try run(["hybrid.txt": hybrid]))
        #expect(configuration.contains("UNKNOWN neither connectors nor certificates are among these exports"))
        #expect(configuration.contains("Get-ExchangeCertificate -Server EX02 "))
        #expect(configuration.contains("Get-ExchangeCertificate | Export-Clixml certificates-EDGE01.xml"))
        #expect(configuration.contains("# in a shell on EDGE01 itself"))
    }

    @Test(
        "does not take an empty listing for an empty store",
        arguments: [
            "", "\u{feff}\r\n\r\n", "[]",
            "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\" />",
            "\nThumbprint                                Services   Subject\n----------                                --------   -------\n\n",
        ]
    )
    func doesNotTakeAnEmptyListingForAnEmptyStore(_ text: String) throws {
        let answer = try run(["certs.xml": text, "send.txt": Self.send(from: "EX01")])
        #expect(answer.code == 1)
        #expect(!words(answer).contains("STOPS"))
        #expect(words(answer).contains("an empty list is not an empty store"))
        #expect(words(answer).contains("nothing was exported into it"))
    }
}
