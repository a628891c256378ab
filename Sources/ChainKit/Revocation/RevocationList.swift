import Octets
import OpenSSLBridge

/// One certificate revocation list, parsed once, every fact a plain value.
///
/// Entries are found by issuer and serial number without a walk (`RevocationEntries`), for lists of a million entries.
public final class RevocationList: Sendable {
    /// What the list says of one certificate.
    public struct Entry: Sendable, Hashable {
        /// Since when it is revoked, nil where the date is malformed.
        public let date: Instant?
        /// Why, nil where the list does not say.
        public let reason: RevocationReason?
    }

    /// The encoding, byte for byte.
    public let der: [UInt8]
    /// The digest of `der`: the list's identity.
    public let sha256: SHA256Digest
    /// The version as X.509 counts it, from 1.
    public let version: Int
    /// Who signed the list.
    public let issuer: DistinguishedName
    /// When the list was made.
    public let thisUpdate: ValidityTime
    /// When the next one is due at the latest, nil where the list does not say.
    public let nextUpdate: ValidityTime?
    /// How the list was signed.
    public let signatureAlgorithm: SignatureAlgorithm
    /// The cRLNumber extension.
    package let number: RevocationListNumber?
    /// The deltaCRLIndicator extension: the number of the base list, nil where the list is complete.
    package let deltaBase: RevocationListNumber?
    /// The issuingDistributionPoint extension, nil where there is none.
    package let issuingDistributionPoint: IssuingDistributionPoint?
    /// The key identifier of the authorityKeyIdentifier extension.
    public let authorityKeyIdentifier: [UInt8]?
    /// How many entries the list has.
    public let entryCount: Int
    /// Critical extensions, of the list or of an entry, that are not understood: the list must not be used.
    public let unknownCriticalExtensions: [ObjectIdentifier]
    /// What makes the list unfit to call a certificate good.
    package let defects: [RevocationListDefect]

    private let layout: RevocationListLayout
    private let entries: RevocationEntries

    /// Parses the DER of exactly one list.
    ///
    /// - Throws: ``RevocationListError`` where the octets are none; lesser faults stand in `defects`.
    public init(der: [UInt8]) throws(RevocationListError) {
        let layout: RevocationListLayout
        let fields: RevocationListFields
        do {
            layout = try RevocationListLayout(der)
        } catch {
            throw .malformed(reason: error.description)
        }
        guard let issuer = DistinguishedName(der: Array(der[layout.issuer])) else {
            throw .malformed(reason: "the issuer is not a name")
        }
        let entries: RevocationEntries
        do {
            if let read = RevocationEntries(der, in: layout.entries?.content ?? 0..<0, issuer: issuer) {
                entries = read
                fields = try layout.withoutEntries(der).withUnsafeBufferPointer {
                    buffer throws(OpenSSLError) in
                    RevocationListFields(try X509CRLHandle(der: buffer), entries: read)
                }
            } else {
                guard der.count <= Self.mostOctetsNotStrict else {
                    throw RevocationListError.malformed(reason: "its entries are not in DER")
                }
                (fields, entries) = try Self.readNotStrict(der, issuer: issuer)
            }
        } catch let error as RevocationListError {
            throw error
        } catch let error as OpenSSLError {
            throw .malformed(reason: error.description)
        } catch {
            throw .malformed(reason: "its entries do not decode")
        }
        self.der = der
        self.layout = layout
        self.issuer = issuer
        sha256 = SHA256Digest(of: der)
        version = fields.version
        thisUpdate = fields.thisUpdate
        nextUpdate = fields.nextUpdate
        signatureAlgorithm = fields.signatureAlgorithm
        number = fields.number
        deltaBase = fields.deltaBase
        issuingDistributionPoint = fields.issuingDistributionPoint
        authorityKeyIdentifier = fields.authorityKeyIdentifier
        entryCount = entries.count
        unknownCriticalExtensions = fields.unknownCriticalExtensions
        defects = fields.defects + (layout.algorithmsAgree ? [] : [.signatureAlgorithmsDiffer])
        self.entries = entries
    }

    /// Octets of a list whose entries are not strict DER: OpenSSL takes some fourteen times as much memory to read it.
    private static let mostOctetsNotStrict = 4 << 20

    /// Reads a list whose entries are not strict DER, which OpenSSL takes all the same.
    private static func readNotStrict(
        _ der: [UInt8],
        issuer: DistinguishedName
    ) throws -> (RevocationListFields, RevocationEntries) {
        try der.withUnsafeBufferPointer { buffer in
            let handle = try X509CRLHandle(der: buffer)
            let encoded = handle.encodedEntries
            guard let entries = RevocationEntries(encoded, in: 0..<encoded.count, issuer: issuer) else {
                throw RevocationListError.malformed(reason: "its entries do not decode")
            }
            return (RevocationListFields(handle, entries: entries), entries)
        }
    }

    /// Whether the list only tells what changed since another one.
    public var isDelta: Bool { deltaBase != nil }

    /// What the list says of a certificate by its issuer and serial number.
    public func entry(for certificate: Certificate) -> Entry? {
        entries.entry(for: certificate)
    }
}

