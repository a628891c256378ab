import Forges
import TestSupport
import Testing

@testable import ChainKit

struct RequestSubjectEmptyTests {
    @Test func passesASubject() throws {
        #expect(try RequestSubjectEmpty().messages(try OfferForge.request()).isEmpty)
    }

    @Test func saysWhatBecomesOfTheTlsCertificateName() throws {
        let request = try OfferForge.request("", names: ["mail.contoso.com"]) { $0.subject = [] }
        #expect(
            try RequestSubjectEmpty().messages(request) == [
                """
                the subject is empty: unless the CA writes one, the TlsCertificateName will be that of every \
                certificate without a subject from this CA
                """
            ]
        )
    }
}
