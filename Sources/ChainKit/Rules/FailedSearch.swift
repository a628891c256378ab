/// A search that ran to its end and found no trusted path: what rules about paths look at.
///
/// The best attempt stands for all of them: it is the one that came nearest to being good, and the causes of the
/// others are seldom what the reader has to mend.
struct FailedSearch {
    let best: PathAttempt
    /// How many other ways were tried, none of them good.
    let others: Int

    /// Nil where a path is trusted, and where nothing can be said of paths.
    init?(_ search: PathSearch) {
        guard search.trusted == nil, !search.isUndetermined, let best = search.best else { return nil }
        self.best = best
        others = search.attempts.count - 1
    }

    /// The certificate that has a defect.
    func certificate(with defect: PathDefect) -> Certificate { best.path.certificates[defect.position] }

    /// The message with what became of the other ways.
    func message(_ text: FindingMessage) -> FindingMessage {
        switch others {
        case 0: text
        case 1: "\(text); the one other path fails too"
        default: "\(text); the \(others) other paths fail too"
        }
    }
}

extension Subject {
    /// Why the anchor of the best attempt was refused, nil where it was not or there is none.
    var refusal: (verdict: RootVerdict, root: Certificate)? {
        guard let failed = failedSearch else { return nil }
        for defect in failed.best.defects {
            if case .anchorRefused(let verdict) = defect.kind {
                return (verdict, failed.certificate(with: defect))
            }
        }
        return nil
    }

    /// Whether some path is good save that its anchor is refused for server authentication, and the anchor is trusted
    /// for client authentication.
    var isTrustedForClientAuthentication: Bool {
        search.attempts.contains { attempt in
            guard let anchor = attempt.path.anchor else { return false }
            let isGoodOtherwise = attempt.pathDefects.allSatisfy {
                switch $0.kind {
                case .anchorRefused, .signatureNotChecked: true
                default: false
                }
            }
            return isGoodOtherwise && verdict(of: anchor, for: .clientAuthentication).isTrusted
        }
    }

    /// What an anchor's terms say of the subject for a purpose.
    func verdict(of anchor: TrustAnchor, for purpose: KeyPurpose) -> RootVerdict {
        anchor.verdict(for: purpose, leafNotBefore: certificate.notBefore.instant ?? time, at: time)
    }

    /// Whether the best path ends in a root of Microsoft's list, trusted or not.
    var isPublic: Bool {
        if case .microsoft = search.best?.path.anchor?.terms { true } else { false }
    }

    /// Where a refused path matters: not for us as a client where a root serves for that.
    var rolesOfRefusal: TransportRoles {
        isTrustedForClientAuthentication ? [.server] : [.server, .client]
    }
}
