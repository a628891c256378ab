import Testing

@testable import ExchangeExports

@Suite("Format-List")
struct FormatListReaderTests {
    @Test func readsTheTwoLinesOfAKnowledgeBaseArticle() {
        #expect(
            Export.values(
                """
                FriendlyName : Microsoft Exchange
                Services : IMAP, POP, IIS, SMTP
                """
            ) == [
                [
                    "FriendlyName": .text("Microsoft Exchange"),
                    "Services": .text("IMAP, POP, IIS, SMTP"),
                ]
            ]
        )
    }

    @Test func readsAListOverSeveralLines() throws {
        let content = Export.read(
            """
            AccessRules        : {System.Security.AccessControl.CryptoKeyAccessRule,
                                    System.Security.AccessControl.CryptoKeyAccessRule,
                                    System.Security.AccessControl.CryptoKeyAccessRule,
                                    System.Security.AccessControl.CryptoKeyAccessRule}
            CertificateDomains : {owa.domain.com, autodiscover.domain.com}
            HasPrivateKey      : True
            IsSelfSigned       : False
            Issuer             : CN=QuoVadis EV SSL ICA G1, O=QuoVadis Limited, C=BM
            NotAfter           : 12/02/2018 1:53:00 PM
            NotBefore          : 12/02/2016 1:43:23 PM
            PublicKeySize      : 2048
            RootCAType         : Registry
            SerialNumber       : 172FF4C1A3B4D13282A17C8080C1E552475CD4CB
            Services           : IMAP, POP, IIS, SMTP
            Status             : Valid
            """
        )
        let object = try #require(content.objects.first)
        #expect(content.objects.count == 1 && content.format == .list && content.problems.isEmpty)
        let rule = "System.Security.AccessControl.CryptoKeyAccessRule"
        #expect(object["AccessRules"] == Export.list(rule, rule, rule, rule))
        #expect(object["CertificateDomains"] == Export.list("owa.domain.com", "autodiscover.domain.com"))
        #expect(object["Issuer"] == .text("CN=QuoVadis EV SSL ICA G1, O=QuoVadis Limited, C=BM"))
        #expect(object["NotAfter"] == .text("12/02/2018 1:53:00 PM"))
        #expect(object.properties.map(\.name).last == "Status" && object.properties.count == 12)
    }

    @Test func readsThreeRecordsOfARussianServer() {
        let record = """
            AccessRules        :
            CertificateDomains : {MOS-MAIL, MOS-MAIL.avalonelectrotech.local}
            HasPrivateKey      : True
            IsSelfSigned       : True
            Issuer             : CN=MOS-MAIL
            NotAfter           : 02.02.2028 3:09:22
            NotBefore          : 02.02.2023 3:09:22
            RootCAType         : Registry
            Services           : IMAP, POP, IIS, SMTP
            """
        let objects = Export.read([record, record, record].joined(separator: "\n\n")).objects
        #expect(objects.map(\.place.line) == [1, 11, 21])
        #expect(objects.allSatisfy { $0["AccessRules"] == .null && $0.properties.count == 9 })
    }

    @Test func readsEmptyListsAndConnectorsOfExchangeOnline() {
        #expect(
            Export.values(
                """
                CertificateDomains : {}
                NotAfter           : 9/13/2017 5:26:01 PM
                RootCAType         : None
                Services           : SMTP
                """
            ).first?["CertificateDomains"] == .list([], isCut: false)
        )
        #expect(
            Export.values(
                """
                Name : Outbound to <GUID>
                TlsDomain : *.contoso.com
                TlsSettings : DomainValidation
                CloudServicesMailEnabled : True
                """
            ).first?["Name"] == .text("Outbound to <GUID>")
        )
    }

    @Test(arguments: ["...", "\u{2026}"])
    func knowsAListAndATextThatAreCut(_ mark: String) {
        let text = "SmartHosts : {a.example, b.example\(mark)}\nIssuer : CN=Foo\(mark)\nFqdn : {a, b"
        let object = Export.read(text).objects.first
        #expect(object?["SmartHosts"] == Export.list("a.example", "b.example", isCut: true))
        #expect(object?["Issuer"] == .cutText("CN=Foo"))
        #expect(object?["Fqdn"] == .list([.text("a"), .cutText("b")], isCut: true))
    }

    @Test func leavesColonsInValuesAlone() {
        let object = Export.read(
            """
            Bindings                : {[::]:25, 0.0.0.0:25}
            RemoteIPRanges          : {fe80::1-fe80::ff, 10.0.0.0/8}
            Comment                 : Note : this is : ours
            ConnectionTimeout       : 00:10:00
            TlsDomainCapabilities   : {mail.protection.outlook.com:AcceptCloudServicesMail}
            AddressSpaces           : {SMTP:*.contoso.com;1, SMTP:(a, b);2}
            """
        ).objects.first
        #expect(object?["Bindings"] == Export.list("[::]:25", "0.0.0.0:25"))
        #expect(object?["RemoteIPRanges"] == Export.list("fe80::1-fe80::ff", "10.0.0.0/8"))
        #expect(object?["Comment"] == .text("Note : this is : ours"))
        #expect(object?["ConnectionTimeout"] == .text("00:10:00"))
        #expect(
            object?["TlsDomainCapabilities"]
                == Export.list("mail.protection.outlook.com:AcceptCloudServicesMail")
        )
        #expect(object?["AddressSpaces"] == Export.list("SMTP:*.contoso.com;1", "SMTP:(a, b);2"))
    }

    @Test func knowsAValueThatIsATypesNameOnly() {
        let name = "System.Security.Cryptography.X509Certificates.X500DistinguishedName"
        #expect(Export.values("SubjectName : \(name)").first?["SubjectName"] == .lost(name))
    }

    @Test func beginsAnObjectAtANameItHasAlready() {
        let text = "Name : a\nFqdn : a.example\nName : b\nFqdn : b.example\n"
        #expect(Export.read(text).objects.map { $0["Name"] } == [.text("a"), .text("b")])
    }

    @Test func takesProseForNoObject() {
        for text in [
            "Note: this is what we saw.\nSubject: certificates\n\nName : alone\n",
            "Hinweis : dies\nSiehe : das\n", "Subject: a\nFrom: b\nStatus: c\n", "Fqdn: written by hand\n",
            "",
            "Issuer: CN=A\n NotBefore: 1/1/2020\n NotAfter: 1/1/2030\nSubject: CN=B\n", "\n\n\n",
        ] {
            #expect(Export.read(text) == ExportContent(format: nil), "\(text)")
        }
    }

    @Test func readsOctetsWhereTheListIsWhole() {
        #expect(
            Export.values("RawData : {48, 3, 2,\n           1, 0}").first?["RawData"]
                == .octets([48, 3, 2, 1, 0])
        )
        #expect(
            Export.values("RawData : {48, 3...}").first?["RawData"] == Export.list("48", "3", isCut: true)
        )
    }
}
