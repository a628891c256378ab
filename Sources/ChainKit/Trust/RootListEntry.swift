import Octets
import OpenSSLBridge

/// One root of Microsoft's list: which certificate it is and on what terms it is trusted.
///
/// An immutable reference, like ``Certificate``. Two entries are equal when their encodings are, so the same root in
/// two versions of the list is equal exactly where nothing about it changed.
public final class RootListEntry: Sendable {
    /// A date that restricts a root, as the list gives it.
    public enum RestrictionDate: Sendable, Hashable {
        case absent
        /// A date of no length: a restriction that was there and has been taken back.
        case withdrawn
        case from(Instant)

        /// The date, nil where there is none in force.
        public var instant: Instant? {
            if case .from(let instant) = self { instant } else { nil }
        }
    }

    /// A policy of property 83: extended validation, where it is not the dummy 1.3.6.1.4.1.311.94.1.1.
    public struct Policy: Sendable, Hashable {
        /// The policy.
        public let identifier: ObjectIdentifier
        /// The octets of the root programme's flags, nil where there are none.
        public let flags: [UInt8]?
    }

    /// A property that this reader does not interpret.
    public struct UnknownProperty: Sendable, Hashable {
        /// The attribute's identifier.
        public let identifier: ObjectIdentifier
        /// The property's number where the identifier is a property's.
        public let number: Int?
        /// The value as it stands there.
        public let value: [UInt8]

        /// Whether the property may restrict the root.
        ///
        /// 123 (an address) and 129 (a digest) are defined in wincrypt.h and do not; 84 (name constraints), 128 (a second disabling date) and whatever is not known there may.
        public var mayRestrict: Bool { number != 123 && number != 129 }
    }

    /// The SHA-1 of the certificate, the list's key.
    public let thumbprint: Thumbprint
    /// Property 98, the SHA-256 of the certificate.
    public var sha256: SHA256Digest? { properties.sha256 }
    /// Property 11.
    ///
    /// Not always a name of the CA, and not unique: show the certificate's subject beside it.
    public var friendlyName: String? { properties.friendlyName }
    /// The friendly name without the direction marks that some have, nil where there is none.
    public var displayName: String? {
        guard let friendlyName else { return nil }
        return String(String.UnicodeScalarView(friendlyName.unicodeScalars.filter { $0 != "\u{200e}" }))
    }

    /// Property 20.
    public var keyIdentifier: [UInt8]? { properties.keyIdentifier }
    /// Property 29, the MD5 of the subject's DER.
    public var subjectMD5: [UInt8]? { properties.subjectMD5 }
    /// Property 9, what the root is trusted for; nil means everything.
    public var purposes: [KeyPurpose]? { properties.purposes }
    /// Property 104: from then on nothing that chains to the root is trusted.
    public var disabled: RestrictionDate { properties.disabled }
    /// Property 122: never trusted for these.
    ///
    /// Stands alone and does not narrow ``disabled``.
    public var disallowedPurposes: [KeyPurpose]? { properties.disallowedPurposes }
    /// Property 126: certificates issued from then on are not trusted.
    public var notBefore: RestrictionDate { properties.notBefore }
    /// Property 127, the purposes that ``notBefore`` is about; nil means every purpose.
    public var notBeforePurposes: [KeyPurpose]? { properties.notBeforePurposes }
    /// Property 83.
    public var policies: [Policy]? { properties.policies }
    /// Property 105; without effect on trust.
    public var chainPolicies: [ObjectIdentifier]? { properties.chainPolicies }
    /// What this reader does not interpret, in the list's order.
    public var unknownProperties: [UnknownProperty] { properties.unknown }

    private let properties: RootListProperties

    /// The DER of the entry.
    package let encoding: ArraySlice<UInt8>

    init(_ element: DERReader.Element, in list: DERReader) throws(DERReader.Failure) {
        var reader = list.inside(element)
        let key = try reader.next(DERReader.Tag.octetString, "a thumbprint")
        guard let thumbprint = Thumbprint(octets: reader[key.content]) else {
            throw DERReader.Failure(offset: key.whole.lowerBound, reason: "a thumbprint is not 20 octets")
        }
        let attributes = reader.inside(try reader.next(DERReader.Tag.set, "the properties of a root"))
        try reader.finish("the properties of a root")
        properties = try RootListProperties(attributes)
        self.thumbprint = thumbprint
        encoding = list[element.whole]
    }
}

