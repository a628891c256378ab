import Octets

/// What Microsoft's list says of one root, for one purpose, for a certificate issued at one time, at one instant.
public struct RootVerdict: Sendable, Hashable {
    /// The verdict in one word; the raw values are stable.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case trusted
        /// The certificate was issued after the list's date for the root.
        case notBefore = "notbefore"
        /// Nothing that chains to the root is trusted any more.
        case disabled
        /// The root is not listed for the purpose, or its own extKeyUsage lacks it.
        case purposeNotListed = "eku-excluded"
        /// The list takes the purpose from the root, whatever the date.
        case purposeDisallowed = "eku-disallowed"
        case notInList = "untrusted-root"
        /// The list restricts the root in a way that is not understood here: treated as not trusted.
        case notUnderstood = "restricted-unknown"
        /// The certificate has the entry's SHA-1 but not its SHA-256.
        case digestMismatch = "internal-error"
    }

    /// What else is worth saying of a root that is trusted.
    public enum Note: Sendable, Hashable {
        /// Trusted only because the certificate was issued before the date: the next one will not be.
        case renewalWouldBeRejected(since: Instant)
        /// The list will disable the root.
        case willBeDisabled(on: Instant)
    }

    enum Cause: Sendable, Hashable {
        case unrestricted
        case trusted
        case issuedTooLate(since: Instant)
        case neverForPurpose
        case disabled(since: Instant)
        case notListed
        case notInExtension
        case disallowed
        case notInList(of: Instant)
        case properties([ObjectIdentifier])
        case digest
    }

    let cause: Cause
    let purpose: KeyPurpose
    let leafNotBefore: Instant
    /// What else is to be said, empty unless the root is trusted.
    public let notes: [Note]
    /// Whether the root is a post-quantum pilot root.
    ///
    /// The list trusts these, but Microsoft's Trusted Root Program
    /// says that they are not publicly trusted; an audit goes by ``isTrusted``.
    public let isPilot: Bool

    /// The list's verdict.
    public var outcome: Outcome {
        switch cause {
        case .unrestricted, .trusted: .trusted
        case .issuedTooLate, .neverForPurpose: .notBefore
        case .disabled: .disabled
        case .notListed, .notInExtension: .purposeNotListed
        case .disallowed: .purposeDisallowed
        case .notInList: .notInList
        case .properties: .notUnderstood
        case .digest: .digestMismatch
        }
    }

    /// Whether a certificate that chains to the root may be relied on: the list trusts it and it is no pilot.
    public var isTrusted: Bool { outcome == .trusted && !isPilot }

    /// The date behind a verdict of ``Outcome/notBefore`` or ``Outcome/disabled``, nil where there is none.
    public var since: Instant? {
        switch cause {
        case .issuedTooLate(let date), .disabled(let date): date
        default: nil
        }
    }

    /// Why, in words with dates, lower case, no full stop.
    public var reason: String {
        switch cause {
        case .unrestricted: "a private trust anchor, trusted for every purpose"
        case .trusted: trustedReason
        case .issuedTooLate(let date):
            "Microsoft does not trust what the root issues for \(purpose.words) from \(date.date) on; "
                + "this was issued on \(leafNotBefore.date)"
        case .neverForPurpose:
            "Microsoft does not trust what the root issues for \(purpose.words), at any date"
        case .disabled(let date): "Microsoft disabled the root on \(date.date)"
        case .notListed: "Microsoft's list does not have the root for \(purpose.words)"
        case .notInExtension: "the root's own extended key usage leaves out \(purpose.words)"
        case .disallowed: "Microsoft disallows the root for \(purpose.words)"
        case .notInList(let date): "not in Microsoft's list of \(date.date)"
        case .properties(let identifiers):
            "the list restricts the root by something not understood here: "
                + identifiers.map(\.dotted).joined(separator: ", ")
        case .digest: "the certificate has the root's SHA-1 but not its SHA-256"
        }
    }

    private var trustedReason: String {
        var parts = ["trusted for \(purpose.words)"]
        if isPilot { parts.append("by the list; a pilot root for post-quantum keys, not publicly trusted") }
        for note in notes {
            switch note {
            case .renewalWouldBeRejected(let date):
                parts.append("only because issued before \(date.date), a renewal will fail")
            case .willBeDisabled(let date): parts.append("until the root is disabled on \(date.date)")
            }
        }
        return parts.joined(separator: ", ")
    }
}

/// Property 83: certificate policies (RFC 5280, 4.2.1.4) whose one qualifier is Microsoft's root programme flags.
enum RootPolicies {
    private typealias Tag = DERReader.Tag

    /// szOID_ROOT_PROGRAM_FLAGS.
    private static let rootProgramFlags = ObjectIdentifier("1.3.6.1.4.1.311.60.1.1")

    static func read(_ value: DERReader) throws(DERReader.Failure) -> [RootListEntry.Policy] {
        var value = value
        var sequence = value.inside(try value.next(Tag.sequence, "the policies"))
        try value.finish("the policies")
        var policies: [RootListEntry.Policy] = []
        while !sequence.isAtEnd {
            var policy = sequence.inside(try sequence.next(Tag.sequence, "a policy"))
            let identifier = try policy.next(Tag.objectIdentifier, "a policy's identifier")
            let flags = try flags(in: &policy)
            try policy.finish("a policy")
            policies.append(
                RootListEntry.Policy(
                    identifier: ObjectIdentifier(derContent: policy[identifier.content]),
                    flags: flags
                )
            )
        }
        return policies
    }

    private static func flags(in policy: inout DERReader) throws(DERReader.Failure) -> [UInt8]? {
        guard !policy.isAtEnd else { return nil }
        var qualifiers = policy.inside(try policy.next(Tag.sequence, "a policy's qualifiers"))
        var flags: [UInt8]?
        while !qualifiers.isAtEnd {
            var qualifier = qualifiers.inside(try qualifiers.next(Tag.sequence, "a policy's qualifier"))
            let type = try qualifier.next(Tag.objectIdentifier, "a qualifier's identifier")
            let value = try qualifier.next()
            try qualifier.finish("a policy's qualifier")
            guard ObjectIdentifier(derContent: qualifier[type.content]) == rootProgramFlags else { continue }
            guard value.tag == Tag.bitString, !value.content.isEmpty else {
                throw DERReader.Failure(
                    offset: value.whole.lowerBound,
                    reason: "root programme flags are no bits"
                )
            }
            flags = Array(qualifier[value.content.dropFirst()])
        }
        return flags
    }
}

extension KeyPurpose {
    /// The purpose as people say it, `server authentication`; the standard's name where there is no other.
    public var words: String {
        switch self {
        case .serverAuthentication: "server authentication"
        case .clientAuthentication: "client authentication"
        case .emailProtection: "e-mail protection"
        case .codeSigning: "code signing"
        case .timeStamping: "time stamping"
        case .ocspSigning: "OCSP signing"
        default: name
        }
    }
}
