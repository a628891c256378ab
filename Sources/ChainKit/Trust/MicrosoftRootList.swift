import Octets
import OpenSSLBridge

/// Microsoft's list of trusted roots with the roots' certificates: what Windows, and so Exchange Online, trusts.
///
/// Made for a cheap start: the list is read at once, a root's certificate on first use and then kept. Property 29 of
/// every entry is the MD5 of its subject's DER, so a root is found by name without parsing any other.
public final class MicrosoftRootList: Sendable {
    /// When Microsoft made the list.
    public let thisUpdate: Instant
    /// The sequence number as hexadecimal text; of two lists the greater is the newer.
    public let sequenceNumber: String
    /// The roots in the list's order.
    public let entries: [RootListEntry]

    private let list: CertificateTrustList
    private let message: [UInt8]
    private let certificates: RootCertificates
    private let byThumbprint: [Thumbprint: Int]
    private let bySubjectDigest: [[UInt8]: [Int]]
    private let cache: Locked<Cache>

    private struct Cache {
        var anchors: [Int: TrustAnchor] = [:]
        /// Made when the first name is asked for that no root has byte for byte.
        var names: RootNames?
    }

    /// The list that came with this version of chaincheck.
    public static func embedded() throws(RootListError) -> MicrosoftRootList {
        try MicrosoftRootList(stl: EmbeddedRoots.list) { _ throws(DERReader.Failure) in
            try RootCertificates.embedded()
        }
    }

    /// Reads a list; an entry whose certificate is not among `certificates` stays without.
    ///
    /// - Parameters:
    ///   - stl: the octets of an authroot.stl. Its signature is not checked here: see ``verifySignature()``.
    ///   - certificates: DER encodings in any order; what the list does not name is passed over.
    ///   - includingEmbedded: whether the certificates of the built-in list serve as well.
    /// - Throws: ``RootListError/malformed(reason:offset:)`` for anything the format does not provide for.
    public convenience init(
        stl: [UInt8],
        certificates: [[UInt8]],
        includingEmbedded: Bool = false
    ) throws(RootListError) {
        try self.init(stl: stl) { entries throws(DERReader.Failure) in
            var candidates = certificates.map { $0[...] }
            if includingEmbedded {
                candidates += try RootCertificates.embedded().available.map { $0[...] }
            }
            return RootCertificates(candidates, for: entries)
        }
    }

    private init(
        stl: [UInt8],
        certificates: ([RootListEntry]) throws(DERReader.Failure) -> RootCertificates
    ) throws(RootListError) {
        do {
            list = try CertificateTrustList(stl)
            self.certificates = try certificates(list.entries)
        } catch {
            throw .malformed(reason: error.reason, offset: error.offset)
        }
        message = stl
        thisUpdate = list.thisUpdate
        sequenceNumber = Hexadecimal.string(list.sequenceNumber)
        entries = list.entries
        var byThumbprint: [Thumbprint: Int] = Dictionary(minimumCapacity: entries.count)
        var bySubjectDigest: [[UInt8]: [Int]] = Dictionary(minimumCapacity: entries.count)
        for (position, entry) in entries.enumerated() {
            byThumbprint[entry.thumbprint] = position
            if let digest = entry.subjectMD5 { bySubjectDigest[digest, default: []].append(position) }
        }
        self.byThumbprint = byThumbprint
        self.bySubjectDigest = bySubjectDigest
        cache = Locked(Cache())
    }

    /// How many of the roots have their certificate here; to the others no path can be found.
    public var available: Int { entries.indices.count(where: certificates.has) }

    /// Verifies Microsoft's signature at ``thisUpdate`` up to the pinned root.
    public func verifySignature() throws(RootListError) -> RootListSignature {
        try RootListSignature(of: list, in: message)
    }

    /// Past this age a list is likely not the newest: Microsoft changed it four times in the first ten months of 2026.
    public static let daysUntilStale = 90

    /// The list's age in whole days, negative before its date.
    public func ageInDays(at instant: Instant) -> Int { thisUpdate.days(until: instant) }

    /// The entry of a root.
    public func entry(_ thumbprint: Thumbprint) -> RootListEntry? {
        byThumbprint[thumbprint].map { entries[$0] }
    }

    /// The certificate of a root, nil where it is not to be had.
    public func certificate(of thumbprint: Thumbprint) -> Certificate? {
        byThumbprint[thumbprint].flatMap { anchor(at: $0)?.certificate }
    }

    private func anchor(at position: Int) -> TrustAnchor? {
        if let anchor = cache.withLock({ $0.anchors[position] }) { return anchor }
        guard let encoding = certificates[position], let certificate = try? Certificate(der: encoding),
            entries[position].matches(certificate)
        else { return nil }
        let anchor = TrustAnchor(certificate: certificate, terms: .microsoft(entries[position]))
        return cache.withLock { cache in
            // Another thread may have been faster; then its certificate is the one to share.
            if let known = cache.anchors[position] { return known }
            cache.anchors[position] = anchor
            return anchor
        }
    }
}

extension MicrosoftRootList: TrustAnchorSource {
    /// Every root of the name: those that have it byte for byte, and where there is none those whose name is equal.
    public func anchors(named name: DistinguishedName) -> [TrustAnchor] {
        // Without MD5 every name is looked up by comparison, which is slower and finds the same.
        let exact = MessageDigest.md5.flatMap { bySubjectDigest[$0.octets(of: name.der)] } ?? []
        let anchors = exact.compactMap(anchor(at:)).filter { $0.certificate.subject == name }
        if !anchors.isEmpty { return anchors }
        let positions = cache.withLock { cache in
            var names = cache.names.take() ?? RootNames(of: certificates, count: entries.count)
            defer { cache.names = names }
            return names.positions(of: name)
        }
        return positions.compactMap(anchor(at:))
    }

    /// The root that is exactly the certificate.
    public func anchor(for certificate: Certificate) -> TrustAnchor? {
        guard let position = byThumbprint[certificate.thumbprint], entries[position].matches(certificate)
        else {
            return nil
        }
        // The caller holds the certificate, so it need not be among the list's own.
        return anchor(at: position)
            ?? TrustAnchor(certificate: certificate, terms: .microsoft(entries[position]))
    }
}

extension MicrosoftRootList {
    /// The list's verdict on a root that is known by its thumbprint.
    public func verdict(
        on thumbprint: Thumbprint,
        for purpose: KeyPurpose,
        leafNotBefore: Instant,
        at instant: Instant
    ) -> RootVerdict {
        guard let entry = entry(thumbprint) else { return unlisted(purpose, leafNotBefore) }
        return entry.verdict(
            on: certificate(of: thumbprint),
            for: purpose,
            leafNotBefore: leafNotBefore,
            at: instant
        )
    }

    /// The list's verdict on a certificate that a path ends at.
    public func verdict(
        on root: Certificate,
        for purpose: KeyPurpose,
        leafNotBefore: Instant,
        at instant: Instant
    ) -> RootVerdict {
        guard let entry = entry(root.thumbprint) else { return unlisted(purpose, leafNotBefore) }
        return entry.verdict(on: root, for: purpose, leafNotBefore: leafNotBefore, at: instant)
    }

    private func unlisted(_ purpose: KeyPurpose, _ leafNotBefore: Instant) -> RootVerdict {
        RootVerdict(
            cause: .notInList(of: thisUpdate),
            purpose: purpose,
            leafNotBefore: leafNotBefore,
            notes: [],
            isPilot: false
        )
    }
}
