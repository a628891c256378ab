import ExchangeExports
import Forges
import Testing

@testable import ChainKit
@testable import ExchangeKit

struct ExportedObjectSettingsTests {
    private let object: ExportedObject = .forged([
        "Fqdn": .named("mail.contoso.com"), "TlsDomain": .null, "Comment": .text(""),
        "SmartHosts": .texts("a.example", "b.example"), "Bindings": .list([.text("a")], isCut: true),
        "AddressSpaces": .text("{smtp:*;1, smtp:a;2}"), "Cut": .text("{a, b, ...}"),
        "RequireTLS": .text("True"), "Enabled": .flag(false), "IgnoreSTARTTLS": .text("Wahr"),
        "TlsAuthLevel": .integer(2), "Other": .integer(7), "Mechanism": .enumeration("Tls, Integrated", 3),
    ])

    @Test func tellsEmptyFromNotExported() {
        #expect(object.setting("fqdn") == .value("mail.contoso.com"))
        #expect(object.setting("TlsDomain") == .empty)
        #expect(object.setting("Comment") == .empty)
        #expect(object.setting("Nothing") == .notExported)
    }

    @Test func readsListsHoweverTheyAreWritten() {
        #expect(object.list("SmartHosts") == .value(["a.example", "b.example"]))
        #expect(object.list("AddressSpaces") == .value(["smtp:*;1", "smtp:a;2"]))
        #expect(object.list("Mechanism") == .value(["Tls", "Integrated"]))
        #expect(object.list("TlsDomain") == .empty)
    }

    @Test func concludesNothingFromAPartOfAList() {
        #expect(object.list("Bindings") == .notExported)
        #expect(object.list("Cut") == .notExported)
    }

    @Test func readsFlagsAsWordsOrTruthValues() {
        #expect(object.flag("RequireTLS") == true)
        #expect(object.flag("Enabled") == false)
        #expect(object.flag("IgnoreSTARTTLS") == nil)
        #expect(object.flag("Nothing") == nil)
    }

    @Test func readsANumberOnlyWhereItsWordIsKnown() {
        #expect(
            object.word("TlsAuthLevel", numbers: [2: "CertificateValidation"])
                == .value("CertificateValidation")
        )
        #expect(object.word("Other", numbers: [2: "CertificateValidation"]) == .notExported)
    }
}
