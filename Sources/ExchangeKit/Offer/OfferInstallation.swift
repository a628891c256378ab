package import ChainKit

/// What changes in an Exchange organisation when a certificate comes that does not exist yet.
package struct OfferInstallation: Sendable {
    /// An installed certificate beside the new one.
    package struct Neighbour: Sendable {
        /// The installed certificate.
        package let installed: InstalledCertificate
        /// Whether a connector presents it today, or may, where that cannot be told.
        package let isPresented: Bool
        /// Whether it has the new one's issuer and subject, so that a TlsCertificateName means both.
        package let sharesTlsCertificateName: Bool
        /// Whether the subject is the same and the issuer another one: a TlsCertificateName must be set anew.
        package let hasOtherIssuer: Bool
        /// Names that it has and the new one will not have.
        package let lostNames: [String]
    }

    /// A connector that names a certificate which the new one would take the place of, by a name that is not its.
    package struct PinnedConnector: Sendable {
        /// The connector.
        package let connector: TransportConnector
        /// The installed certificate that it is pinned to.
        package let thumbprint: String
    }

    /// Installed certificates that a connector presents or that share its name, without self-signed ones.
    package let neighbours: [Neighbour]
    /// Connectors whose TlsCertificateName must be set anew for the new certificate to be used.
    package let pinned: [PinnedConnector]
    /// What becomes of the connectors once it is imported and assigned to SMTP.
    package let difference: DiagnosisDifference

    /// What stands in the place of the file from which the new certificate would be imported.
    package static let place = "the offer"

    /// Looks at what the best issuance of an offer changes; nil where nobody was named who would issue.
    ///
    /// - Parameters:
    ///   - vetting: what the offer amounts to.
    ///   - inventory: what Exchange exported.
    ///   - diagnostician: says what its connectors present, before and after.
    package init?(
        of vetting: Vetting,
        in inventory: ExchangeInventory,
        diagnostician: Diagnostician
    ) {
        guard let issuance = vetting.issuances.first else { return nil }
        let time = vetting.offer.start
        let certificate = issuance.certificate
        let before = diagnostician.diagnose(inventory, at: time)
        let place = ExchangeObjectPlace(path: Self.place, line: 1)
        let changed = inventory.applying(.importing(certificate, services: .smtp, from: place))
        let after = diagnostician.diagnose(changed, at: time, presuming: [issuance.record])
        difference = DiagnosisDifference(from: before, to: after)
        let presented = Set(before.situation.connectors.flatMap(\.thumbprints))
        let (issuer, subject) = (certificate.issuer.dotNet, certificate.subject.dotNet)
        let matcher = NameMatcher(certificate)
        var seen: Set<String> = []
        let found = inventory.certificates.compactMap { installed -> Neighbour? in
            guard installed.isSelfSigned != true, installed.dotNetIssuer != installed.dotNetSubject,
                seen.insert(installed.thumbprint).inserted
            else { return nil }
            let neighbour = Neighbour(
                installed: installed,
                isPresented: presented.contains(installed.thumbprint),
                sharesTlsCertificateName: installed.dotNetIssuer == issuer
                    && installed.dotNetSubject == subject,
                hasOtherIssuer: installed.dotNetSubject == subject && installed.dotNetIssuer != issuer,
                lostNames: (installed.hostNames ?? []).filter { !matcher.presents($0) }
            )
            let isOfConcern =
                neighbour.isPresented || neighbour.sharesTlsCertificateName || neighbour.hasOtherIssuer
            return isOfConcern ? neighbour : nil
        }
        neighbours = found
        let name = TlsCertificateName(certificate)
        let connectors =
            inventory.sendConnectors.map(TransportConnector.send)
            + inventory.receiveConnectors.map(TransportConnector.receive)
        pinned = connectors.compactMap { connector in
            guard let text = connector.tlsCertificateName.value, !text.isEmpty, text != name.text else {
                return nil
            }
            let pin = TlsCertificateName(reading: text)
            let meant = found.first { TlsCertificateNameMatch(pin, $0.installed).isMatch }
            return meant.map { PinnedConnector(connector: connector, thumbprint: $0.installed.thumbprint) }
        }
    }
}

extension ConnectorPrediction {
    /// The certificates of which one is presented.
    fileprivate var thumbprints: [String] {
        switch choice.outcome {
        case .presented(let candidate): [candidate.installed.thumbprint]
        case .undetermined(let candidates, _): candidates.map(\.installed.thumbprint)
        case .none: []
        }
    }
}

extension InstalledCertificate {
    /// The host names of the certificate, nil where they are not known.
    fileprivate var hostNames: [String]? {
        guard let certificate else { return domains }
        return certificate.subjectAlternativeNames.compactMap { name in
            if case .dns = name { name.text?.lowercased() } else { nil }
        }
    }
}

extension NameMatcher {
    /// Whether a name of another certificate is covered; a wildcard counts as a host under it.
    fileprivate func presents(_ name: String) -> Bool {
        if name.hasPrefix("*.") {
            // Only a wildcard covers a host that nobody has named.
            return ReferenceIdentifier("any" + name.dropFirst()).map { coverage(of: $0).isCovered } ?? true
        }
        return ReferenceIdentifier(name).map { coverage(of: $0).isCovered } ?? true
    }
}
