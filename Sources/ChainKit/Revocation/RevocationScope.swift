import OpenSSLBridge

/// Whether a list is about a certificate at all (RFC 5280, 6.3.3 (b)).
enum RevocationScope {
    /// Whether issuer and issuing distribution point of a complete list cover the certificate at a distribution point.
    static func covers(
        _ certificate: Certificate,
        at point: DistributionPoint,
        by list: RevocationList
    ) -> Bool {
        guard matchesIssuer(of: certificate, at: point, by: list) else { return false }
        guard let scope = list.issuingDistributionPoint else { return true }
        return matchesName(of: certificate, at: point, by: list, scope)
            && matchesKind(of: certificate, scope)
    }

    /// 6.3.3 (b)(1): who must have issued the list.
    private static func matchesIssuer(
        of certificate: Certificate,
        at point: DistributionPoint,
        by list: RevocationList
    ) -> Bool {
        guard let issuers = point.issuer else {
            return GeneralName.directory(list.issuer).isSame(as: .directory(certificate.issuer))
        }
        return list.issuingDistributionPoint?.indirectCRL == true
            && issuers.contains { $0.isSame(as: .directory(list.issuer)) }
    }

    /// 6.3.3 (b)(2)(i): the place at which the list stands.
    private static func matchesName(
        of certificate: Certificate,
        at point: DistributionPoint,
        by list: RevocationList,
        _ scope: IssuingDistributionPoint
    ) -> Bool {
        guard let place = scope.name else { return true }
        let offered = place.names(relativeTo: list.issuer)
        // A relative name is completed with the list's issuer where the point names one (4.2.1.13).
        let wanted =
            point.name?.names(relativeTo: point.listIssuer ?? certificate.issuer) ?? point.issuer ?? []
        return offered.contains { name in wanted.contains { $0.isSame(as: name) } }
    }

    /// 6.3.3 (b)(2)(ii) to (iv): the kinds of certificate that the list covers.
    private static func matchesKind(of certificate: Certificate, _ scope: IssuingDistributionPoint) -> Bool {
        if scope.onlyContainsUserCerts, certificate.isAuthority { return false }
        if scope.onlyContainsCACerts, !certificate.isAuthority { return false }
        return !scope.onlyContainsAttributeCerts
    }
}

extension DistributionPoint {
    /// The distinguished name of whoever signs the list at this point, nil where that is the certificate's issuer.
    var listIssuer: DistinguishedName? {
        for name in issuer ?? [] {
            if case .directory(let name) = name { return name }
        }
        return nil
    }

    /// The point that stands for all lists of a certificate's issuer (6.3.3, the paragraph after (l)).
    init(issuerOf certificate: Certificate) {
        self.init(name: .full([.directory(certificate.issuer)] + certificate.issuerAlternativeNames))
    }
}

/// What a list covers, by its issuingDistributionPoint extension (RFC 5280, 5.2.5).
package struct IssuingDistributionPoint: Sendable, Hashable {
    /// The place at which the list is found, nil for a list of no place in particular.
    package let name: DistributionPoint.Name?
    /// Whether the list covers certificates of end entities only.
    package let onlyContainsUserCerts: Bool
    /// Whether the list covers certificates of authorities only.
    package let onlyContainsCACerts: Bool
    /// Whether the list covers attribute certificates only.
    package let onlyContainsAttributeCerts: Bool
    /// Whether the list covers certificates of other issuers too.
    package let indirectCRL: Bool
    /// The reasons that the list covers, nil for all.
    package let onlySomeReasons: RevocationReasons?

    /// Nil where the value does not decode, and where it makes more than one of the exclusive promises.
    init?(value: UnsafeBufferPointer<UInt8>) {
        guard let decoded = ExtensionDecoding.issuingDistributionPoint(value) else { return nil }
        let promises = [
            decoded.onlyUserCertificates, decoded.onlyAuthorityCertificates,
            decoded.onlyAttributeCertificates,
        ]
        guard promises.count(where: { $0 }) <= 1 else { return nil }
        name = DistributionPoint.Name(decoded.name)
        onlyContainsUserCerts = decoded.onlyUserCertificates
        onlyContainsCACerts = decoded.onlyAuthorityCertificates
        onlyContainsAttributeCerts = decoded.onlyAttributeCertificates
        indirectCRL = decoded.isIndirect
        onlySomeReasons = decoded.onlySomeReasons.map(RevocationReasons.init(bits:))
    }
}

/// Which delta list brings a complete list up to date (RFC 5280, 5.2.4 and 6.3.3 (c)).
enum RevocationDeltas {
    /// The newest delta that may be combined with a complete list at an instant.
    static func newest(
        for complete: RevocationList,
        among deltas: [RevocationList],
        at time: Instant
    ) -> RevocationList? {
        deltas.first { delta in
            isSameScope(delta, complete) && isCombinable(delta, with: complete)
                && delta.fault(at: time) == nil
        }
    }

    /// 6.3.3 (c)(1) to (3): the same issuer, the same issuing distribution point, the same key.
    static func isSameScope(_ delta: RevocationList, _ complete: RevocationList) -> Bool {
        GeneralName.directory(delta.issuer).isSame(as: .directory(complete.issuer))
            && delta.issuingDistributionPoint == complete.issuingDistributionPoint
            && delta.authorityKeyIdentifier == complete.authorityKeyIdentifier
    }

    /// 5.2.4 (c) and (d): the complete list is not older than the delta's base and older than the delta.
    static func isCombinable(_ delta: RevocationList, with complete: RevocationList) -> Bool {
        guard let base = delta.deltaBase, let number = complete.number, let newer = delta.number else {
            return false
        }
        return base <= number && number < newer
    }
}

extension RevocationList {
    /// What keeps the list from being used to call a certificate good at an instant, nil where nothing does.
    func fault(at time: Instant) -> RevocationDoubt? {
        if let unknown = unknownCriticalExtensions.first { return .criticalExtensionNotUnderstood(unknown) }
        if let start = thisUpdate.instant, time < start { return .notYetValid(from: start) }
        if let end = nextUpdate?.instant, time > end { return .stale(since: end) }
        return defects.first.map { .malformed($0.text) }
    }
}
