import Foundation
import TestSupport
import Testing

@Suite("chaincheck vet")
struct VetCommandTests {
    private let folder = TemporaryFolder()
    private let root = Forge.authority("Alpha Root")

    private func chain(_ adjust: (inout CertificateTemplate) -> Void = { _ in }) -> [String] {
        let issuing = root.authority("Alpha CA 1", adjust)
        return [
            "--chain", folder.write(issuing.pem + root.pem, to: "chain.pem"),
            "--anchors", folder.write(root.pem, to: "roots.pem"), "--at", "2026-11-23",
        ]
    }

    private func request(_ adjust: (inout CertificateRequestTemplate) -> Void = { _ in }) -> String {
        var template = CertificateRequestTemplate("mail.contoso.com")
        template.key = .kept(.rsa(2_048))
        adjust(&template)
        return template.pem
    }

    @Test("buys what a chain would make of a request in UTF-16, as Exchange writes it")
    func buys() throws {
        let text = request()
        let wide: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        let file = folder.write(wide, to: "request.csr")
        let run = try Binary(["vet", file, "--domain", "mail.contoso.com"] + chain())
        #expect(run.code == 0)
        #expect(run.output.contains("\nBUY  nothing is known to speak against it\n"))
        #expect(run.output.contains("<I>CN=Alpha CA 1<S>CN=mail.contoso.com"))
    }

