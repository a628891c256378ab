/// Processes the certificate policies of a complete path (RFC 5280, 6.1.2 to 6.1.5, with the graph of RFC 9618).
struct PolicyValidation {
    private var graph = PolicyGraph()
    private var mappingsRead = 0
    private var explicitPolicy: Int
    private var policyMapping: Int
    private var inhibitAnyPolicy: Int
    private let inputs: PolicyInputs

    /// What is wrong with a path's policies; positions count from the target.
    ///
    /// `certificates` holds the path without its anchor, target first. A path in which nothing demands a policy and
    /// nothing maps one cannot fail, and is not looked at further. `stepsLeft` is what is left of the search's
    /// ``PathBudget/policySteps``; below zero it has run out, and the path has the defect `policiesNotChecked`.
    static func defects(
        of certificates: ArraySlice<Certificate>,
        inputs: PolicyInputs,
        stepsLeft: inout Int
    ) -> [PathDefect] {
        guard inputs.requiresExplicitPolicy || certificates.contains(where: \.controlsPolicies) else {
            return []
        }
        var validation = PolicyValidation(inputs: inputs, count: certificates.count)
        let budget = stepsLeft
        defer { stepsLeft = budget - validation.steps }
        for (position, certificate) in certificates.enumerated().reversed() {
            guard validation.steps <= budget else { return [PathDefect(.policiesNotChecked, at: position)] }
            validation.take(certificate, isTarget: position == 0)
            if validation.explicitPolicy == 0 && validation.graph.isEmpty {
                return [PathDefect(.policyMissing, at: position)]
            }
            guard position > 0 else { break }
            guard validation.prepareForNext(certificate) else {
                return [PathDefect(.policyMappingInvalid, at: position)]
            }
        }
        guard validation.steps <= budget else { return [PathDefect(.policiesNotChecked, at: 0)] }
        guard let target = certificates.first, !validation.wrapUp(target) else { return [] }
        return [PathDefect(.policyMissing, at: 0)]
    }

    private var steps: Int { graph.steps + mappingsRead }

    /// 6.1.2 (d) to (f).
    private init(inputs: PolicyInputs, count: Int) {
        self.inputs = inputs
        explicitPolicy = inputs.requiresExplicitPolicy ? 0 : count + 1
        policyMapping = inputs.inhibitsMapping ? 0 : count + 1
        inhibitAnyPolicy = inputs.inhibitsAnyPolicy ? 0 : count + 1
    }

    /// 6.1.3 (d) and (e).
    private mutating func take(_ certificate: Certificate, isTarget: Bool) {
        guard certificate.firstExtension(CertificateExtension.Identifier.certificatePolicies) != nil else {
            graph.clear()
            return
        }
        guard !graph.isEmpty else { return }
        let allowsAnyPolicy = inhibitAnyPolicy > 0 || !isTarget && certificate.isSelfIssued
        graph.descend(Set(certificate.policies), allowsAnyPolicy: allowsAnyPolicy)
    }

    /// 6.1.4 (a), (b) and (h) to (j); false where anyPolicy is mapped.
    private mutating func prepareForNext(_ certificate: Certificate) -> Bool {
        let mappings = certificate.policyMappings
        guard !mappings.contains(where: { $0.issuer == .anyPolicy || $0.subject == .anyPolicy }) else {
            return false
        }
        mappingsRead += mappings.count
        var subjects: [ObjectIdentifier: Set<ObjectIdentifier>] = [:]
        for mapping in mappings { subjects[mapping.issuer, default: []].insert(mapping.subject) }
        if policyMapping > 0 {
            for (issuer, subject) in subjects { graph.map(issuer, to: subject) }
        } else if !subjects.isEmpty {
            graph.remove(subjects.keys)
        }
        if !certificate.isSelfIssued {
            explicitPolicy = max(0, explicitPolicy - 1)
            policyMapping = max(0, policyMapping - 1)
            inhibitAnyPolicy = max(0, inhibitAnyPolicy - 1)
        }
        let constraints = certificate.policyConstraints
        if let number = constraints?.requireExplicitPolicy { explicitPolicy = min(explicitPolicy, number) }
        if let number = constraints?.inhibitPolicyMapping { policyMapping = min(policyMapping, number) }
        if let number = certificate.inhibitAnyPolicy { inhibitAnyPolicy = min(inhibitAnyPolicy, number) }
        return true
    }

    /// 6.1.5 (a), (b) and (g): whether the path's policies are good.
    private mutating func wrapUp(_ target: Certificate) -> Bool {
        explicitPolicy = max(0, explicitPolicy - 1)
        if target.policyConstraints?.requireExplicitPolicy == 0 { explicitPolicy = 0 }
        guard explicitPolicy == 0 else { return true }
        let authority = graph.authorityConstrained
        guard let acceptable = inputs.acceptable else { return !authority.isEmpty }
        return authority.contains(.anyPolicy) || !authority.isDisjoint(with: acceptable)
    }
}

extension Certificate {
    /// Whether the certificate holds something that can make a path fail for its policies.
    fileprivate var controlsPolicies: Bool {
        // By place: to take each extension out of the list would count its references up and down.
        extensions.indices.contains {
            extensions[$0].identifier == CertificateExtension.Identifier.policyConstraints
                || extensions[$0].identifier == CertificateExtension.Identifier.policyMappings
        }
    }
}

