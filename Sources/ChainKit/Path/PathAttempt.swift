/// One way from the target upwards, with everything that is wrong with it.
public struct PathAttempt: Sendable, Hashable {
    private let storage: Storage

    init(path: CertificationPath, defects: [PathDefect], notes: [PathNote]) {
        storage = Storage(path: path, defects: defects, notes: notes)
    }

    /// The way.
    public var path: CertificationPath { storage.path }
    /// Everything that is wrong, in the order of the path; defects of the target itself among it.
    public var defects: [PathDefect] { storage.defects }
    /// What is worth knowing of a way that may be good.
    public var notes: [PathNote] { storage.notes }

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
public enum PathNote: Sendable, Hashable {
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
