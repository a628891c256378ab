/// The name constraints of one authority, ready to be compared.
struct PreparedNameConstraints: Sendable {
    /// By the kind of name that they bind: only names of one kind are compared.
    let permitted: [ComparableName.Kind: [ComparableName]]
    let excluded: [ComparableName.Kind: [ComparableName]]
    /// False where a subtree has a minimum or maximum, which RFC 5280, 4.2.1.10 leaves without a meaning.
    let isUnderstood: Bool

    init(_ constraints: Certificate.NameConstraints) {
        permitted = Dictionary(grouping: constraints.permitted.map { ComparableName(base: $0) }, by: \.kind)
        excluded = Dictionary(
            grouping: constraints.excluded.map { ComparableName(base: $0, isExcluded: true) },
            by: \.kind
        )
        isUnderstood = !constraints.hasDistances
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
        guard constraints.isUnderstood else { return [.nameConstraintsNotUnderstood] }
        var defects: [PathDefect.Kind] = []
        for name in Self.names(of: certificate, isTarget: isTarget) {
            let comparable = ComparableName(name: name)
            let excluded = constraints.excluded[comparable.kind] ?? []
            let permitted = constraints.permitted[comparable.kind] ?? []
            comparisonsLeft -= excluded.count + permitted.count
            guard comparisonsLeft >= 0 else {
                isExhausted = true
                return defects + [.nameConstraintsNotChecked]
            }
            let found = Self.breach(of: comparable, excluded: excluded, permitted: permitted)
            if let defect = found.map({ $0.defect(Self.text(of: name)) }), !defects.contains(defect) {
                defects.append(defect)
            }
        }
        return defects
    }

    /// How a name breaks the constraints of its kind.
    private enum Breach {
        case excluded, notPermitted, notUnderstood

        func defect(_ name: String) -> PathDefect.Kind {
            switch self {
            case .excluded: .nameExcluded(name)
            case .notPermitted: .nameNotPermitted(name)
            case .notUnderstood: .nameConstraintsNotUnderstood
            }
        }
    }

    private static func breach(
        of name: ComparableName,
        excluded: [ComparableName],
        permitted: [ComparableName]
    ) -> Breach? {
        for base in excluded {
            switch NameConstraintMatching.relation(of: name, to: base, isExcluding: true) {
            case .within: return .excluded
            case .incomparable: return .notUnderstood
            case .outside, .otherKind: break
            }
        }
        for base in permitted {
            switch NameConstraintMatching.relation(of: name, to: base, isExcluding: false) {
            case .within: return nil
            case .incomparable: return .notUnderstood
            case .outside, .otherKind: break
            }
        }
        return permitted.isEmpty ? nil : .notPermitted
    }

    /// The names that constraints bind: the subject, all of the subjectAltName and, where a target has no dNSName there,
    /// a common name that is a host name.
    ///
    /// The last departs from RFC 5280, which binds only subjectAltName, because Exchange reads the common name.
    private static func names(of certificate: Certificate, isTarget: Bool) -> [GeneralName] {
        var names = certificate.subjectAlternativeNames
        if !certificate.subject.isEmpty { names.append(.directory(certificate.subject)) }
        for mailbox in certificate.subject.values(of: AttributeType.emailAddress) {
            names.append(.email(Array(mailbox.utf8)))
        }
        if isTarget,
            !certificate.subjectAlternativeNames.contains(where: { if case .dns = $0 { true } else { false } }
            )
        {
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