/// What a relying party asks of certificate policies (RFC 5280, 6.1.1 (c) to (g)).
public struct PolicyInputs: Sendable, Hashable {
    /// The policies that the relying party accepts; nil stands for any.
    public var acceptable: Set<ObjectIdentifier>?
    /// Whether the path must be valid for at least one acceptable policy.
    public var requiresExplicitPolicy = false
    /// Whether policies may not be mapped.
    public var inhibitsMapping = false
    /// Whether anyPolicy in a certificate stands for nothing.
    public var inhibitsAnyPolicy = false

    /// Accepts any policy and asks for none.
    public init() {}
}

/// The policies that are valid at each depth of a path, and how they came there (RFC 9618, which replaces the tree of
/// RFC 5280, 6.1).
///
/// RFC 5280's valid_policy_tree can double at every certificate (CVE-2023-0464). The graph says the same with one node
/// for each policy and depth, so its size is bounded by what the certificates hold.
struct PolicyGraph {
    private struct Node {
        var expected: Set<ObjectIdentifier>
        var parents: Set<ObjectIdentifier>
    }

    /// Nodes made and lines between them followed: what the graph has cost so far.
    private(set) var steps = 0

    /// A level a depth; nodes by their valid_policy.
    private var levels: [[ObjectIdentifier: Node]] = [
        [.anyPolicy: Node(expected: [.anyPolicy], parents: [])]
    ]

    /// Whether nothing is left at the deepest level: RFC 5280 then calls the tree NULL.
    var isEmpty: Bool { levels.last?.isEmpty ?? true }

    /// Takes in a certificate's policies (6.1.3 (d)).
    mutating func descend(_ policies: Set<ObjectIdentifier>, allowsAnyPolicy: Bool) {
        let above = levels.last ?? [:]
        // Turned around once: to ask every node above for every policy is quadratic.
        var parentsByPolicy: [ObjectIdentifier: Set<ObjectIdentifier>] = [:]
        for (parent, node) in above {
            steps += node.expected.count
            for policy in node.expected where policy != .anyPolicy && policies.contains(policy) {
                parentsByPolicy[policy, default: []].insert(parent)
            }
        }
        var level: [ObjectIdentifier: Node] = [:]
        steps += policies.count
        for policy in policies where policy != .anyPolicy {
            var parents = parentsByPolicy[policy] ?? []
            if parents.isEmpty, above[.anyPolicy] != nil { parents = [.anyPolicy] }
            if !parents.isEmpty { level[policy] = Node(expected: [policy], parents: parents) }
        }
        if allowsAnyPolicy, policies.contains(.anyPolicy) {
            for (parent, node) in above {
                steps += node.expected.count
                for policy in node.expected {
                    // Those made above stand for themselves; the others come by way of anyPolicy.
                    if policies.contains(policy), policy != .anyPolicy { continue }
                    level[policy, default: Node(expected: [policy], parents: [])].parents.insert(parent)
                }
            }
        }
        levels.append(level)
        prune()
    }

    /// Forgets everything: a certificate without policies (6.1.3 (e)).
    mutating func clear() { levels[levels.count - 1] = [:] }

    /// Lets an issuer's policy stand for others from here on (6.1.4 (b)(1)).
    mutating func map(_ issuerPolicy: ObjectIdentifier, to subjectPolicies: Set<ObjectIdentifier>) {
        let depth = levels.count - 1
        if levels[depth][issuerPolicy] != nil {
            levels[depth][issuerPolicy]?.expected = subjectPolicies
        } else if levels[depth][.anyPolicy] != nil {
            levels[depth][issuerPolicy] = Node(expected: subjectPolicies, parents: [.anyPolicy])
        }
    }

    /// Drops policies that may not be mapped (6.1.4 (b)(2)).
    mutating func remove(_ policies: some Sequence<ObjectIdentifier>) {
        for policy in policies { levels[levels.count - 1][policy] = nil }
        prune()
    }

    /// The policies under which the authorities vouch for the path (6.1.5 (g)): those that anyPolicy first let in, and
    /// anyPolicy itself where it reaches the end.
    var authorityConstrained: Set<ObjectIdentifier> {
        guard !isEmpty else { return [] }
        var policies: Set<ObjectIdentifier> = []
        for level in levels {
            for (policy, node) in level where policy != .anyPolicy && node.parents == [.anyPolicy] {
                policies.insert(policy)
            }
        }
        if levels.last?[.anyPolicy] != nil { policies.insert(.anyPolicy) }
        return policies
    }

    /// Removes nodes that lead to nothing below (6.1.3 (d)(3)), up to the first level that loses none.
    private mutating func prune() {
        for depth in stride(from: levels.count - 2, through: 0, by: -1) {
            var needed: Set<ObjectIdentifier> = []
            for node in levels[depth + 1].values {
                steps += node.parents.count
                needed.formUnion(node.parents)
            }
            guard needed.count < levels[depth].count else { return }
            levels[depth] = levels[depth].filter { needed.contains($0.key) }
        }
    }
}

extension ObjectIdentifier {
    /// anyPolicy (RFC 5280, 4.2.1.4).
    public static let anyPolicy = ObjectIdentifier("2.5.29.32.0")
}