extension RevocationList: SignedObject {
    /// The part that was signed.
    var signedPart: ArraySlice<UInt8> { der[layout.signedPart] }
    /// The signature, without the octet that counts unused bits.
    var signature: ArraySlice<UInt8> { der[layout.signature] }
}

/// The number of a list: any length, never negative.
package struct RevocationListNumber: Sendable, Hashable, Comparable {
    private let magnitude: [UInt8]

    init(magnitude: [UInt8]) { self.magnitude = Array(magnitude.drop { $0 == 0 }) }

    /// Compares as numbers.
    package static func < (one: Self, other: Self) -> Bool {
        one.magnitude.count == other.magnitude.count
            ? one.magnitude.lexicographicallyPrecedes(other.magnitude)
            : one.magnitude.count < other.magnitude.count
    }
}

/// Why octets are not a revocation list.
public enum RevocationListError: Error, Hashable, Sendable {
    case malformed(reason: String)

    /// The reason, lower case, no full stop.
    public var reason: String {
        switch self {
        case .malformed(let reason): reason
        }
    }
}

/// A departure from RFC 5280, section 5 that makes a list unfit to call a certificate good.
///
/// What such a list revokes is revoked all the same: its issuer signed that.
package enum RevocationListDefect: Sendable, Hashable {
    /// The version is neither 1 nor 2, or there are extensions and it is not 2 (5.1.2.1).
    case version(Int)
    /// thisUpdate does not decode.
    case thisUpdate(reason: String)
    /// nextUpdate does not decode.
    case nextUpdate(reason: String)
    /// There is no nextUpdate, so that nothing says until when the list holds (5.1.2.5).
    case nextUpdateMissing
    /// A time before 2050 is a GeneralizedTime (5.1.2.4 and 5.1.2.5).
    case timeNotUTCTime
    /// The algorithm inside the signed part is another than the one outside (5.1.1.2).
    case signatureAlgorithmsDiffer
    /// An extension is critical that must not be (5.2.1, 5.2.3, 5.2.6, 5.2.7).
    case mustNotBeCritical(ObjectIdentifier)
    /// An extension's value does not decode.
    case extensionValue(ObjectIdentifier)
    /// An extension occurs twice.
    case repeatedExtension(ObjectIdentifier)

    /// The defect in words, lower case, no full stop.
    package var text: String {
        switch self {
        case .version(let version): "version \(version) does not fit it"
        case .thisUpdate(let reason): "its thisUpdate: \(reason)"
        case .nextUpdate(let reason): "its nextUpdate: \(reason)"
        case .nextUpdateMissing: "it has no nextUpdate"
        case .timeNotUTCTime: "a time before 2050 is not a UTCTime"
        case .signatureAlgorithmsDiffer: "its two signature algorithms differ"
        case .mustNotBeCritical(let identifier): "its extension \(identifier) must not be critical"
        case .extensionValue(let identifier): "its extension \(identifier) is malformed"
        case .repeatedExtension(let identifier): "its extension \(identifier) occurs twice"
        }
    }
}

/// Where the parts of a revocation list stand in its DER; the outer frame must be strict, as a certificate's.
struct RevocationListLayout: Sendable {
    let signedPart: Range<Int>
    let issuer: Range<Int>
    let signature: Range<Int>
    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 5.1.1.2).
    let algorithmsAgree: Bool
    /// The revokedCertificates, nil where there are none or something else stands in their place.
    let entries: DERReader.Element?
    private let signedContent: Range<Int>
    private let whole: Range<Int>

    init(_ der: [UInt8]) throws(DERReader.Failure) {
        var file = DERReader(der)
        var outer = file.inside(try file.next(DERReader.Tag.sequence, "a revocation list"))
        try file.finish("the revocation list")
        let signedPart = try outer.next(DERReader.Tag.sequence, "the signed part")
        let algorithm = try outer.next(DERReader.Tag.sequence, "the signature algorithm")
        let signature = try outer.nextSignature()
        try outer.finish("the signature")
        var part = outer.inside(signedPart)
        if part.nextTag == DERReader.Tag.integer { _ = try part.next() }
        let inner = try part.next(DERReader.Tag.sequence, "the signature algorithm")
        let issuer = try part.next(DERReader.Tag.sequence, "the issuer")
        self.signedPart = signedPart.whole
        self.issuer = issuer.whole
        self.signature = signature
        algorithmsAgree = der[algorithm.whole] == der[inner.whole]
        signedContent = signedPart.content
        whole = 0..<der.count
        _ = try? part.next()
        if let tag = part.nextTag, tag == DERReader.Tag.utcTime || tag == DERReader.Tag.generalizedTime {
            _ = try? part.next()
        }
        entries = part.nextTag == DERReader.Tag.sequence ? try? part.next() : nil
    }

    /// The list without its entries: small, whatever the list's size.
    func withoutEntries(_ der: [UInt8]) -> [UInt8] {
        guard let entries else { return der }
        let signed =
            der[signedContent.lowerBound..<entries.whole.lowerBound]
            + der[entries.whole.upperBound..<signedContent.upperBound]
        return DERFraming.element(
            DERReader.Tag.sequence,
            DERFraming.element(DERReader.Tag.sequence, signed) + der[signedPart.upperBound..<whole.upperBound]
        )
    }
}
