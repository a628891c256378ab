import ChainKit
import ExchangeKit
import Foundation
import TestSupport

/// The seeds for what Exchange and its administrators write.
struct ExchangeSeeds {
    let folder: SeedFolder
    private let root = Forge.authority("Alpha Root")

    init(_ folder: SeedFolder) { self.folder = folder }

    func writeAll() throws {
        writeExports()
        for text in Self.exports { folder.write(Array(text.utf8), for: "exports") }
        writeProtocolLogs()
        writeRequests()
        try writeLinesOfAStream()
    }

    private func writeExports() {
        let leaf = root.issue("mail.contoso.com")
        var installed = ExchangeCertificateTemplate(der: leaf.der)
        installed.friendlyName = "mail \u{e9}"
        folder.write(installed.serializationData, for: "exports")
        var own = ExchangeCertificateTemplate(der: root.der)
        own.hasSerializationData = false
        for objects in [[installed.object], [own.object, installed.object], connectors, organization] {
            folder.write(CliXMLWriter.document(objects), for: "exports")
            let text = Array(CliXMLWriter.text(objects, asList: true).utf16)
            folder.write([0xff, 0xfe] + text.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }, for: "exports")
        }
        for path in ["Examples/contoso/exchange", "Tests/Fixtures/exchange"] {
            for file in folder.files(below: folder.repository.appending(path: path)) {
                folder.write(file, for: "exports")
            }
        }
    }

    private let connectors = [
        CliXMLObject(
            "Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig",
            properties: [
                "Name": "Outbound", "Identity": "Outbound", "Fqdn": "mail.contoso.com", "RequireTLS": true,
                "TlsCertificateName": .tlsCertificateName(
                    issuer: "CN=Alpha Root",
                    subject: "CN=mail.contoso.com"
                ),
                "TlsAuthLevel": .enumeration(type: "TlsAuthLevel", name: "DomainValidation", number: 3),
                "TlsDomain": "mail.protection.outlook.com", "CloudServicesMailEnabled": true,
                "SourceTransportServers": ["EX01", "EX02"], "AddressSpaces": ["smtp:*;1"],
            ]
        ),
        CliXMLObject(
            "Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector",
            properties: [
                "Name": "Default Frontend EX01", "Identity": "EX01\\Default Frontend EX01", "Server": "EX01",
                "Fqdn": "mail.contoso.com", "AuthMechanism": "Tls, Integrated", "Bindings": ["[::]:25"],
                "TlsDomainCapabilities": ["mail.protection.outlook.com:AcceptCloudServicesMail"],
            ]
        ),
    ]

    private let organization = [
        CliXMLObject(
            "Microsoft.Exchange.Data.Directory.Management.AcceptedDomain",
            properties: ["Name": "contoso.com", "DomainName": "contoso.com", "Default": true]
        ),
        CliXMLObject(
            "Microsoft.Exchange.Data.Directory.Management.HybridConfiguration",
            properties: [
                "Name": "Hybrid Configuration", "SendingTransportServers": ["EX01"],
                "TlsCertificateName": "<I>CN=Alpha Root<S>CN=mail.contoso.com", "Domains": ["contoso.com"],
            ]
        ),
        CliXMLObject(
            "Microsoft.Exchange.Data.Directory.Management.TransportService",
            properties: [
                "Name": "EX01", "Identity": "EX01", "WhenChanged": .time("2026-04-15T10:27:48+02:00"),
                "InternalTransportCertificateThumbprint": "B5A6B285B2D11DC7BDB886A5477B552D42EEB1F8",
            ]
        ),
    ]

    /// Exports as text.
    private static let exports = [
        #"[{"Thumbprint":"AB","Services":16,"NotAfter":"\/Date(1631800000000)\/","RawData":[48,3,2,1,0]}]"#,
        #"{"Name":"a","Fqdn":"b","TlsCertificateName":{"CertificateSubject":"CN=m"},"SmartHosts":{"value":["c"]}}"#,
        "#TYPE Microsoft.Exchange.Data.X\r\n\"Thumbprint\",\"Services\",\"Subject\"\r\n\"AB\",\"SMTP\",\"CN=a\"\r\n",
        "Thumbprint;Services;NotBefore;NotAfter\nAB;IP.WS.;31.12.2026 10:00:00;12/31/2027 1:00:00 PM\n",
        """
        Thumbprint                                Services   Subject
        ----------                                --------   -------
        5E4325D6195B5E2932EAE402F515172DC827D083  IP.WS.     CN=mail, O=Contoso...
        """,
        """
        [PS] C:\\>Get-ExchangeCertificate | fl
        CertificateDomains : {mail.contoso.com, autodiscover.contoso.com...}
        Services           : IIS,
                             SMTP
        NotAfter           : 31.12.2027 13:00:00
        Thumbprint         : B5A6B285B2D11DC7BDB886A5477B552D42EEB1F8
        """,
    ]

    private func writeProtocolLogs() {
        let header = """
            #Software: Microsoft Exchange Server\r
            #Log-type: SMTP Receive Protocol Log\r
            #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r

            """
        let start = "2026-11-23T04:42:56.804Z,EX01\\Default,08D50D3D9730A8D2,1,192.0.2.1:25,192.0.2.2:9"
        let rows = [
            "+,,", "*,,Sending certificate",
            "*,\"CN=mail.contoso.com, O=\"\"Contoso\"\"\",Certificate subject",
            "*,CN=Alpha Root,Certificate issuer name", "*,1F2E3D,Certificate serial number",
            "*,1BA78C659A292962E37D1966F27502B4FC03CA87,Certificate thumbprint",
            "*,*.contoso.com;contoso.com,Certificate alternate names", "<,EHLO a.example,",
            ">,\"454 4.7.5 Certificate validation failure, Reason:UntrustedRoot\",",
            "*,,TLS negotiation failed with error SocketError", "-,,Local",
            "*,\" CN=a, O=b CN=c, O=d 12DEABC6 1ba78c659a292962e37d1966f27502b4fc03ca87 "
                + "2026-01-17T15:15:33.000Z 2027-01-17T15:15:33.000Z a.example;b.example\",Received certificate Subject",
        ].map { "\(start),\($0)\r\n" }
        let text = header + rows.joined()
        folder.write(Array(text.utf8), for: "protocol-log")
        folder.write(Array(rows.joined().utf8), for: "protocol-log")
        folder.write(
            [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] },
            for: "protocol-log"
        )
        for text in [
            "454 4.7.0 TLS negotiation failed: UntrustedRoot", "Event ID 12014, MSExchangeTransport",
        ] {
            folder.write(Array(text.utf8), for: "protocol-log")
        }
    }

    private func writeRequests() {
        for usesMicrosoftAttribute in [false, true] {
            var template = CertificateRequestTemplate(
                "mail.contoso.com",
                names: ["*.contoso.com", "a.contoso.com"]
            )
            template.addresses = [[192, 0, 2, 1]]
            template.extendedKeyUsage = ["serverAuth", "clientAuth"]
            template.usesMicrosoftAttribute = usesMicrosoftAttribute
            for kind in [ForgedKeyKind.rsa(2_048), .p256, .ed25519] {
                template.key = .kept(kind)
                folder.write(template.der, for: "request")
            }
            folder.write(Array(template.pem.utf8), for: "request")
        }
    }

    private func writeLinesOfAStream() throws {
        let issuing = root.authority("Alpha Issuing CA")
        let leaf = issuing.issue("mail.contoso.com")
        let pem: [String: Any] = ["id": "1", "pem": leaf.pem, "chain": [issuing.pem, root.pem]]
        let der: [String: Any] = ["id": 7, "der": Data(leaf.der).base64EncodedString(), "chain": issuing.pem]
        let other: [String: Any] = [
            "id": ["a": [1, true, NSNull()]], "pem": "\u{e9}\u{1f512}", "more": -1.5,
        ]
        for object in [pem, der, other] {
            folder.write(Array(try JSONSerialization.data(withJSONObject: object)), for: "stream")
        }
        for text in [#"{"id":-1.5e-3,"pem":"\ud83d\udd12\u00e9\/"}"#, #" { "chain" : [ ] , "pem" : null } "#]
        {
            folder.write(Array(text.utf8), for: "stream")
        }
    }
}
