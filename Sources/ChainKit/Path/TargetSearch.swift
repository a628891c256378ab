import OpenSSLBridge

/// One target's search: who signed it, and what becomes of each way up from there.
struct TargetSearch {
    private let target: Certificate
    private let builder: PathBuilder
    private let memory: IssuerMemory
    private let ownDefects: [PathDefect]
    private(set) var attempts: [PathAttempt] = []
    private(set) var limitMet: PathBudget.Limit?
    /// Spent by the ways up from the issuers that were followed.
    private var issuersSpent = 0
    private var signaturesSpent = 0
    /// Whether a key is known that signed the target.
    private var isSignerKnown = false
    /// Whether the ways up from a signer were looked at.
    private var isSignerFollowed = false
    /// What is left for the policies of all ways together.
    private var policyStepsLeft: Int
    private var nameCheck: NameConstraintsCheck

    init(target: Certificate, builder: PathBuilder, memory: IssuerMemory) {
        self.target = target
        self.builder = builder
        self.memory = memory
        policyStepsLeft = builder.budget.policySteps
        nameCheck = NameConstraintsCheck(budget: builder.budget.nameConstraintComparisons)
        var defects = PathValidation.basicProcessing(of: target, for: builder.party)
        if let defect = PathValidation.wrapUp(target, for: builder.party.purpose) {
            defects.append(defect)
        }
        ownDefects = defects.isEmpty ? [] : defects.map { PathDefect($0, at: 0) }
    }

    private var issuers: IssuerTable { builder.issuers }
    private var signatures: SignatureChecker { builder.signatures }

    mutating func run() {
        let isChecked = signatures.checking == .checked
        if let anchor = issuers.anchor(for: target) {
            // No path is trusted without signatures, not even one that would need none: whoever leaves them
            // out looks quickly, and must not have to know the exception.
            append(UpwardPath(anchor: anchor), linkDefect: isChecked ? nil : notChecked, isTargetInPath: true)
            return
        }
        if !isChecked {
            let named = issuers.named(for: target, in: memory)
            if named.includesItself { appendDeadEnd(.selfSignedNotTrusted, linkDefect: notChecked) }
            follow(signersAmong: named.others)
            if attempts.isEmpty { appendDeadEnd(named.others.isEmpty ? .issuerMissing : .loop) }
            return
        }
        if target.isSelfIssued, signatures.ownResult(of: target, in: memory) == .valid {
            appendDeadEnd(.selfSignedNotTrusted)
            return
        }
        let candidates = issuers.candidates(for: target).filter { $0.certificate != target }
        follow(signersAmong: candidates)
        if attempts.isEmpty {
            let isLoop = isSignerFollowed && limitMet == nil
            appendDeadEnd(isLoop ? .loop : deadEnd(candidates))
        }
    }

    /// The same where the issuer is given: every certificate of its name and key counts as having signed.
    mutating func run(presumedIssuer issuer: Certificate) {
        let candidates = issuers.candidates(for: target).filter {
            $0.certificate.publicKey.sha256 == issuer.publicKey.sha256
        }
        for candidate in candidates { follow(candidate, linkDefect: nil) }
        if candidates.isEmpty { follow(issuers.candidate(issuer), linkDefect: nil) }
    }

    private var notChecked: PathDefect { PathDefect(.signatureNotChecked, at: 0) }

    /// Why nobody could be followed.
    private func deadEnd(_ candidates: [IssuerTable.Candidate]) -> PathDefect.Kind {
        let namesItself =
            target.isSelfIssued
            && (target.authorityKeyIdentifier == nil
                || target.authorityKeyIdentifier == target.subjectKeyIdentifier)
        if namesItself {
            // It says that it signed itself; either that is not so, or it cannot be checked, and no anchor it
            // is.
            let isUnknown = signatures.ownResult(of: target, in: memory) == .unsupported
            return isUnknown ? .selfSignedNotTrusted : .signatureInvalid
        }
        return candidates.isEmpty ? .issuerMissing : PathDefect.Kind(unsigned: target, by: candidates)
    }

