import ExchangeExports
import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ExportedValueWordsTests {
    private func words(of object: ExportedObject) -> String? { object.words }

    @Test func takesWhatToStringGave() {
        #expect(ExportedValue.named("EX01\\Default Frontend EX01").words == "EX01\\Default Frontend EX01")
        #expect(ExportedValue.enumeration("Tls, Integrated", 3).words == "Tls, Integrated")
        #expect(ExportedValue.text("  mail.contoso.com ").words == "mail.contoso.com")
    }

    @Test func composesWhatJSONLeavesOut() {
        let name: ExportedObject = .forged([
            "CertificateSubject": .text("CN=mail"), "CertificateIssuer": .text("CN=Alpha CA"),
        ])
        #expect(name.words == "<I>CN=Alpha CA<S>CN=mail")
        let space: ExportedObject = .forged([
            "Type": .text("smtp"), "Address": .text("*"), "Cost": .integer(1),
        ])
        #expect(space.words == "smtp:*;1")
        let host: ExportedObject = .forged(["Domain": .text("a.example"), "Address": .null])
        #expect(host.words == "a.example")
    }

    @Test(arguments: [
        "System.String[]", "Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]", "@{Domain=a}",
    ])
    func takesNothingFromATypesName(_ text: String) {
        #expect(ExportedValue.text(text).words == nil)
    }

    @Test func takesNothingWhoseEndIsMissing() {
        #expect(ExportedValue.cutText("mail.con").words == nil)
        #expect(ExportedValue.list([.text("a")], isCut: true).words == nil)
    }
}
