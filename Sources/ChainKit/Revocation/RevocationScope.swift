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
