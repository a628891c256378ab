import ExchangeExports
import Testing

@Suite("A real export")
struct RealExportTests {
    @Test("is read without a problem", arguments: RealExport.names)
    func isReadWithoutAProblem(_ name: String) throws {
        let content = try RealExport.read(name)
        #expect(content.format == .clixml)
        #expect(content.problems.isEmpty)
        #expect(!content.objects.isEmpty)
        #expect(
            content.objects.allSatisfy { !$0.typeNames.isEmpty && $0.text != nil && !$0.properties.isEmpty }
        )
    }

    @Test(
        "holds as many objects as were exported",
        arguments: [
            ("GetExchangeCertificate", 4), ("GetExchangeCertificateBroken", 5),
            ("GetExchangeCertificateIncomplete", 2), ("GetExchangeCertificateWithoutAuth", 3),
            ("GetSendConnector", 1), ("GetReceiveConnector", 5),
        ]
    )
    func holdsAsManyObjects(_ name: String, _ count: Int) throws {
        #expect(try RealExport.read(name).objects.count == count)
    }

    @Test("of Receive connectors has one with a TlsCertificateName")
    func receiveConnectorsHaveOneName() throws {
        let connectors = try RealExport.read("GetReceiveConnector").objects
        let named = connectors.compactMap { $0["TlsCertificateName"]?.object }
        #expect(named.map(\.text) == ["<I>CN=WIN-CTD3L0RGEN4<S>CN=WIN-CTD3L0RGEN4"])
        #expect(named.first?["CertificateSubject"] == .text("CN=WIN-CTD3L0RGEN4"))
        #expect(connectors.filter { $0["TlsCertificateName"] == .null }.count == 4)
    }

    @Test("of a Send connector has numbers and names of its enumerations, and lists")
    func sendConnectorHasEnumerationsAndLists() throws {
        let connector = try #require(try RealExport.read("GetSendConnector").objects.first)
        let kind = try #require(connector["ConnectorType"]?.object)
        #expect(kind.typeNames.contains("System.Enum"))
        #expect(kind.text == "Default")
        #expect(kind.content == .integer(0))
        #expect(connector["CloudServicesMailEnabled"] == .flag(true))
        #expect(
            connector["SmartHosts"]?.items?.map(\.object?.text) == [
                "microsoft-com.mail.protection.outlook.com"
            ]
        )
        #expect(connector["ObjectClass"]?.items?.first == .text("top"))
        #expect(connector["ConnectedDomains"] == .list([], isCut: false))
        #expect(
            connector["WhenChanged"]
                == .time(
                    ExportedTime(
                        year: 2022,
                        month: 3,
                        day: 23,
                        hour: 18,
                        minute: 0,
                        second: 30,
                        offset: 3600
                    )
                )
        )
    }

    @Test("resolves a reference to the object that it names")
    func resolvesReferences() throws {
        for name in ["GetSendConnector", "GetReceiveConnector"] {
            for connector in try RealExport.read(name).objects {
                #expect(connector["Id"]?.object != nil)
                #expect(connector["Id"] == connector["Identity"])
            }
        }
    }
}
