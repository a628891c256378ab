/// What RFC 5280 asks of a certificate in a path beyond its signature and its end.
enum PathRequirements {
    /// Defects of one kind that are told one by one; the rest is counted.
    private static let mostTold = 10

    /// What is wrong with any certificate of a path, the target among them, in itself.
    static func defects(of certificate: Certificate, for party: RelyingParty) -> [PathDefect.Kind] {
        var defects: [PathDefect.Kind] = []
        for defect in certificate.encodingDefects { defects.append(.encoding(defect)) }
        if let notBefore = certificate.notBefore.instant, party.time < notBefore {
            defects.append(.notYetValid)
        }
        if let notAfter = certificate.notAfter.instant, party.time > notAfter { defects.append(.expired) }
        if let purposes = certificate.extendedKeyUsage, party.purpose != .any,
            !purposes.contains(party.purpose), !purposes.contains(.any)
        {
            defects.append(.purposeExcluded(party.purpose))
        }
        let unknown = criticalExtensionsNotUnderstood(in: certificate)
        for identifier in unknown.prefix(mostTold) {
            defects.append(.criticalExtensionNotUnderstood(identifier))
        }
        if unknown.count > mostTold { defects.append(.furtherCriticalExtensions(unknown.count - mostTold)) }
        return defects
    }

    /// Whether the target's keyUsage leaves the purpose nothing to do with the key (RFC 5280, 4.2.1.3 and 4.2.1.12).
    ///
    /// An authority's certificate whose key may sign certificates is not asked for more, here as at its peers: that it is
    /// an authority's is a finding of its own.
    static func keyUsageDefect(of target: Certificate, for purpose: KeyPurpose) -> PathDefect.Kind? {
        guard let usage = target.keyUsage, usage.forbids(purpose) else { return nil }
        return target.isAuthority && usage.contains(.keyCertSign) ? nil : .keyUsageExcluded(purpose)
    }

    /// The critical extensions that nothing here reads (RFC 5280, 4.2).
    ///
    /// Microsoft's application policies say in other words what extKeyUsage says: beside it they are understood.
    static func criticalExtensionsNotUnderstood(in certificate: Certificate) -> [ObjectIdentifier] {
        var found: [ObjectIdentifier] = []
        let extensions = certificate.extensions
        for place in extensions.indices where extensions[place].isCritical {
            let identifier = extensions[place].identifier
            if isUnderstood(identifier) { continue }
            if identifier == Identifier.applicationPolicies, certificate.extendedKeyUsage != nil { continue }
            found.append(identifier)
        }
        return found
    }

    /// What keeps a certificate from issuing others; `below` counts the non-self-issued issuers under it.
    static func issuerDefects(of certificate: Certificate, below: Int) -> [PathDefect.Kind] {
        var defects: [PathDefect.Kind] = []
        switch certificate.basicConstraints {
        case .authority(let maximum):
            if let maximum, below > maximum { defects.append(.pathLengthExceeded(maximum: maximum)) }
        case .notAuthority, nil: defects.append(.notAuthority)
        }
        if let usage = certificate.keyUsage, !usage.contains(.keyCertSign) {
            defects.append(.keyCertSignMissing)
        }
        return defects
    }

    private typealias Identifier = CertificateExtension.Identifier

    private static func isUnderstood(_ identifier: ObjectIdentifier) -> Bool {
        switch identifier {
        case Identifier.keyUsage, Identifier.basicConstraints, Identifier.extKeyUsage,
            Identifier.subjectAltName, Identifier.issuerAltName, Identifier.nameConstraints,
            Identifier.subjectKeyIdentifier, Identifier.authorityKeyIdentifier,
            Identifier.cRLDistributionPoints, Identifier.certificatePolicies, Identifier.policyMappings,
            Identifier.policyConstraints, Identifier.inhibitAnyPolicy, Identifier.authorityInfoAccess:
            true
        default: false
        }
    }
}
