import Octets
import OpenSSLBridge

/// Works out from OCSP responses whether one certificate was revoked (RFC 6960, 3.2).
struct OCSPSearch {
    private let question: RevocationQuestion
    private let checker: RevocationChecker
    private let time: Instant

    init(_ question: RevocationQuestion, checker: RevocationChecker) {
        self.question = question
        self.checker = checker
        time = checker.builder.party.time
    }

    /// The gravest answer of all responses: revoked, then good, then that the responder knows no such certificate, then
    /// why nothing is known; nil where none is about it.
    func run() -> RevocationStatus? {
        guard let issuer = question.above.first else { return nil }
        var status: RevocationStatus?
        for (response, single) in checker.store.responses(for: question.certificate, issuer: issuer) {
            let answer = self.answer(of: single, in: response, issuer: issuer)
            switch (answer, status) {
            case (.revoked, _): return answer
            case (.good, _), (_, nil): status = answer
            case (.unknown(.responderKnowsNothing), .unknown): status = answer
            case (.unknown, _): break
            }
        }
        return status
    }

    private func answer(
        of single: OCSPResponse.Single,
        in response: OCSPResponse,
        issuer: Certificate
    ) -> RevocationStatus {
        if let failure = signatureFailure(of: response, issuer: issuer) { return .unknown(failure) }
        if let unknown = single.unknownCriticalExtension {
            return .unknown(.criticalExtensionNotUnderstood(unknown))
        }
        guard let start = single.thisUpdate.instant else {
            return .unknown(.malformed("its thisUpdate is no time"))
        }
        if time < start { return .unknown(.notYetValid(from: start)) }
        if case .revoked(let reason, let since) = single.answer, reason != .certificateHold {
            return .revoked(reason: reason, since: since)
        }
        // Without nextUpdate there is always something newer, which a file is not (4.2.2.1).
        guard let end = single.nextUpdate?.instant else {
            return .unknown(.malformed("it has no nextUpdate"))
        }
        if time > end { return .unknown(.stale(since: end)) }
        switch single.answer {
        case .good: return .good
        case .revoked(let reason, let since): return .revoked(reason: reason, since: since)
        case .unknown: return .unknown(.responderKnowsNothing)
        }
    }

    /// What is wrong with the signature: it must be the issuer's or that of a responder whom the issuer appointed
    /// (4.2.2.2).
    private func signatureFailure(of response: OCSPResponse, issuer: Certificate) -> RevocationDoubt? {
        var failure = RevocationDoubt.signerMissing
        var others = response.certificates
        if case .name(let name) = response.responder { others += checker.builder.certificates(named: name) }
        for candidate in [issuer] + others where response.names(candidate) {
            switch checker.signature(on: response, response.sha256, by: candidate) {
            case .invalid: failure = .signatureInvalid
            case .unsupported:
                failure = .signatureNotVerifiable(algorithm: response.signatureAlgorithm.name)
            case .valid:
                if candidate == issuer { return nil }
                guard isAppointed(candidate, by: issuer) else {
                    failure = .signerNotTrusted
                    continue
                }
                if candidate.keyUsage?.contains(.digitalSignature) ?? true { return nil }
                failure = .digitalSignatureMissing
            }
        }
        return failure
    }

    private func isAppointed(_ responder: Certificate, by issuer: Certificate) -> Bool {
        guard responder.extendedKeyUsage?.contains(.ocspSigning) == true,
            GeneralName.directory(responder.issuer).isSame(as: .directory(issuer.subject)),
            checker.signature(on: responder, responder.sha256, by: issuer) == .valid,
            let start = responder.notBefore.instant, let end = responder.notAfter.instant,
            start <= time, time <= end, responder.encodingDefects.isEmpty
        else { return false }
        return responder.firstExtension(CertificateExtension.Identifier.ocspNoCheck) != nil
            || !isRevoked(responder)
    }

    /// By lists only: a response that vouches for its own responder says nothing.
    private func isRevoked(_ responder: Certificate) -> Bool {
        let path = CertificationPath(
            certificates: [responder] + question.above,
            anchor: question.path.anchor
        )
        let pending = question.pending.union([question.certificate.sha256])
        var search = RevocationListSearch(
            RevocationQuestion(path: path, position: 0, pending: pending, work: question.work),
            checker: checker
        )
        if case .revoked = search.run() { return true }
        return false
    }
}

/// How OCSP names a certificate: by digests of its issuer's name and key, and its serial number (RFC 6960, 4.1.1).
struct OCSPIdentity: Sendable, Hashable {
    /// The digests that are used for that.
    enum Hash: Sendable, Hashable {
        case sha1, sha256

        init?(_ identifier: ObjectIdentifier) {
            switch identifier {
            case ObjectIdentifier("1.3.14.3.2.26"): self = .sha1
            case ObjectIdentifier("2.16.840.1.101.3.4.2.1"): self = .sha256
            default: return nil
            }
        }

        fileprivate func octets(of input: some Collection<UInt8>) -> [UInt8] {
            switch self {
            case .sha1: MessageDigest.sha1.octets(of: input)
            case .sha256: MessageDigest.sha256.octets(of: input)
            }
        }
    }

    let hash: Hash
    let issuerNameHash: [UInt8]
    let issuerKeyHash: [UInt8]
    let serialNumber: SerialNumber

    init(hash: Hash, issuerNameHash: [UInt8], issuerKeyHash: [UInt8], serialNumber: SerialNumber) {
        self.hash = hash
        self.issuerNameHash = issuerNameHash
        self.issuerKeyHash = issuerKeyHash
        self.serialNumber = serialNumber
    }

    /// The identity of a certificate below an issuer.
    init?(_ certificate: Certificate, issuer: Certificate, _ hash: Hash) {
        guard let key = Self.keyDigest(of: issuer, hash) else { return nil }
        self.init(
            hash: hash,
            issuerNameHash: hash.octets(of: certificate.issuer.der),
            issuerKeyHash: key,
            serialNumber: certificate.serialNumber
        )
    }

    /// The digest of a certificate's key without tag, length and unused bits.
    static func keyDigest(of certificate: Certificate, _ hash: Hash) -> [UInt8]? {
        let info = Array(certificate.subjectPublicKeyInfo)
        var file = DERReader(info)
        guard let outer = try? file.next() else { return nil }
        var fields = file.inside(outer)
        guard (try? fields.next()) != nil,
            let key = try? fields.next(DERReader.Tag.bitString, "the key"), !key.content.isEmpty
        else { return nil }
        return hash.octets(of: info[key.content.dropFirst()])
    }
}
