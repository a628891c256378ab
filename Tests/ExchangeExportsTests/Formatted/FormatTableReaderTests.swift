import Testing

@testable import ExchangeExports

@Suite("Format-Table")
struct FormatTableReaderTests {
    @Test func readsAnIndentedTableOfCertificates() {
        let table = """
            Thumbprint                                Services   Subject
            ----------                                --------   -------
            5E4325D6195B5E2932EAE402F515172DC827D083  IP.WS.     CN=mail
            8E309044815B47A130C6151644263D781DF839C0  ....SF     CN=Fede
            """
        let lines = table.split(separator: "\n")
        for text in [table, lines.map { "    " + $0 }.joined(separator: "\r\n")] {
            #expect(Export.read(text).format == .table)
            #expect(
                Export.values(text) == [
                    [
                        "Thumbprint": .text("5E4325D6195B5E2932EAE402F515172DC827D083"),
                        "Services": .text("IP.WS."), "Subject": .text("CN=mail"),
                    ],
                    [
                        "Thumbprint": .text("8E309044815B47A130C6151644263D781DF839C0"),
                        "Services": .text("....SF"), "Subject": .text("CN=Fede"),
                    ],
                ]
            )
        }
    }

    @Test(arguments: ["\n", "\n\n"])
    func readsATableThatAWebPageMangled(_ end: String) {
        let text = [
            "Thumbprint Services Subject",
            "\u{2014}\u{2014}\u{2014}- \u{2014}\u{2014}\u{2013} \u{2014}\u{2014}-",
            "63B77A02B72F66A70F5317F5F9A3C4A6E51AEF2B \u{2026}.. CN=localhost",
            "63B77A02B72F66A70F5317F5F9A3C4A6E51AEF2B1 IP.WS.. CN=a b, O=\u{201c}A B\u{201d}, C=US\u{2026}",
        ].joined(separator: end)
        #expect(
            Export.values(text) == [
                [
                    "Thumbprint": .text("63B77A02B72F66A70F5317F5F9A3C4A6E51AEF2B"),
                    "Services": .text("....."),
                    "Subject": .text("CN=localhost"),
                ],
                [
                    "Thumbprint": .text("63B77A02B72F66A70F5317F5F9A3C4A6E51AEF2B1"),
                    "Services": .text("IP.WS.."), "Subject": .cutText("CN=a b, O=\"A B\", C=US"),
                ],
            ]
        )
    }

    @Test func readsATableWithoutDashesUpToTheProseAfterIt() {
        let text = """
            Thumbprint                                Services   Subject
            5E4325D6195B5E2932EAE402F515172DC827D083  ...WS      CN=mail...
            That is all there is.
            """
        #expect(
            Export.values(text) == [
                [
                    "Thumbprint": .text("5E4325D6195B5E2932EAE402F515172DC827D083"),
                    "Services": .text("...WS"),
                    "Subject": .cutText("CN=mail"),
                ]
            ]
        )
    }

    @Test func readsTheComputersName() {
        for gap in ["     ", " "] {
            let text = [
                ["Thumbprint                              ", "Services", "Subject       ", "PSComputerName"],
                ["----------                              ", "--------", "-------       ", "--------------"],
                ["5E4325D6195B5E2932EAE402F515172DC827D083", "IP.WS.  ", "CN=mail, O=A B", "ex1.a.example "],
            ].map { $0.joined(separator: gap) }.joined(separator: "\n")
            let object = Export.values(text).first
            #expect(object?["PSComputerName"] == .text("ex1.a.example"))
            #expect(object?["Subject"] == .text("CN=mail, O=A B"))
        }
    }

    @Test func readsTablesOfOtherCmdlets() {
        let text = """
            [PS] C:\\>Get-ReceiveConnector

            Identity                                Bindings                                Port Enabled
            --------                                --------                                ---- -------
            EX1\\Default EX1                         {0.0.0.0:2525, [::]:2525}                 25 True
            EX1\\Client Proxy EX1                    {[::]:465, 0.0.0.0:4...                12345 True
            EX1\\N\u{e4}he                                                                            True
            """
        let objects = Export.values(text)
        #expect(objects.count == 3)
        #expect(objects.first?["Identity"] == .text("EX1\\Default EX1"))
        #expect(objects.first?["Bindings"] == Export.list("0.0.0.0:2525", "[::]:2525"))
        #expect(
            objects[1]["Bindings"] == .list([.text("[::]:465"), .cutText("0.0.0.0:4")], isCut: true)
        )
        #expect(objects.compactMap { $0["Port"] } == [.text("25"), .text("12345"), .null])
        #expect(objects[2]["Bindings"] == .null && objects[2]["Enabled"] == .text("True"))
    }

    @Test func putsWrappedCellsTogether() {
        let text = """
            Name    Fqdn         TlsCertificateName
            ----    ----         ------------------
            Default mail.contoso <I>CN=CA, O=Contoso Ltd.,
            EX1     .com         C=US<S>CN=mail

            """
        // Each line has a first cell here, so this is two rows; without one the cells go on.
        #expect(Export.read(text).objects.count == 2)
        let wrapped = text.replacing("EX1     .com ", with: "        .com ")
        #expect(
            Export.values(wrapped) == [
                [
                    "Name": .text("Default"), "Fqdn": .text("mail.contoso.com"),
                    "TlsCertificateName": .text("<I>CN=CA, O=Contoso Ltd., C=US<S>CN=mail"),
                ]
            ]
        )
    }

    @Test func takesOtherTablesAndHeadingsForNone() {
        for text in [
            "Thumbprint of the certificate\n=====\n", "Services\n--------\nwe offer\n",
            "Left Right\n---- -----\na    b\n", "Thumbprint", "a\n-\n", "---\n---\n",
        ] {
            #expect(Export.read(text) == ExportContent(format: nil), "\(text)")
        }
    }

    @Test func readsTablesAndListsOfOneTranscript() {
        let text = """
            Name Fqdn
            ---- ----
            a    a.example

            Name : b
            Fqdn : b.example

            Name Fqdn
            ---- ----
            c    c.example
            """
        #expect(Export.read(text).format == .list)
        #expect(Export.values(text).map { $0["Name"] } == [.text("a"), .text("b"), .text("c")])
    }
}
