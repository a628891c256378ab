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