    /// Follows those that signed the target; where no signature is checked, all.
    private mutating func follow(signersAmong candidates: [IssuerTable.Candidate]) {
        var results: [SHA256Digest: SignatureChecker.LinkResult] = [:]
        for candidate in candidates {
            guard let link = link(to: candidate.certificate, &results) else {
                limitMet = limitMet ?? .signatures
                return
            }
            switch link {
            case .invalid: continue
            case .valid: isSignerKnown = true
            case .unsupported, .notChecked: break
            }
            if let limit = limitBeforeNextIssuer(signatures: results.count) {
                limitMet = limitMet ?? limit
                return
            }
            if case .valid = link { isSignerFollowed = true }
            follow(candidate, linkDefect: link.defect(of: target, at: 0))
        }
    }

    /// Whether an issuer's key signed the target, asked once a key; nil where the budget for signatures is
    /// spent.
    private func link(
        to issuer: Certificate,
        _ results: inout [SHA256Digest: SignatureChecker.LinkResult]
    ) -> SignatureChecker.LinkResult? {
        guard signatures.checking == .checked else { return .notChecked }
        let key = issuer.publicKey.sha256
        if let known = results[key] { return known }
        // A signature is one key's: once that is found, the other keys need no checking.
        guard !isSignerKnown else { return .invalid }
        guard results.count + signaturesSpent < builder.budget.signatures else { return nil }
        let found = SignatureChecker.LinkResult(result(by: issuer))
        results[key] = found
        return found
    }

    /// The signature on a target that may issue others is met again above those, and remembered.
    private func result(by issuer: Certificate) -> PublicKey.SignatureResult {
        target.isAuthority
            ? signatures.rememberedResult(of: target, by: issuer) : signatures.result(of: target, by: issuer)
    }

    /// What keeps another issuer from being followed; the first is followed always.
    private func limitBeforeNextIssuer(signatures: Int) -> PathBudget.Limit? {
        let budget = builder.budget
        if attempts.isEmpty && issuersSpent == 0 { return nil }
        if attempts.count >= budget.paths { return .paths }
        if issuersSpent >= budget.issuers { return .issuers }
        return signatures + signaturesSpent > budget.signatures ? .signatures : nil
    }

    private mutating func follow(_ issuer: IssuerTable.Candidate, linkDefect: PathDefect?) {
        let upward = builder.upwardPaths(from: issuer, in: memory)
        limitMet = limitMet ?? upward.limitMet
        issuersSpent += upward.issuers
        signaturesSpent += upward.signatures
        for path in upward.paths {
            guard attempts.count < builder.budget.paths else {
                limitMet = limitMet ?? .paths
                return
            }
            // The ways up were worked out without the target, which may stand in one of them.
            guard !path.certificates.contains(target) else { continue }
            append(path, linkDefect: linkDefect)
        }
    }

    private mutating func appendDeadEnd(_ kind: PathDefect.Kind, linkDefect: PathDefect? = nil) {
        attempts.append(
            PathAttempt(
                path: CertificationPath(certificates: [target], anchor: nil),
                defects: ownDefects + [linkDefect, PathDefect(kind, at: 0)].compactMap(\.self),
                notes: []
            )
        )
    }

