import Testing

@testable import ExchangeExports
@testable import Octets

@Suite("ConvertTo-Json")
struct JSONExportReaderTests {
    @Test func readsWhatWindowsPowerShellWrites() throws {
        let content = Export.read(
            #"""
            {
                "NotAfter":  "\/Date(1631800000000)\/",
                "NotBefore":  {
                                  "value":  "\/Date(-1500+0200)\/",
                                  "DisplayHint":  2,
                                  "DateTime":  "Thursday"
                              },
                "Services":  16,
                "HasPrivateKey":  true,
                "CertificateDomains":  { "value":  [ "a.example", "b.example" ], "Count":  2 },
                "AccessRules":  null,
                "RawData":  [ 48, 3, 2, 1, 0 ],
                "PublicKeySize":  [ 48, 3 ],
                "TlsCertificateName":  { "CertificateSubject":  "CN=mail", "SubjectCommonName":  "mail" },
                "TlsAuthLevel":  { "value":  2, "Value":  "CertificateValidation" },
                "SmartHosts":  "System.Object[]",
                "IssuerName":  "@{Name=CN\u003da; Oid=}",
                "Ratio":  1.50
            }
            """#
        )
        let object = try #require(content.objects.first)
        #expect(content.format == .json && content.problems.isEmpty && content.objects.count == 1)
        #expect(
            object["NotAfter"]
                == .time(
                    ExportedTime(year: 2021, month: 9, day: 16, hour: 13, minute: 46, second: 40, offset: 0)
                )
        )
        #expect(
            object["NotBefore"]
                == .time(
                    ExportedTime(year: 1970, month: 1, day: 1, hour: 1, minute: 59, second: 58, offset: 7_200)
                )
        )
        #expect(object["Services"] == .integer(16) && object["HasPrivateKey"] == .flag(true))
        #expect(object["CertificateDomains"] == Export.list("a.example", "b.example"))
        #expect(object["AccessRules"] == .null && object["RawData"] == .octets([48, 3, 2, 1, 0]))
        #expect(object["PublicKeySize"] == .list([.integer(48), .integer(3)], isCut: false))
        guard case .object(let name)? = object["TlsCertificateName"] else {
            Issue.record("no object")
            return
        }
        #expect(name["CertificateSubject"] == .text("CN=mail") && name.place.line == 14)
        #expect(object["TlsAuthLevel"] == .text("CertificateValidation"))
        #expect(object["SmartHosts"] == .lost("System.Object[]"))
        #expect(object["IssuerName"] == .lost("@{Name=CN=a; Oid=}") && object["Ratio"] == .text("1.50"))
        #expect(object.properties.map(\.name).prefix(3) == ["NotAfter", "NotBefore", "Services"])
    }

    @Test(arguments: [
        ("2021-09-16T13:30:05+02:00", 7_200 as Int?), ("2021-09-16T13:30:05.1234567Z", 0),
        ("2021-09-16T13:30:05", nil), ("2021-09-16T13:30:05-0930", -34_200),
    ])
    func readsDatesOfPowerShell7(_ text: String, offset: Int?) {
        #expect(
            Export.values("{\"NotAfter\":\"\(text)\",\"Services\":\"IMAP, SMTP\"}").first == [
                "NotAfter": .time(
                    ExportedTime(
                        year: 2021,
                        month: 9,
                        day: 16,
                        hour: 13,
                        minute: 30,
                        second: 5,
                        offset: offset
                    )
                ), "Services": .text("IMAP, SMTP"),
            ]
        )
    }

    @Test(arguments: [
        "2021-02-30T13:30:05Z", "2021-09-16T13:30:05+20:00", "2021-09-16T13:30:05 or so", "/Date(12x)/",
        "/Date(99999999999999999)/", "/Date()/",
    ])
    func leavesOtherTextsAlone(_ text: String) {
        #expect(Export.values("{\"NotAfter\":\"\(text)\"}").first == ["NotAfter": .text(text)])
    }

    @Test(arguments: [
        #"[{"Fqdn":"a"},{"Fqdn":"b"}]"#, #"[[{"Fqdn":"a"}],[[{"Fqdn":"b"}]]]"#,
        "{\"Fqdn\":\"a\"}\r\n{\"Fqdn\":\"b\"}\r\n", #"{"value":[{"Fqdn":"a"},{"Fqdn":"b"}],"Count":2}"#,
        #"{"Send":{"Fqdn":"a"},"Receive":[{"Fqdn":"b"}],"By":"me"}"#,
    ])
    func takesObjectsOutOfWhatIsRoundThem(_ text: String) {
        #expect(Export.values(text) == [["Fqdn": .text("a")], ["Fqdn": .text("b")]])
    }

    @Test func readsOctetsBelowTheDepthOfTheExport() {
        #expect(Export.values(#"{"RawData":"48 3 2"}"#).first == ["RawData": .octets([48, 3, 2])])
        #expect(
            Export.values(#"{"RawData":{"value":[48,3],"Count":2}}"#).first == ["RawData": .octets([48, 3])]
        )
    }

    @Test func keepsWhatIsWholeOfABrokenDocument() {
        let content = Export.read("[\n{\"Fqdn\":\"a\"},\n{\"Fqdn\":\"b\",,}]")
        #expect(content.objects.map { $0["Fqdn"] } == [.text("a")])
        #expect(content.format == .json)
        #expect(content.problems.first?.place.line == 3)
        #expect(content.problems.first?.reason == "broken JSON at column 13: a member's name is missing")
    }

    @Test func takesOtherDocumentsForNoExport() {
        for text in [
            #"{"subject":"CN=a","notAfter":"2021-09-16T13:30:05Z"}"#, "[1, 2]", "{}", "[", "{\"a\":",
            "[PS] C:\\>",
            #"{"Name":"a"}"#, "{\"Fqdn",
        ] {
            #expect(Export.read(text) == ExportContent(format: nil), "\(text)")
        }
    }
}