    /// A request that GnuTLS 3.7.9 made on 2026-11-23.
    ///
    /// By `certtool --generate-request --template t.cfg --hash SHA256` over a new RSA-2048 key that was thrown away; the
    /// template has cn, organization, country, two dns_name, challenge_password, tls_www_server, signing_key and
    /// encryption_key. The request has certtool's text in front, the challenge password before the extensions asked
    /// for, and those critical.
    private static let certtool = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/requests/certtool.csr").standardizedFileURL.path(
            percentEncoded: false
        )

    @Test("buys what a chain would make of a request of certtool's")
    func buysForARequestOfCerttool() throws {
        let arguments = ["vet", Self.certtool, "--domain", "mail.contoso.com"] + chain()
        let run = try Binary(arguments)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("\nBUY  "))
        #expect(
            run.output.contains("<I>CN=Alpha CA 1<S>CN=mail.contoso.com, O=Contoso Ltd., C=DE")
        )
        let offer = try #require(
            try Binary(arguments + ["--format", "json"]).json["offer"] as? [String: Any]
        )
        #expect(offer["names"] as? [String] == ["mail.contoso.com", "autodiscover.contoso.com"])
        #expect(offer["key"] as? String == "RSA-2048")
    }

    @Test("does not buy for a request of certtool's whose signature was damaged")
    func refusesADamagedRequestOfCerttool() throws {
        let text = try String(contentsOfFile: Self.certtool, encoding: .utf8)
        let damaged = folder.write(text.replacing("91ut\n", with: "91uu\n"), to: "damaged.csr")
        let run = try Binary(["vet", damaged] + chain() + ["--format", "json"])
        #expect(run.code == 1)
        #expect(run.output.contains("request-signature-invalid"))
    }

    @Test("does not buy for a weak key, and exits with 1")
    func refusesAWeakKey() throws {
        let file = folder.write(request { $0.key = .kept(.rsa(1_024)) }, to: "request.csr")
        let run = try Binary(["vet", file] + chain())
        #expect(run.code == 1)
        #expect(run.output.contains("\nDO NOT BUY  what comes of it would not do\n"))
        #expect(run.output.contains("- the key is RSA-1024; 2048 bits are the least (certain)"))
    }

    @Test("does not buy from Entrust any more, and does not take IdenTrust for it")
    func refusesEntrust() throws {
        let run = try Binary(
            ["vet", "--issuer", "Entrust", "--domain", "mail.contoso.com", "--at", "2026-11-23"]
        )
        #expect(run.code == 1)
        #expect(run.output.contains("\nDO NOT BUY  what comes of it would not do\n"))
        #expect(!run.output.contains("IdenTrust"))
    }

    @Test("makes the right root a condition where a CA has several, and exits with 1 only if asked")
    func setsConditions() throws {
        let arguments = ["vet", "--issuer", "Sectigo", "--domain", "mail.contoso.com", "--at", "2026-11-23"]
        let run = try Binary(arguments)
        #expect(run.code == 0)
        #expect(run.output.contains("BUY WITH CONDITIONS"))
        #expect(try Binary(arguments + ["--fail-on", "warning"]).code == 1)
    }

    @Test("says as JSON what it rests on, and the same each time")
    func writesJSON() throws {
        let file = folder.write(request(), to: "request.csr")
        let arguments = ["vet", file, "--root", "AD98F9F3", "--at", "2026-11-23", "--format", "json"]
        let run = try Binary(arguments)
        let json = try run.json
        #expect(json["verdict"] as? String == "buy-with-conditions")
        #expect((json["issuers"] as? [[String: Any]])?.count == 1)
        #expect((json["policy"] as? [[String: Any]])?.contains { $0["id"] as? String == "lifetime" } == true)
        #expect(try Binary(arguments).output == run.output)
    }

    @Test("warns where more days are wanted than public CAs may give, and cites the policy")
    func warnsOfTooManyDays() throws {
        let json = try Binary(
            ["vet", "--root", "AD98F9F3", "--days", "365", "--at", "2026-11-23", "--format", "json"]
        ).json
        let issuers = try #require(json["issuers"] as? [[String: Any]])
        let findings = try #require(issuers.first?["findings"] as? [[String: Any]])
        let found = try #require(findings.first { $0["rule"] as? String == "validity-too-long" })
        #expect(found["policy"] as? [String] == ["lifetime"])
    }

    @Test("says what changes in the connectors when the certificate comes")
    func readsAnInventory() throws {
        let folder = TemporaryFolder()
        let file = folder.write(request(), to: "request.csr")
        let inventory = folder.write(
            """
            Name                 : Outbound to Office 365
            AddressSpaces        : {smtp:contoso.mail.onmicrosoft.com;1}
            Enabled              : True
            Fqdn                 : mail.contoso.com
            SmartHosts           : {}
            TlsCertificateName   : <I>CN=Old CA, O=Old, C=US<S>CN=mail.contoso.com
            TlsDomain            : mail.protection.outlook.com

            AccessRules          : {}
            CertificateDomains   : {mail.contoso.com, edge.contoso.com}
            HasPrivateKey        : True
            IsSelfSigned         : False
            Issuer               : CN=Old CA, O=Old, C=US
            NotAfter             : 2027-02-12 13:53:00Z
            NotBefore            : 2026-02-12 13:43:23Z
            RootCAType           : ThirdParty
            SerialNumber         : 172FF4C1A3B4D13282A17C8080C1E552475CD4CB
            Services             : IIS, SMTP
            Status               : Valid
            Subject              : CN=mail.contoso.com
            Thumbprint           : 63B77A02B72F66A70F5317F5F9A3C4A6E51AEF2B

            """,
            to: "exports/all.txt"
        )
        let run = try Binary(["vet", file, "--inventory", inventory, "--format", "json"] + chain())
        let installation = try #require(try run.json["installation"] as? [String: Any])
        let installed = try #require((installation["certificates"] as? [[String: Any]])?.first)
        #expect(installed["otherIssuer"] as? Bool == true)
        #expect(installed["lostNames"] as? [String] == ["edge.contoso.com"])
        let pinned = try #require((installation["pinned"] as? [[String: Any]])?.first)
        #expect(pinned["connector"] as? String == "Outbound to Office 365")
    }

    @Test("gives no verdict on what it cannot read")
    func refusesBadInput() throws {
        let empty = folder.write("", to: "empty.csr")
        let certificate = folder.write(root.pem, to: "root.pem")
        let damaged = folder.write(
            "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n",
            to: "bad.csr"
        )
        for file in [empty, certificate, damaged, folder.path + "/none.csr"] {
            let run = try Binary(["vet", file, "--root", "AD98F9F3"])
            #expect(run.code == ([empty, certificate].contains(file) ? 3 : 2), "\(file)")
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("chaincheck: "))
        }
        let leaf = folder.write(root.issue("mail").pem, to: "leaf.pem")
        #expect(try Binary(["vet", "--chain", leaf]).code == 3)
    }

    @Test(
        "calls a wrong command line wrong",
        arguments: [
            [], ["--issuer", "Sectigo", "--root", "AD98F9F3"], ["--root", "AD98F9F3", "--days", "0"],
            ["--root", "AD98F9F3", "--from", "tomorrow"],
            ["--root", "AD98F9F3", "--key", "dsa1024"],
        ]
    )
    func refusesBadArguments(_ arguments: [String]) throws {
        let run = try Binary(["vet"] + arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
    }
}
