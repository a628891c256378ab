/// A certification path, complete or not (RFC 5280, 3.2).
public struct CertificationPath: Sendable, Hashable {
    /// The target first, each issued by the next; the trust anchor last where there is one.
    public let certificates: [Certificate]
    /// The trust anchor in which the path ends, nil where it ends in none.
    public let anchor: TrustAnchor?

    package init(certificates: [Certificate], anchor: TrustAnchor?) {
        self.certificates = certificates
        self.anchor = anchor
    }

    /// What a server must send beside its own certificate: all that stands between the target and the root.
    ///
    /// An anchor that is no root, because somebody trusts an intermediate by itself, must be sent too: the other side
    /// trusts the root and not that intermediate.
    public var intermediates: ArraySlice<Certificate> {
        guard certificates.count > 1 else { return [] }
        // An anchor is the last of the certificates: to ask that one takes no copy of the anchor with its terms.
        let endsInRoot = anchor != nil && certificates[certificates.count - 1].isSelfIssued
        return certificates[1..<(certificates.count - (endsInRoot ? 1 : 0))]
    }
}

/// What part a certificate plays among those that were found together.
public enum CertificateRole: String, Sendable, Hashable, CaseIterable {
    /// A certificate that a server may present; these are judged.
    case endEntity = "end-entity"
    /// An authority below another one.
    case intermediate
    /// A self-issued authority.
    case root
}

/// One way from the target upwards, with everything that is wrong with it.
public struct PathAttempt: Sendable, Hashable {
    private let storage: Storage

    package init(path: CertificationPath, defects: [PathDefect], notes: [PathNote]) {
        storage = Storage(path: path, defects: defects, notes: notes)
    }

    /// The way.
    public var path: CertificationPath { storage.path }
    /// Everything that is wrong, in the order of the path; defects of the target itself among it.
    public var defects: [PathDefect] { storage.defects }
    /// What is worth knowing of a way that may be good.
    package var notes: [PathNote] { storage.notes }

    /// The path's ``CertificationPath/intermediates``, without a copy of the path.
    var intermediates: ArraySlice<Certificate> { storage.path.intermediates }

    /// Two attempts are the same when everything in them is.
    public static func == (one: Self, other: Self) -> Bool {
        one.storage === other.storage
            || one.path == other.path && one.defects == other.defects && one.notes == other.notes
    }

    /// Feeds the path.
    public func hash(into hasher: inout Hasher) { hasher.combine(path) }

    /// Seventy rules look at an attempt: passing it on costs one reference count.
    private final class Storage: Sendable {
        let path: CertificationPath
        let defects: [PathDefect]
        let notes: [PathNote]

        init(path: CertificationPath, defects: [PathDefect], notes: [PathNote]) {
            self.path = path
            self.defects = defects
            self.notes = notes
        }
    }

    /// Whether the path is good, leaving aside what is wrong with the target itself on every path.
    public var isTrusted: Bool { path.anchor != nil && defects.allSatisfy(\.concernsTargetAlone) }

    /// The defects of this path, without those that the target has on every path.
    public var pathDefects: [PathDefect] { defects.filter { !$0.concernsTargetAlone } }
}

/// Something that does not break a path.
package enum PathNote: Sendable, Hashable {
    /// Trusted only because the target was issued before the anchor's NotBefore date.
    case renewalWouldBeRejected(since: Instant)
    /// The list names a day from which nothing under this anchor is trusted.
    case anchorWillBeDisabled(on: Instant)
    /// An issuer below the anchor was signed with a weak hash.
    case weakSignatureHash(at: Int, HashAlgorithm)
    /// An issuer below the anchor has a key that is too weak, or of a kind that no TLS peer is known to take.
    case doubtfulKey(at: Int)
    /// An issuer's validity ends before the target's.
    case expiresBeforeTarget(at: Int)
    /// Whether a certificate was revoked cannot be told, and nobody demanded to know.
    case revocationUnknown(at: Int, RevocationDoubt)
    /// An issuer came from outside what was to be audited.
    case notInFolder(at: Int)
}

/// What a search for certification paths found.
public struct PathSearch: Sendable, Hashable {
    /// Every way that was tried, the best first: trusted, then fewest notes, then shortest; then, among those that
    /// are not trusted, the one that got furthest.
    public let attempts: [PathAttempt]
    /// The limit of the budget that ended the search early, nil where it ran to its end.
    public let limitMet: PathBudget.Limit?
    /// The budget that the search had.
    public let budget: PathBudget

    /// The way that a relying party would be glad of, nil where no way is trusted.
    public let trusted: PathAttempt?

    /// Whether nothing can be said: no trusted way was found, and the search was cut short or met what it could not
    /// verify.
    public let isUndetermined: Bool

    package init(attempts: [PathAttempt], limitMet: PathBudget.Limit?, budget: PathBudget) {
        self.attempts = attempts
        self.limitMet = limitMet
        self.budget = budget
        trusted = attempts.first.flatMap { $0.isTrusted ? $0 : nil }
        isUndetermined = trusted == nil && (limitMet != nil || attempts.contains(where: \.isNotVerifiable))
    }

    /// The limit that ended the search early with its number, such as "100 signatures to check"; nil where it ran to its
    /// end.
    public var limitInWords: String? { limitMet.map { "\(budget[$0]) \($0.words)" } }

    /// The best way, trusted or not.
    ///
    /// A search always has one.
    public var best: PathAttempt? { attempts.first }
}

extension PathAttempt {
    /// Whether it leads to an anchor and nothing speaks against it but what could not be verified.
    package var isNotVerifiable: Bool {
        path.anchor != nil
            && defects.allSatisfy {
                switch $0.kind {
                case .signatureNotVerifiable, .signatureNotChecked, .nameConstraintsNotChecked,
                    .policiesNotChecked:
                    true
                default: $0.concernsTargetAlone
                }
            }
    }
}