extension RootListEntry: Hashable {
    /// Equal when the encodings are.
    public static func == (one: RootListEntry, other: RootListEntry) -> Bool {
        one === other || one.encoding == other.encoding
    }

    /// Feeds the thumbprint.
    public func hash(into hasher: inout Hasher) { hasher.combine(thumbprint) }
}

extension RootListEntry {
    /// Applies the list's terms.
    ///
    /// The order of the checks decides only which of several reasons is given. Dates are taken as from their first
    /// instant on; Microsoft says "after" and leaves the instant itself open. Intermediates' dates play no part.
    ///
    /// - Parameters:
    ///   - certificate: the root itself, nil where it is not to be had; its extKeyUsage then cannot narrow the answer.
    ///   - purpose: what the certificate below is to be used for.
    ///   - leafNotBefore: the notBefore of the end of the path, not of an intermediate.
    ///   - instant: the time of the check.
    /// - Returns: the verdict; the root's own validity dates are not part of it.
    public func verdict(
        on certificate: Certificate?,
        for purpose: KeyPurpose,
        leafNotBefore: Instant,
        at instant: Instant
    ) -> RootVerdict {
        verdict(
            on: certificate,
            for: purpose,
            leafNotBefore: leafNotBefore,
            at: instant,
            ignoringDisabling: false
        )
    }

    /// The same with the disabling date left out of account where asked, to compare readings of property 122.
    public func verdict(
        on certificate: Certificate?,
        for purpose: KeyPurpose,
        leafNotBefore: Instant,
        at instant: Instant,
        ignoringDisabling: Bool
    ) -> RootVerdict {
        var notes: [RootVerdict.Note] = []
        let cause = cause(certificate, purpose, leafNotBefore, instant, ignoringDisabling, &notes)
        return RootVerdict(
            cause: cause,
            purpose: purpose,
            leafNotBefore: leafNotBefore,
            notes: cause == .trusted ? notes : [],
            isPilot: certificate?.publicKey.kind == .mlDSA(87)
        )
    }

    private func cause(
        _ certificate: Certificate?,
        _ purpose: KeyPurpose,
        _ leafNotBefore: Instant,
        _ instant: Instant,
        _ ignoringDisabling: Bool,
        _ notes: inout [RootVerdict.Note]
    ) -> RootVerdict.Cause {
        if let certificate, !matches(certificate) { return .digest }
        let restrictions = unknownProperties.filter(\.mayRestrict)
        if !restrictions.isEmpty { return .properties(restrictions.map(\.identifier)) }
        if !ignoringDisabling, let date = disabled.instant {
            if instant >= date { return .disabled(since: date) }
            notes.append(.willBeDisabled(on: date))
        }
        if let purposes, !purposes.contains(purpose) { return .notListed }
        if let own = certificate?.extendedKeyUsage, !own.contains(purpose), !own.contains(.any) {
            return .notInExtension
        }
        // Property 122 stands alone: Microsoft's notices disallow a purpose without disabling the root, and leave
        // 122 in place when they disable the root later.
        if disallowedPurposes?.contains(purpose) == true { return .disallowed }
        guard notBeforePurposes?.contains(purpose) ?? true else { return .trusted }
        switch notBefore {
        case .from(let date):
            if leafNotBefore >= date { return .issuedTooLate(since: date) }
            notes.append(.renewalWouldBeRejected(since: date))
        case .absent:
            // A scope without a date occurs once; other readers of the list take it as "always" too.
            if notBeforePurposes != nil { return .neverForPurpose }
        case .withdrawn: break
        }
        return .trusted
    }

    /// Whether property 29 is the MD5 of the certificate's subject.
    package func hasSubjectDigest(of certificate: Certificate) -> Bool {
        subjectMD5 == MessageDigest.md5?.octets(of: certificate.subject.der)
    }

    /// Whether this is the entry of exactly that certificate.
    func matches(_ certificate: Certificate) -> Bool {
        certificate.thumbprint == thumbprint && (sha256 == nil || certificate.sha256 == sha256)
    }
}
