/// The name constraints of one authority, ready to be compared.
struct PreparedNameConstraints: Sendable {
    let permitted: [ComparableName]
    let excluded: [ComparableName]

    init(_ constraints: Certificate.NameConstraints) {
        permitted = constraints.permitted.map(ComparableName.init(base:))
        excluded = constraints.excluded.map(ComparableName.init(base:))
    }
}

/// Applies the name constraints of a path's authorities to the names below them (RFC 5280, 6.1.3 (b) and (c)).
struct NameConstraintsCheck {
    /// Comparisons that are left of the budget.
    private var comparisonsLeft: Int

    init(budget: Int) { comparisonsLeft = budget }

    /// Whether the budget ran out, so that not all names were compared.
    private(set) var isExhausted = false

    /// What is wrong with the names of a certificate under one authority's constraints.
    mutating func defects(
        of certificate: Certificate,
        isTarget: Bool,
        under constraints: PreparedNameConstraints
    ) -> [PathDefect.Kind] {
        // A self-issued certificate of an authority's key rollover is exempt (6.1.3 (b)).
        if certificate.isSelfIssued && !isTarget { return [] }
        var defects: [PathDefect.Kind] = []
        for name in Self.names(of: certificate, isTarget: isTarget) {
            comparisonsLeft -= constraints.excluded.count + constraints.permitted.count
            guard comparisonsLeft >= 0 else {
                isExhausted = true
                return defects + [.nameConstraintsNotChecked]
            }
            if let defect = Self.defect(of: name, under: constraints), !defects.contains(defect) {
                defects.append(defect)
            }
        }
        return defects
    }

    private static func defect(of name: GeneralName, under constraints: PreparedNameConstraints) -> PathDefect
        .Kind?
    {
        let comparable = ComparableName(name: name)
        for base in constraints.excluded {
            switch NameConstraintMatching.relation(of: comparable, to: base, isExcluding: true) {
            case .within: return .nameExcluded(text(of: name))
            case .incomparable: return .nameConstraintsNotUnderstood
            case .outside, .otherKind: break
            }
        }
        var isConstrained = false
        for base in constraints.permitted {
            switch NameConstraintMatching.relation(of: comparable, to: base, isExcluding: false) {
            case .within: return nil
            case .incomparable: return .nameConstraintsNotUnderstood
            case .outside: isConstrained = true
            case .otherKind: break
            }
        }
        return isConstrained ? .nameNotPermitted(text(of: name)) : nil
    }

    /// The names that constraints bind: the subject, all of the subjectAltName and, where a target has none of that, a
    /// common name that is a host name.
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
