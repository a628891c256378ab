/// The bases of one authority's permitted or excluded subtrees, found by the names that they may concern.
///
/// A certificate can hold 40,000 names and each authority above it as many constraints: to compare all with all takes
/// minutes. The index only leaves out bases that are certainly outside; what a name and a base mean to each other is for
/// ``NameConstraintMatching`` alone.
struct NameConstraintIndex: Sendable {
    /// An octet string that hashes in one go.
    private struct Label: Hashable {
        let octets: ArraySlice<UInt8>

        func hash(into hasher: inout Hasher) { octets.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    /// A step down the tree of names: from the top-level domain to the host, or along a distinguished name.
    private enum Step: Hashable {
        case label(Label)
        /// A mailbox below its host.
        case mailbox(Label)
        case relativeName(NameComparisonKey)
    }

    private struct Edge: Hashable {
        let node: Int
        let step: Step
    }

    private struct Node {
        var bases: [ComparableName] = []
        /// The bases of all nodes directly below this one.
        var basesBelow: [ComparableName] = []
    }

    /// Where the tree of each kind of name begins.
    private let roots: [ComparableName.Kind: Int]
    private let nodes: [Node]
    private let edges: [Edge: Int]
    /// Bases that any name of their kind must be held against.
    private let others: [ComparableName.Kind: [ComparableName]]
    /// Addresses under their masks, by mask.
    private let subnets: [[UInt8]: [[UInt8]: [ComparableName]]]
    private let all: [ComparableName.Kind: [ComparableName]]

    init(_ bases: [ComparableName]) {
        var builder = Builder()
        var seen: Set<ComparableName> = []
        for base in bases where seen.insert(base).inserted { builder.add(base) }
        roots = builder.roots
        nodes = builder.nodes
        edges = builder.edges
        others = builder.others
        subnets = builder.subnets
        all = Dictionary(grouping: seen, by: \.kind)
    }

    /// How many different bases there are for a kind of name.
    func count(of kind: ComparableName.Kind) -> Int { all[kind]?.count ?? 0 }

    /// Whether the authority constrains names of a kind at all.
    func hasBases(of kind: ComparableName.Kind) -> Bool { all[kind] != nil }

    /// Hands over each base that may concern a name, until `body` returns false, and counts what that costs.
    ///
    /// `isExcluding` says whether bases below a wildcard count, which may stand for a name that they exclude.
    func forEachCandidate(
        for name: ComparableName,
        isExcluding: Bool,
        comparisons: inout Int,
        _ body: (ComparableName) -> Bool
    ) {
        func handOver(_ bases: [ComparableName]) -> Bool {
            for base in bases {
                comparisons += 1
                guard body(base) else { return false }
            }
            return true
        }
        if case .malformed(let kind) = name {
            _ = handOver(all[kind] ?? [])
            return
        }
        guard let kind = all[name.kind].map({ _ in name.kind }) else { return }
        if !isExcluding { guard handOver(others[kind] ?? []) else { return } }
        if case .ip(let address) = name {
            for (mask, bases) in subnets where mask.count == address.count {
                comparisons += 1
                guard handOver(bases[Self.masked(address[...], mask)] ?? []) else { return }
            }
        } else {
            guard visitTree(for: name, isExcluding: isExcluding, handOver) else { return }
        }
        if isExcluding { _ = handOver(others[kind] ?? []) }
    }

    private func visitTree(
        for name: ComparableName,
        isExcluding: Bool,
        _ handOver: ([ComparableName]) -> Bool
    ) -> Bool {
        guard var node = roots[name.kind] else { return true }
        var isWhole = true
        // What is one label below the rest of a wildcard stands below the last node but one.
        var parent: Int? = nil
        let (steps, isWildcard) = Self.steps(of: name)
        guard handOver(nodes[node].bases) else { return false }
        for (place, step) in steps.enumerated() {
            if place == steps.count - 1 { parent = node }
            guard let next = edges[Edge(node: node, step: step)] else {
                isWhole = false
                break
            }
            node = next
            guard handOver(nodes[node].bases) else { return false }
        }
        if isExcluding, isWildcard, let parent {
            guard handOver(nodes[parent].basesBelow) else { return false }
        }
        guard isWhole, case .email(let whole, _) = name,
            let mailbox = edges[Edge(node: node, step: .mailbox(Label(octets: whole[...])))]
        else { return true }
        return handOver(nodes[mailbox].bases)
    }

    private static let dot = UInt8(ascii: ".")
    private static let asterisk = UInt8(ascii: "*")

    /// The way down to a name, and whether its first label holds a `*`.
    private static func steps(of name: ComparableName) -> (steps: [Step], isWildcard: Bool) {
        switch name {
        case .dns(let octets): (labels(of: octets), octets.prefix { $0 != dot }.contains(asterisk))
        case .uri(let host), .email(_, let host): (labels(of: host), false)
        case .directory(let keys): (keys.map(Step.relativeName), false)
        case .ip, .other, .malformed: ([], false)
        }
    }

    private static func labels(of octets: [UInt8]) -> [Step] {
        octets.split(separator: dot, omittingEmptySubsequences: false).reversed()
            .map { .label(Label(octets: $0)) }
    }

    private static func masked(_ address: ArraySlice<UInt8>, _ mask: [UInt8]) -> [UInt8] {
        zip(address, mask).map { $0 & $1 }
    }

    private struct Builder {
        var roots: [ComparableName.Kind: Int] = [:]
        var nodes: [Node] = []
        var edges: [Edge: Int] = [:]
        var others: [ComparableName.Kind: [ComparableName]] = [:]
        var subnets: [[UInt8]: [[UInt8]: [ComparableName]]] = [:]

        mutating func add(_ base: ComparableName) {
            switch base {
            case .other, .malformed: others[base.kind, default: []].append(base)
            case .ip(let octets):
                let mask = Array(octets.suffix(octets.count / 2))
                let address = NameConstraintIndex.masked(octets.prefix(octets.count / 2), mask)
                subnets[mask, default: [:]][address, default: []].append(base)
            case .dns(let octets): add(base, at: Self.steps(to: octets))
            case .uri(let octets): add(base, at: Self.steps(to: octets))
            case .email(let whole, let host):
                let mailbox: [Step] = whole == host ? [] : [.mailbox(Label(octets: whole[...]))]
                add(base, at: Self.steps(to: host) + mailbox)
            case .directory(let keys): add(base, at: keys.map(Step.relativeName))
            }
        }

        /// The labels that every name below a base shares with it: from the right up to one that is empty or holds a
        /// `*`, without a dot at either end.
        private static func steps(to base: [UInt8]) -> [Step] {
            let isAbsolute = base.last == NameConstraintIndex.dot
            return Array(
                NameConstraintIndex.labels(of: isAbsolute ? base.dropLast() : base).prefix { step in
                    guard case .label(let label) = step else { return false }
                    return !label.octets.isEmpty && !label.octets.contains(NameConstraintIndex.asterisk)
                }
            )
        }

        private mutating func add(_ base: ComparableName, at steps: [Step]) {
            var node = roots[base.kind] ?? addNode()
            roots[base.kind] = node
            var parent: Int?
            for step in steps {
                parent = node
                let edge = Edge(node: node, step: step)
                node = edges[edge] ?? addNode()
                edges[edge] = node
            }
            nodes[node].bases.append(base)
            if let parent { nodes[parent].basesBelow.append(base) }
        }

        private mutating func addNode() -> Int {
            nodes.append(Node())
            return nodes.count - 1
        }
    }
}
