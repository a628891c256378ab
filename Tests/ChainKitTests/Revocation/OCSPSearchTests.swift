import Forges
import TestSupport
import Testing

@testable import ChainKit

@Suite("Revocation by OCSP responses")
struct OCSPSearchTests {
    let forge = RevocationForge()
    let since = Instant.test("2026-02-01T00:00:00Z")

    private func status(
        _ signer: ForgedCertificate? = nil,
        lists: [[UInt8]] = [],
        at time: String = "2026-06-01T00:00:00Z",
        _ adjust: (inout OCSPResponseTemplate) -> Void = { _ in }
    ) throws -> RevocationStatus? {
        let response = (signer ?? forge.issuing).ocspResponse(
            about: forge.leaf,
            of: forge.issuing,
            adjust
        )
        return try forge.status(of: forge.leaf, lists, responses: [response], at: time)
    }

    private func responder(_ adjust: (inout CertificateTemplate) -> Void = { _ in }) -> ForgedCertificate {
        forge.issuing.issue("Alpha OCSP") {
            $0.extendedKeyUsage = ["OCSPSigning"]
            adjust(&$0)
        }
    }

    @Test func believesTheIssuerInEveryFormOfIdentity() throws {
        #expect(try status() == .good)
        #expect(try status { $0.digest = .sha256 } == .good)
        #expect(try status { $0.namesResponderByKey = true } == .good)
        #expect(
            try status { $0.status = .revoked(reason: 1) } == .revoked(reason: .keyCompromise, since: since)
        )
        #expect(try status { $0.status = .revoked(reason: nil) } == .revoked(reason: nil, since: since))
        #expect(try status { $0.status = .unknown } == .unknown(.responderKnowsNothing))
    }

    @Test func holdsAResponseToItsTimes() throws {
        let end = Instant.test("2026-07-01T00:00:00Z")
        let start = Instant.test("2026-05-01T00:00:00Z")
        #expect(try status(at: "2026-07-01T00:00:01Z") == .unknown(.stale(since: end)))
        #expect(try status(at: "2026-04-01T00:00:00Z") == .unknown(.notYetValid(from: start)))
        #expect(try status { $0.nextUpdate = nil } == .unknown(.malformed("it has no nextUpdate")))
    }

    @Test func believesAResponderWhomTheIssuerAppointed() throws {
        let responder = responder()
        #expect(try status(responder) { $0.certificates = [responder] } == .good)
        #expect(
            try status(responder) {
                $0.certificates = [responder]
                $0.namesResponderByKey = true
            } == .good
        )
        #expect(try status(responder) == .unknown(.signerMissing))
    }

    @Test func refusesAResponderWhomNobodyAppointed() throws {
        let other = Forge.authority("Alpha Issuing CA")
        let stranger = other.issue("Alpha OCSP") { $0.extendedKeyUsage = ["OCSPSigning"] }
        let server = forge.issuing.issue("Alpha OCSP")
        let late = responder { $0.notAfter = "20260501000000Z" }
        for signer in [stranger, server, late] {
            #expect(try status(signer) { $0.certificates = [signer] } == .unknown(.signerNotTrusted))
        }
        #expect(try status(other) == .unknown(.signatureInvalid))
    }

    @Test func refusesAResponderWhoseKeyMayNotSign() throws {
        for (usage, expected) in [
            ([0], RevocationStatus.good), ([0, 2], .good), ([2], .unknown(.digitalSignatureMissing)),
            ([6], .unknown(.digitalSignatureMissing)), ([], .unknown(.digitalSignatureMissing)),
        ] {
            let responder = responder { $0.keyUsage = usage }
            #expect(try status(responder) { $0.certificates = [responder] } == expected, "\(usage)")
        }
        let unlimited = responder { $0.keyUsage = nil }
        #expect(try status(unlimited) { $0.certificates = [unlimited] } == .good)
    }

    /// Nobody vouches for the certificate, and the responder's answer is the one that says most.
    @Test func tellsThatTheResponderKnowsNothingWhateverElseIsMissing() throws {
        let late = forge.issuing.revocationList { $0.nextUpdate = "260515000000Z" }
        #expect(
            try status(lists: [late]) { $0.status = .unknown } == .unknown(.responderKnowsNothing)
        )
        let responses = ["20260515000000Z", "20260701000000Z"].map { end in
            forge.issuing.ocspResponse(about: forge.leaf, of: forge.issuing) {
                $0.status = .unknown
                $0.nextUpdate = end
            }
        }
        #expect(
            try forge.status(of: forge.leaf, [], responses: responses) == .unknown(.responderKnowsNothing)
        )
    }

    @Test func refusesARevokedResponderUnlessItIsExempt() throws {
        let responder = responder()
        let exempt = self.responder {
            $0.extensions = [ForgedExtension("1.3.6.1.5.5.7.48.1.5", value: [0x05, 0x00])]
        }
        // The list does not cover every reason, so that the response alone can call the leaf good.
        for (signer, expected) in [
            (responder, RevocationStatus.unknown(.reasonsMissing)), (exempt, .good),
        ] {
            let list = forge.issuing.revocationList {
                $0.entries = [.init(signer)]
                $0.issuingDistributionPoint = DERWriter.sequence([0x83, 0x02, 0x06, 0x40])
            }
            #expect(try status(signer, lists: [list]) { $0.certificates = [signer] } == expected)
        }
    }

    @Test func passesOverAnUnknownCriticalExtension() throws {
        let unknown = ForgedExtension("1.2.3.4", isCritical: true, value: [0x05, 0x00])
        let identifier = ObjectIdentifier("1.2.3.4")
        #expect(
            try status { $0.extensions = [unknown] } == .unknown(.criticalExtensionNotUnderstood(identifier))
        )
    }

    @Test func believesWhoeverSaysRevoked() throws {
        let revoking = forge.issuing.revocationList(revoking: [forge.leaf])
        let empty = forge.issuing.revocationList { _ in }
        #expect(try status(lists: [revoking]) == .revoked(reason: nil, since: since))
        #expect(
            try status(lists: [empty]) { $0.status = .revoked(reason: 4) }
                == .revoked(reason: .superseded, since: since)
        )
        #expect(try status(lists: [empty]) { $0.status = .unknown } == .good)
    }

    @Test func refusesWhatIsNoResponse() {
        let response = forge.issuing.ocspResponse(about: forge.leaf, of: forge.issuing)
        for der in [[], [0x30, 0x03, 0x0a, 0x01, 0x06], response + [0], Array(response.dropLast())] {
            #expect(throws: RevocationListError.self) { try OCSPResponse(der: der) }
        }
    }
}
