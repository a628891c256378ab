import Octets

/// The name constraints of one authority, ready to be compared.
final class PreparedNameConstraints: Sendable {
    let permitted: NameConstraintIndex
    let excluded: NameConstraintIndex
    /// False where a subtree has a minimum or maximum, which RFC 5280, 4.2.1.10 leaves without a meaning.
    let isUnderstood: Bool
    /// How many bases there are.
    let count: Int

    init(_ constraints: Certificate.NameConstraints) {
        permitted = NameConstraintIndex(constraints.permitted.map { ComparableName(base: $0) })
        excluded = NameConstraintIndex(
            constraints.excluded.map { ComparableName(base: $0, isExcluded: true) }
        )
        isUnderstood = !constraints.hasDistances
        count = constraints.permitted.count + constraints.excluded.count
    }
}

/// Applies the name constraints of authorities to the names below them (RFC 5280, 6.1.3 (b) and (c)); one for a whole
/// search, whose paths share certificates and a budget.
struct NameConstraintsCheck {
    private let budget: Int
    /// Comparisons made so far; each name counts as one more, however few constraints there are.
    private(set) var comparisons = 0
    private var preparedNames: [NamesKey: [PreparedName]] = [:]

    init(budget: Int) { self.budget = budget }

    /// Names of one certificate that are told one by one; the rest is counted.
    static let mostTold = 10

    /// Pairs of a name and a constraint of its kind in one certificate under one authority: beyond this number the
    /// verifier of BoringSSL refuses a path, and so does this, however few comparisons the index needs.
    private static let mostPairs = 1 << 20

    private static func pairs(_ names: [PreparedName], _ constraints: PreparedNameConstraints) -> Int {
        guard names.count * constraints.count > mostPairs else { return 0 }
        return names.reduce(0) {
            let kind = $1.comparable.kind
            return $0 + constraints.permitted.count(of: kind) + constraints.excluded.count(of: kind)
        }
    }

    private struct NamesKey: Hashable {
        let certificate: SHA256Digest
        let isTarget: Bool
    }

    private struct PreparedName {
        let name: GeneralName
        let comparable: ComparableName
    }

    /// What is wrong with the names of a certificate under one authority's constraints.
    ///
    /// Ends with `nameConstraintsNotChecked` where the budget ran out before all names were compared.
    mutating func defects(
        of certificate: Certificate,
        isTarget: Bool,
        under constraints: PreparedNameConstraints
    ) -> [PathDefect.Kind] {
        // A self-issued certificate of an authority's key rollover is exempt (6.1.3 (b)).
        if certificate.isSelfIssued && !isTarget { return [] }
        guard constraints.isUnderstood else { return [.nameConstraintsNotUnderstood] }
        guard comparisons <= budget else { return [.nameConstraintsNotChecked] }
        let names = names(of: certificate, isTarget: isTarget)
        guard Self.pairs(names, constraints) <= Self.mostPairs else { return [.nameConstraintsNotChecked] }
        var defects: [PathDefect.Kind] = []
        var untold = 0
        for name in names {
            comparisons += 1
            let breach = breach(of: name.comparable, constraints)
            guard comparisons <= budget else {
                if untold > 0 { defects.append(.furtherNamesRefused(untold)) }
                return defects + [.nameConstraintsNotChecked]
            }
            guard let breach else { continue }
            if breach == .notUnderstood, defects.contains(.nameConstraintsNotUnderstood) { continue }
            guard defects.count < Self.mostTold else {
                untold += 1
                continue
            }
            let defect = breach.defect(Self.text(of: name.name))
            if !defects.contains(defect) { defects.append(defect) }
        }
        if untold > 0 { defects.append(.furtherNamesRefused(untold)) }
        return defects
    }

    private mutating func names(of certificate: Certificate, isTarget: Bool) -> [PreparedName] {
        let key = NamesKey(certificate: certificate.sha256, isTarget: isTarget)
        if let known = preparedNames[key] { return known }
        let made = Self.names(of: certificate, isTarget: isTarget).map {
            PreparedName(name: $0, comparable: ComparableName(name: $0))
        }
        preparedNames[key] = made
        return made
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

    private mutating func breach(
        of name: ComparableName,
        _ constraints: PreparedNameConstraints
    ) -> Breach? {
        var found: Breach?
        constraints.excluded.forEachCandidate(for: name, isExcluding: true, comparisons: &comparisons) {
            base in
            switch NameConstraintMatching.relation(of: name, to: base, isExcluding: true) {
            case .within: found = .excluded
            case .incomparable: found = .notUnderstood
            case .outside, .otherKind: break
            }
            return found == nil
        }
        guard found == nil, constraints.permitted.hasBases(of: name.kind) else { return found }
        found = .notPermitted
        constraints.permitted.forEachCandidate(for: name, isExcluding: false, comparisons: &comparisons) {
            base in
            switch NameConstraintMatching.relation(of: name, to: base, isExcluding: false) {
            case .within: found = nil
            case .incomparable: found = .notUnderstood
            case .outside, .otherKind: break
            }
            return found == .notPermitted
        }
        return found
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
        case .dns, .email, .uri: (name.text ?? "").shortened
        case .ip(let octets): IPAddress(octets: octets)?.text ?? Hexadecimal.string(octets).shortened
        case .directory(let name): name.rfc4514.shortened
        case .other(let tag): "a name of kind \(tag)"
        }
    }
}
