import Forges
import TestSupport
import Testing

@testable import ChainKit

struct InputReaderRevocationTests {
    private let root = Forge.authority("Alpha Root")
    private let reader = InputReader()

    @Test func handsOnListsInDERAndPEM() {
        let list = root.revocationList { _ in }
        let pem = PEMWriter.block("X509 CRL", list) + root.pem
        let der = reader.read(list, path: "a.crl")
        #expect(der.revocation.lists == [list])
        #expect(der.record.kind == .revocationList)
        #expect(der.record.status == "not-a-certificate")
        let mixed = reader.read(Array(pem.utf8), path: "a.pem")
        #expect(mixed.revocation.lists == [list])
        #expect(mixed.certificates.map(\.der) == [root.der])
        #expect(mixed.record.status == "ok")
    }

    @Test func handsOnListsOfAMessage() {
        let list = root.revocationList { _ in }
        let signed = DERWriter.sequence(
            DERWriter.integer(1),
            DERWriter.set(),
            DERWriter.sequence(DERWriter.identifier("1.2.840.113549.1.7.1")),
            DERWriter.element(0xa0, root.der),
            DERWriter.element(0xa1, list),
            DERWriter.set()
        )
        let message = DERWriter.sequence(
            DERWriter.identifier("1.2.840.113549.1.7.2"),
            DERWriter.element(0xa0, signed)
        )
        let content = reader.read(message, path: "a.p7b")
        #expect(content.revocation.lists == [list])
        #expect(content.certificates.map(\.der) == [root.der])
    }

    @Test func handsOnResponses() {
        let response = root.ocspResponse(about: root.issue("mail"), of: root)
        let content = reader.read(response, path: "a.ocsp")
        #expect(content.revocation.responses == [response])
        #expect(content.record.kind == .ocspResponse)
        #expect(content.record.worstProblem?.detail == "an OCSP response")
    }
}
