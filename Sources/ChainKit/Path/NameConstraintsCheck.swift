/// Applies the name constraints of a path's authorities to the names below them (RFC 5280, 6.1.3 (b) and (c)).
struct NameConstraintsCheck {
    /// Comparisons that are left of the budget.
    private(set) var comparisonsLeft: Int

    init(budget: Int) { comparisonsLeft = budget }

    var isExhausted: Bool { comparisonsLeft <= 0 }

    /// What is wrong with the names of a certificate under one authority's constraints.
    mutating func defects(
        of certificate: Certificate,
        isTarget: Bool,
        under constraints: Certificate.NameConstraints
    ) -> [PathDefect.Kind] {
        // A self-issued certificate of an authority's key rollover is exempt (6.1.3 (b)).
        if certificate.isSelfIssued && !isTarget { return [] }
        var defects: [PathDefect.Kind] = []
        for name in Self.names(of: certificate, isTarget: isTarget) {
            if let defect = defect(of: name, under: constraints), !defects.contains(defect) {
                defects.append(defect)
            }
            if isExhausted { break }
        }
        return defects
    }

    private mutating func defect(
        of name: GeneralName,
        under constraints: Certificate.NameConstraints
    ) -> PathDefect.Kind? {
        comparisonsLeft -= constraints.excluded.count + constraints.permitted.count
        guard comparisonsLeft > 0 else { return nil }
        for base in constraints.excluded {
            switch NameConstraintMatching.relation(of: name, to: base, isExcluding: true) {
            case .within: return .nameExcluded(Self.text(of: name))
            case .incomparable: return .nameConstraintsNotUnderstood
            case .outside, .otherKind: break
            }
        }
        var isConstrained = false
        for base in constraints.permitted {
            switch NameConstraintMatching.relation(of: name, to: base, isExcluding: false) {
            case .within: return nil
            case .incomparable: return .nameConstraintsNotUnderstood
            case .outside: isConstrained = true
            case .otherKind: break
            }
        }
        return isConstrained ? .nameNotPermitted(Self.text(of: name)) : nil
    }

    /// The names that constraints bind: the subject, all of the subjectAltName and, where that is absent from the target,
    /// a common name that is a host name.
    ///
    /// The last departs from RFC 5280, which binds only subjectAltName, because Exchange reads the common name.
    private static func names(of certificate: Certificate, isTarget: Bool) -> [GeneralName] {
        var names = certificate.subjectAlternativeNames
        if !certificate.subject.isEmpty { names.append(.directory(certificate.subject)) }
        for mailbox in certificate.subject.values(of: AttributeType.emailAddress) {
            names.append(.email(Array(mailbox.utf8)))
        }
        if isTarget, certificate.subjectAlternativeNames.isEmpty {
            names += certificate.subject.values(of: AttributeType.commonName)
                .filter { $0.contains(".") && IPAddress($0) == nil && DNSName($0) != nil }
                .map { .dns(Array($0.utf8)) }
        }
        return names
    }

    private static func text(of name: GeneralName) -> String {
        switch name {
        case .dns, .email, .uri: name.text ?? ""
        case .ip(let octets): IPAddress(octets: octets)?.text ?? Hexadecimal.string(octets)
        case .directory(let name): name.rfc4514
        case .other(let tag): "a name of kind \(tag)"
        }
    }
}
