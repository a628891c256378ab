import Testing

@testable import ExchangeExports

@Suite("Format-List among other text")
struct FormatListSurroundingsTests {
    private let expected: [String: ExportedValue] = [
        "Name": .text("EX1"), "Fqdn": .text("mail.example"),
        "SmartHosts": .list([.text("a"), .text("b")], isCut: false),
    ]

    @Test(arguments: [
        "[PS] C:\\>Get-SendConnector | fl\nName : EX1\nFqdn : mail.example\nSmartHosts : {a, b}\n[PS] C:\\>exit",
        "Here it is:\n\n\nName       : EX1\nFqdn       : mail.example\nSmartHosts : {a,\n             b}\n\nThanks!",
        "> Name : EX1\n> Fqdn : mail.example\n> SmartHosts : {a, b}\n>\n> Regards",
        "```\nName : EX1\nFqdn : mail.example\nSmartHosts : {a, b}\n```\nName of the server",
        "Text\n\n        Name       : EX1\n        Fqdn       : mail.example\n        SmartHosts : {a,\n"
            + "                     b}\n",
        "Name\u{a0}:\u{a0}EX1\nFqdn\u{ff1a}mail.example\nSmartHosts \u{ff1a} {a, b}",
        "Name : EX1\n\nFqdn : mail.example\n\nSmartHosts : {a,\n\nb}\n\n",
        "Name : EX1\n    Fqdn : mail.example\n    SmartHosts : {a, b}",
        "Name : EX1\nFqdn: mail.example\nSmartHosts : {a, b}",
        "\u{1b}[32;1mName       : \u{1b}[0mEX1\n\u{1b}[32;1mFqdn       : \u{1b}[0mmail.example\n"
            + "\u{1b}[32;1mSmartHosts : \u{1b}[0m{a, b}\n",
        "\tName\t: EX1\n\tFqdn\t: mail.example\n\tSmartHosts\t: {a,\n\t\t\tb}\n",
    ])
    func findsTheObject(_ text: String) {
        #expect(Export.values(text) == [expected])
    }

    @Test func keepsCommandsOfATranscriptApart() {
        let text = """
            **********************
            Windows PowerShell transcript start
            Start time: 20260101120000
            **********************
            [PS] C:\\>Get-SendConnector | fl Name,Fqdn


            Name : S
            Fqdn : s.example



            [PS] C:\\>Get-ReceiveConnector | fl Bindings


            Bindings : {0.0.0.0:25}

            Bindings : {0.0.0.0:587}



            """
        #expect(
            Export.values(text) == [
                ["Name": .text("S"), "Fqdn": .text("s.example")],
                ["Bindings": Export.list("0.0.0.0:25")], ["Bindings": Export.list("0.0.0.0:587")],
            ]
        )
    }

    @Test func joinsWhatTheConsoleWrappedAtBlanks() {
        let text = """
            TlsCertificateName : <I>CN=Contoso Issuing CA 01, OU=Public Key
                                 Infrastructure, O=Contoso Ltd., L=Seattle,
                                 S=Washington, C=US<S>CN=mail.contoso.com
            Name               : x
            """
        #expect(
            Export.values(text).first?["TlsCertificateName"]
                == .text(
                    "<I>CN=Contoso Issuing CA 01, OU=Public Key Infrastructure, O=Contoso Ltd., L=Seattle, "
                        + "S=Washington, C=US<S>CN=mail.contoso.com"
                )
        )
    }

    @Test func joinsWordsThatAreLongerThanALine() {
        let text = """
            Thumbprint : 63B77A02B72F66A70F53
                         17F5F9A3C4A6E51AEF2B
            Name       : a
            """
        #expect(
            Export.values(text).first?["Thumbprint"] == .text("63B77A02B72F66A70F5317F5F9A3C4A6E51AEF2B")
        )
    }

    @Test func joinsLinesThatAreFilledToTheirEnd() {
        let text = """
            Issuer  : CN=Contoso Issuing Certi
                      ficate Authority 2, O=Co
                      ntoso
            Fqdn    : a
            """
        #expect(
            Export.values(text).first?["Issuer"]
                == .text("CN=Contoso Issuing Certificate Authority 2, O=Contoso")
        )
    }

    @Test func takesALineWithoutItsIndentationBetweenTwoProperties() {
        let text = "Issuer : CN=Contoso,\nO=Contoso Ltd., C=US\nFqdn : a\nThat was all.\n"
        #expect(
            Export.values(text) == [
                ["Issuer": .text("CN=Contoso, O=Contoso Ltd., C=US"), "Fqdn": .text("a")]
            ]
        )
    }
}
