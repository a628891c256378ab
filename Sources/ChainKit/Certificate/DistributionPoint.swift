import Octets
import OpenSSLBridge

/// One place where revocation of a certificate is told (RFC 5280, 4.2.1.13).
public struct DistributionPoint: Sendable, Hashable {
    /// How the place is named.
    public enum Name: Sendable, Hashable {
        /// Different names of one and the same place.
        case full([GeneralName])
        /// A name relative to the issuer of the list.
        case relative(DistinguishedName)

        init?(_ decoded: ExtensionDecoding.DistributionPointName?) {
            switch decoded {
            case .full(let names): self = .full(names.map(GeneralName.init))
            case .relative(let der):
                guard let name = DistinguishedName(der: der) else { return nil }
                self = .relative(name)
            case nil: return nil
            }
        }

        /// All names of the place, a relative one completed with the name of the list's issuer.
        func names(relativeTo issuer: DistinguishedName) -> [GeneralName] {
            switch self {
            case .full(let names): names
            case .relative(let last): issuer.appending(last).map { [.directory($0)] } ?? []
            }
        }
    }

    /// How the place is named, nil where only ``issuer`` names it.
    public let name: Name?
    /// The reasons that are told there, nil for all.
    public let reasons: RevocationReasons?
    /// Who signs the list there, nil where that is the certificate's issuer.
    public let issuer: [GeneralName]?

    init(name: Name?, reasons: RevocationReasons? = nil, issuer: [GeneralName]? = nil) {
        self.name = name
        self.reasons = reasons
        self.issuer = issuer
    }

    init(_ decoded: ExtensionDecoding.DistributionPoint) {
        self.init(
            name: Name(decoded.name),
            reasons: decoded.reasons.map(RevocationReasons.init(bits:)),
            issuer: decoded.issuer?.map(GeneralName.init)
        )
    }
}

extension DistinguishedName {
    /// The name with the relative names of another one after its own.
    func appending(_ other: DistinguishedName) -> DistinguishedName? {
        guard let own = DERReader.element(in: der, at: 0, end: der.count),
            let added = DERReader.element(in: other.der, at: 0, end: other.der.count)
        else { return nil }
        let content = der[own.content] + other.der[added.content]
        return DistinguishedName(der: DERFraming.sequence(contentLength: content.count) + content)
    }
}

extension GeneralName {
    /// Whether two names are the same: directory names by RFC 5280, 7.1, others octet by octet.
    ///
    /// Kinds that are not interpreted are never the same as anything.
    func isSame(as other: GeneralName) -> Bool {
        switch (self, other) {
        case (.directory(let one), .directory(let two)):
            one == two || NameComparisonKey(one) == NameComparisonKey(two)
        case (.other, _): false
        default: self == other
        }
    }
}

/// A set of reasons for which a list may revoke: the bits of ReasonFlags (RFC 5280, 4.2.1.13).
public struct RevocationReasons: OptionSet, Sendable, Hashable {
    /// Bit n of the encoding is bit n here; bit 0 is unused.
    public let rawValue: UInt16

    /// Takes the bits as they are.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Every reason, keyCompromise to aACompromise: what a list without restriction covers.
    public static let all = RevocationReasons(rawValue: 0b1_1111_1110)

    init(bits: [Bool]) {
        let value = bits.prefix(9).enumerated().reduce(UInt16(0)) { $1.element ? $0 | 1 << $1.offset : $0 }
        self.init(rawValue: value & Self.all.rawValue)
    }
}