    private mutating func append(_ path: UpwardPath, linkDefect: PathDefect?, isTargetInPath: Bool = false) {
        let certificates = isTargetInPath ? path.certificates : certificates(on: path)
        var defects = defects(on: path, linkDefect: linkDefect)
        var notes = path.notes
        appendExpiries(on: path, to: &notes)
        if let anchor = path.anchor {
            let policed = certificates.dropLast(isTargetInPath ? 0 : 1)
            let policyDefects = PolicyValidation.defects(
                of: policed,
                inputs: builder.party.policy,
                stepsLeft: &policyStepsLeft
            )
            for defect in policyDefects { defects.append(defect) }
            if policyStepsLeft < 0 { limitMet = limitMet ?? .policySteps }
            let verdict = anchor.verdict(
                for: builder.party.purpose,
                // A target whose date cannot be read is held to the stricter side: as if issued now.
                leafNotBefore: target.notBefore.instant ?? builder.party.time,
                at: builder.party.time
            )
            if !verdict.isTrusted {
                defects.append(PathDefect(.anchorRefused(verdict), at: certificates.count - 1))
            }
            for note in verdict.notes { notes.append(PathNote(note)) }
        }
        attempts.append(
            PathAttempt(
                path: CertificationPath(certificates: certificates, anchor: path.anchor),
                defects: defects,
                notes: notes
            )
        )
    }

    private func certificates(on path: UpwardPath) -> [Certificate] {
        var certificates: [Certificate] = []
        certificates.reserveCapacity(path.certificates.count + 1)
        certificates.append(target)
        for certificate in path.certificates { certificates.append(certificate) }
        return certificates
    }

    /// All but what its anchor and its policies make wrong.
    private mutating func defects(on path: UpwardPath, linkDefect: PathDefect?) -> [PathDefect] {
        let constrained = nameConstraintDefects(on: path)
        let own = ownDefects.count + (linkDefect == nil ? 0 : 1) + constrained.count
        // A target that has no defect of its own shares the list of its issuer.
        guard own > 0 else { return path.defects }
        var defects: [PathDefect] = []
        defects.reserveCapacity(own + path.defects.count)
        for defect in ownDefects { defects.append(defect) }
        if let linkDefect { defects.append(linkDefect) }
        for kind in constrained { defects.append(PathDefect(kind, at: 0)) }
        for defect in path.defects { defects.append(defect) }
        return defects
    }

    private mutating func nameConstraintDefects(on path: UpwardPath) -> [PathDefect.Kind] {
        guard !path.nameConstraints.isEmpty else { return [] }
        var defects: [PathDefect.Kind] = []
        for constraints in path.nameConstraints {
            defects += nameCheck.defects(of: target, isTarget: true, under: constraints)
        }
        if defects.leaveNameConstraintsOpen { limitMet = limitMet ?? .nameConstraintComparisons }
        return defects
    }

    private func appendExpiries(on path: UpwardPath, to notes: inout [PathNote]) {
        guard let end = target.notAfter.instant else { return }
        for position in path.certificates.indices {
            if let issuerEnd = path.certificates[position].notAfter.instant, issuerEnd < end {
                notes.append(.expiresBeforeTarget(at: position + 1))
            }
        }
    }
}

extension UpwardPath {
    /// The way of a target that is itself a trust anchor.
    fileprivate convenience init(anchor: TrustAnchor) {
        self.init(
            certificates: [anchor.certificate],
            anchor: anchor,
            defects: [],
            notes: [],
            nameConstraints: []
        )
    }
}

extension PathNote {
    init(_ note: RootVerdict.Note) {
        switch note {
        case .renewalWouldBeRejected(let date): self = .renewalWouldBeRejected(since: date)
        case .willBeDisabled(let date): self = .anchorWillBeDisabled(on: date)
        }
    }
}

extension PathDefect.Kind {
    /// Certificates of the issuer's name are at hand and none of them signed this one: if one has the key
    /// that the certificate names, the signature is wrong; otherwise the right issuer is missing.
    init(unsigned certificate: Certificate, by candidates: [IssuerTable.Candidate]) {
        let wanted = certificate.authorityKeyIdentifier
        let isTheOne = candidates.contains { $0.certificate.subjectKeyIdentifier == wanted }
        self = wanted != nil && isTheOne ? .signatureInvalid : .issuerMissing
    }
}
