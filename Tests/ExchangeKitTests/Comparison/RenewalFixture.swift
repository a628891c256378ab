import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import ExchangeKit

/// A certificate in use under a CA that is trusted, and renewals of it for a test to make.
struct RenewalFixture {
    let root = Forge.authority("Public Root")
    let issuing: ForgedCertificate
    let rotated: ForgedCertificate
    let key = ForgedKey.kept(.rsa(2_048))
    let old: ForgedCertificate

    init() {
        issuing = root.authority("Public CA 1")
        rotated = root.authority("Public CA 2")
        old = issuing.issue("mail.contoso.com", names: ["mail.contoso.com", "autodiscover.contoso.com"]) {
            [key] in
            $0.key = key
        }
    }

    /// A renewal by the CA that issued the old one, with another key.
    func renewal(
        by issuer: ForgedCertificate? = nil,
        names: [String] = ["mail.contoso.com", "autodiscover.contoso.com"],
        _ adjust: (inout CertificateTemplate) -> Void = { _ in }
    ) -> ForgedCertificate {
        (issuer ?? issuing).issue("mail.contoso.com", names: names) {
            $0.key = .kept(.rsa(2_048), number: 1)
            $0.notBefore = "20260601000000Z"
            $0.notAfter = "20270601000000Z"
            adjust(&$0)
        }
    }

    func compare(
        to new: ForgedCertificate,
        domain: String? = "mail.contoso.com",
        inventory: ExchangeInventory? = nil
    ) throws -> Comparison {
        let comparer = Comparer(
            trust: .anchors(PrivateAnchors([try Certificate(der: root.der)])),
            time: try #require(Instant(rfc3339: "2026-07-01")),
            references: try domain.map { [try #require(ReferenceIdentifier($0))] } ?? []
        )
        let reader = InputReader()
        let content = [old, issuing, rotated, new].enumerated().map { number, certificate in
            reader.read(certificate.der, path: "\(number).cer")
        }
        return try #require(
            comparer.compare(
                try Certificate(der: old.der),
                to: try Certificate(der: new.der),
                files: content,
                inventory: inventory
            )
        )
    }

    /// Connectors of which some name the old certificate.
    func inventory() throws -> ExchangeInventory {
        let place = ExchangeObjectPlace(path: "export.txt", line: 1)
        let name = TlsCertificateName(try Certificate(der: old.der)).text
        var inventory = ExchangeInventory()
        var outbound = SendConnector(name: "Outbound to Office 365", place: place)
        outbound.tlsCertificateName = .value(name)
        var partner = SendConnector(name: "Partner", place: place)
        partner.tlsCertificateName = .value("<I>CN=Other<S>CN=mail.contoso.com")
        inventory.sendConnectors = [outbound, partner]
        var front = ReceiveConnector(identity: "EX01\\Default Frontend EX01", place: place)
        front.tlsCertificateName = .value(name.replacing("<I>", with: "<i>").replacing("<S>", with: "<s>"))
        front.fqdn = .value("autodiscover.contoso.com")
        inventory.receiveConnectors = [front]
        return inventory
    }
}

extension Comparison {
    /// Every line to type.
    var commands: [String] { steps.flatMap(\.remedies).flatMap(\.commands).map { $0.text() } }
    /// The aspects that differ.
    var differing: Set<ComparedAspect.Kind> { Set(aspects.filter { !$0.isSame }.map(\.kind)) }
}
