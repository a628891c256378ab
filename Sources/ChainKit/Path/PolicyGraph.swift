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
