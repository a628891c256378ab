/// A way from an issuing certificate up to where it ends: the part of a path that every target of that issuer shares.
///
/// Nothing in it depends on the target, so it is worked out once per issuer, and a reference: a target takes its lists as
/// they are. Path length can be judged here because the target itself does not count (RFC 5280, 6.1.4 (l)).
final class UpwardPath: Sendable {
    /// The issuing certificate first; the anchor last where there is one.
    let certificates: [Certificate]
    let anchor: TrustAnchor?
    /// What is wrong with it; positions as a target below counts them, which stands at 0.
    let defects: [PathDefect]
    /// What is worth knowing of it; positions as in ``defects``.
    let notes: [PathNote]
    /// The constraints that bind whatever is below, with the position of the authority that made them.
    let nameConstraints: [PreparedNameConstraints]

    init(
        certificates: [Certificate],
        anchor: TrustAnchor?,
        defects: [PathDefect],
        notes: [PathNote],
        nameConstraints: [PreparedNameConstraints]
    ) {
        self.certificates = certificates
        self.anchor = anchor
        self.defects = defects
        self.notes = notes
        self.nameConstraints = nameConstraints
    }
}

/// The ways up from one issuing certificate.
final class UpwardPaths: Sendable {
    let paths: [UpwardPath]
    let limitMet: PathBudget.Limit?
    /// What they cost of a target's budget.
    let issuers: Int
    let signatures: Int

    init(paths: [UpwardPath], limitMet: PathBudget.Limit?, issuers: Int, signatures: Int) {
        self.paths = paths
        self.limitMet = limitMet
        self.issuers = issuers
        self.signatures = signatures
    }
}
