import ExchangeExports
import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct MissingExportTests {
    private func commands(_ objects: ExportedObject...) -> [String] {
        var objects = objects
        objects.append(.forged([:], type: "Other"))
        var assembly = InventoryAssembly()
        assembly.add(ExportFile(ExportContent(format: .clixml, objects: objects), path: "export.xml"))
        return assembly.finish().inventory.missingExports.map(\.command)
    }

    @Test func asksForEverythingWhereNothingIsThere() {
        let missing = ExchangeInventory().missingExports
        #expect(missing.first?.command == "Get-ExchangeCertificate | Export-Clixml certificates.xml")
        #expect(missing.count == 9)
        #expect(missing.count(where: \.isOnline) == 2)
    }

    @Test func asksForTheServersThatOtherExportsName() {
        let found = commands(
            .forged([
                "Thumbprint": .text("AB"), "Identity": .text("ex01.contoso.com\\AB"),
                "Services": .text("None"),
            ]),
            .forged(["Identity": .text("EX01\\A"), "Bindings": .null]),
            .forged(["Identity": .text("EX02\\A"), "Bindings": .null])
        )
        #expect(found.contains("Get-ExchangeCertificate -Server EX02 | Export-Clixml certificates-EX02.xml"))
        #expect(!found.contains { $0.contains("EX01") })
        #expect(!found.contains { $0.contains("Get-ReceiveConnector") })
    }

    @Test func asksForOctetsAndServicesThatAreUnknown() {
        let found = commands(.forged(["Thumbprint": .text("AB")]))
        #expect(found.contains("Get-ExchangeCertificate | Export-Clixml certificates.xml"))
        #expect(found.contains { $0.contains("Select-Object Identity, Thumbprint, Services") })
    }

    @Test func putsNoTextOfAFileIntoACommandThatIsNoName() {
        let found = commands(
            .forged(["Thumbprint": .text("AB"), "Server": .text("EX01")]),
            .forged(["Identity": .text("EX02; calc\\A"), "Bindings": .null])
        )
        #expect(
            found.contains(
                "Get-ExchangeCertificate -Server <server> | Export-Clixml certificates-<server>.xml"
            )
        )
        #expect(!found.contains { $0.contains("calc") })
    }
}
