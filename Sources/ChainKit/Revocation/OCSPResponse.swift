import Octets
import OpenSSLBridge

/// One basic OCSP response as a file holds it (RFC 6960), every fact a plain value.
public final class OCSPResponse: Sendable {
    /// Who says that he signed.
    public enum Responder: Sendable, Hashable {
        case name(DistinguishedName)
        /// The SHA-1 of the responder's key.
        case keyHash([UInt8])
    }

    /// What is said of a certificate.
    public enum Answer: Sendable, Hashable {
        case good
        case revoked(reason: RevocationReason?, since: Instant?)
        case unknown
    }

    /// What the response says of one certificate.
    public struct Single: Sendable, Hashable {
        /// The certificate's issuer by the digests of its name and key, and the serial number.
        let identity: OCSPIdentity
        /// What is said.
        public let answer: Answer
        /// Since when that is known to be so.
        public let thisUpdate: ValidityTime
        /// Until when, nil where the response does not say.
        public let nextUpdate: ValidityTime?
        let unknownCriticalExtension: ObjectIdentifier?
    }

    /// The encoding, byte for byte.
    public let der: [UInt8]
    /// The digest of `der`: the response's identity.
    public let sha256: SHA256Digest
    /// Who says that he signed.
    public let responder: Responder
    /// How the response was signed.
    public let signatureAlgorithm: SignatureAlgorithm
    /// Certificates that came with the response; those that do not parse are left out.
    public let certificates: [Certificate]
    /// What is said of each certificate.
    public let singles: [Single]

    private let layout: OCSPResponseLayout

    /// Parses the DER of exactly one response that has an answer.
    public init(der: [UInt8]) throws(RevocationListError) {
        let layout: OCSPResponseLayout
        let fields: OCSPResponseFields
        do {
            layout = try OCSPResponseLayout(der)
        } catch {
            throw .malformed(reason: error.description)
        }
        do {
            fields = try der.withUnsafeBufferPointer { buffer throws(OpenSSLError) in
                OCSPResponseFields(try OCSPResponseHandle(der: buffer))
            }
        } catch {
            throw .malformed(reason: error.description)
        }
        guard let responder = fields.responder else { throw .malformed(reason: "the responder has no name") }
        self.der = der
        self.layout = layout
        self.responder = responder
        sha256 = SHA256Digest(of: der)
        signatureAlgorithm = fields.signatureAlgorithm
        certificates = layout.certificates.compactMap { try? Certificate(der: Array(der[$0])) }
        singles = fields.singles
    }

    /// Whether the responder's identifier is that of a certificate.
    func names(_ certificate: Certificate) -> Bool {
        switch responder {
        case .name(let name): GeneralName.directory(name).isSame(as: .directory(certificate.subject))
        case .keyHash(let hash): OCSPIdentity.keyDigest(of: certificate, .sha1) == hash
        }
    }
}

extension OCSPResponse: SignedObject {
    /// The part that was signed.
    var signedPart: ArraySlice<UInt8> { der[layout.signedPart] }
    /// The signature, without the octet that counts unused bits.
    var signature: ArraySlice<UInt8> { der[layout.signature] }
}

/// Where the parts of an OCSP response stand in its DER (RFC 6960, 4.2.1).
struct OCSPResponseLayout: Sendable {
    let signedPart: Range<Int>
    let signature: Range<Int>
    let certificates: [Range<Int>]

    init(_ der: [UInt8]) throws(DERReader.Failure) {
        var file = DERReader(der)
        var response = file.inside(try file.next(DERReader.Tag.sequence, "an OCSP response"))
        try file.finish("the OCSP response")
        _ = try response.next(Self.enumerated, "the response's status")
        var explicit = response.inside(try response.next(DERReader.Tag.context(0), "the response's content"))
        var typed = explicit.inside(try explicit.next(DERReader.Tag.sequence, "the response's content"))
        _ = try typed.next(DERReader.Tag.objectIdentifier, "the response's type")
        var octets = typed.inside(try typed.next(DERReader.Tag.octetString, "the basic response"))
        var basic = octets.inside(try octets.next(DERReader.Tag.sequence, "the basic response"))
        signedPart = try basic.next(DERReader.Tag.sequence, "the signed part").whole
        _ = try basic.next(DERReader.Tag.sequence, "the signature algorithm")
        signature = try basic.nextSignature()
        var certificates: [Range<Int>] = []
        if !basic.isAtEnd {
            var outer = basic.inside(try basic.next(DERReader.Tag.context(0), "the certificates"))
            var list = outer.inside(try outer.next(DERReader.Tag.sequence, "the certificates"))
            while !list.isAtEnd { certificates.append(try list.next().whole) }
        }
        self.certificates = certificates
    }

    private static let enumerated: UInt8 = 0x0a
}
