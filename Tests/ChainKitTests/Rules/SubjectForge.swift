import Forges
import TestSupport
import Testing

@testable import ChainKit
@testable import Octets

extension Subject {
    /// A subject as an audit makes it, with a real search for paths.
    ///
    /// `beside` are certificates of the same folder, `outside` others; `names` are those asked about.
    static func forged(
        _ target: [UInt8],
        under anchors: [ForgedCertificate] = [],
        listed: [ListedRoot] = [],
        beside: [ForgedCertificate] = [],
        outside: [ForgedCertificate] = [],
        names: [String] = [],
        at time: String = "2026-06-01",
        surroundings: Surroundings = Surroundings(),
        budget: PathBudget = PathBudget(),
        signatures: SignatureChecking = .checked
    ) throws -> Subject {
        let certificate = try Certificate(der: target)
        let instant = try #require(Instant(rfc3339: time))
        let source = try ForgedAnchors(anchors: anchors, listed: listed)
        let pool = IssuerPool(
            try beside.map { try Certificate(der: $0.der) },
            outside: try outside.map { try Certificate(der: $0.der) }
        )
        let builder = PathBuilder(
            anchors: source,
            pool: pool,
            party: RelyingParty(time: instant),
            budget: budget,
            signatureChecking: signatures
        )
        let matcher = NameMatcher(certificate)
        return Subject(
            certificate: certificate,
            search: builder.search(from: certificate),
            time: instant,
            coverage: try names.map { name in
                let reference = try #require(ReferenceIdentifier(name))
                return (reference, matcher.coverage(of: reference))
            },
            keyDecodes: builder.decodesKey(of: certificate, in: IssuerMemory()),
            surroundings: surroundings
        )
    }

    /// The same for a certificate as the forge made it.
    static func forged(
        _ target: ForgedCertificate,
        under anchors: [ForgedCertificate] = [],
        listed: [ListedRoot] = [],
        beside: [ForgedCertificate] = [],
        outside: [ForgedCertificate] = [],
        names: [String] = [],
        at time: String = "2026-06-01",
        surroundings: Surroundings = Surroundings(),
        budget: PathBudget = PathBudget(),
        signatures: SignatureChecking = .checked
    ) throws -> Subject {
        try forged(
            target.der,
            under: anchors,
            listed: listed,
            beside: beside,
            outside: outside,
            names: names,
            at: time,
            surroundings: surroundings,
            budget: budget,
            signatures: signatures
        )
    }
}

/// A root with the terms of a list's entry.
struct ListedRoot {
    /// One property of an entry.
    enum Term {
        case purposes([String])
        case disabled(String)
        case disallowed([String])
        case notBefore(String)
        case notBeforePurposes([String])
        case sha256([UInt8])
        /// A property that restricts the root in a way that the reader does not understand.
        case nameConstraints
    }

    let der: [UInt8]
    let terms: [Term]

    init(_ root: ForgedCertificate, _ terms: Term...) {
        der = root.der
        self.terms = terms
    }

    init(der: [UInt8], _ terms: Term...) {
        self.der = der
        self.terms = terms
    }

    /// The anchor, its entry read from DER as the list has it.
    func anchor() throws -> TrustAnchor {
        let certificate = try Certificate(der: der)
        let attributes = try terms.flatMap { try Self.attribute($0) }
        let encoding = DERWriter.sequence(
            DERWriter.octetString(certificate.thumbprint.octets),
            DERWriter.set(attributes)
        )
        var reader = DERReader(encoding)
        let entry = try RootListEntry(reader.next(DERReader.Tag.sequence, "an entry"), in: reader)
        return TrustAnchor(certificate: certificate, terms: .microsoft(entry))
    }

    private static func attribute(_ term: Term) throws -> [UInt8] {
        let (number, value): (Int, [UInt8]) =
            switch term {
            case .purposes(let purposes): (9, identifiers(purposes))
            case .disabled(let date): (104, try fileTime(date))
            case .disallowed(let purposes): (122, identifiers(purposes))
            case .notBefore(let date): (126, try fileTime(date))
            case .notBeforePurposes(let purposes): (127, identifiers(purposes))
            case .sha256(let digest): (98, digest)
            case .nameConstraints: (84, [0x05, 0x00])
            }
        return DERWriter.sequence(
            DERWriter.identifier("1.3.6.1.4.1.311.10.11.\(number)"),
            DERWriter.set(DERWriter.octetString(value))
        )
    }

    private static func identifiers(_ names: [String]) -> [UInt8] {
        DERWriter.sequence(names.flatMap(DERWriter.identifier))
    }

    /// Tenths of microseconds since 1601, little endian.
    private static func fileTime(_ date: String) throws -> [UInt8] {
        let instant = try #require(Instant(rfc3339: date))
        let ticks = UInt64(instant.seconds + 11_644_473_600) * 10_000_000
        return (0..<8).map { UInt8(truncatingIfNeeded: ticks >> (8 * $0)) }
    }
}

/// Private anchors and listed ones together.
private struct ForgedAnchors: TrustAnchorSource {
    let all: [TrustAnchor]

    init(anchors: [ForgedCertificate], listed: [ListedRoot]) throws {
        all =
            try anchors.map { TrustAnchor(certificate: try Certificate(der: $0.der), terms: .unrestricted) }
            + listed.map { try $0.anchor() }
    }

    func anchors(named name: DistinguishedName) -> [TrustAnchor] {
        all.filter { $0.certificate.subject == name }
    }

    func anchor(for certificate: Certificate) -> TrustAnchor? {
        all.first { $0.certificate == certificate }
    }
}
