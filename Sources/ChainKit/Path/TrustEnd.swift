/// Until when a certificate has a trusted path, as far as dates tell.
public struct TrustEnd: Sendable, Hashable {
    /// The last instant at which it is trusted.
    public let time: Instant
    /// The certificate that ends then: the target, an issuer, or a root that Microsoft's list disables.
    public let certificate: Certificate
    /// Whether the root is disabled then, and does not expire.
    public let isDisabling: Bool
}

extension PathSearch {
    /// When the last of the trusted paths ends; nil where none is trusted, or a date of a path is no time.
    ///
    /// What else may end a path, a revocation, nobody knows before.
    public var trustEnd: TrustEnd? {
        var last: TrustEnd?
        for attempt in attempts where attempt.isTrusted {
            guard let end = attempt.path.end else { continue }
            if last.map({ $0.time < end.time }) ?? true { last = end }
        }
        return last
    }
}

extension CertificationPath {
    fileprivate var end: TrustEnd? {
        var first: TrustEnd?
        for certificate in certificates {
            guard let time = certificate.notAfter.instant else { return nil }
            if first.map({ time < $0.time }) ?? true {
                first = TrustEnd(time: time, certificate: certificate, isDisabling: false)
            }
        }
        if case .microsoft(let entry) = anchor?.terms, let root = anchor?.certificate,
            let disabled = entry.disabled.instant, let known = first, disabled <= known.time
        {
            let last = Instant(seconds: disabled.seconds - 1)
            first = TrustEnd(time: last, certificate: root, isDisabling: true)
        }
        return first
    }
}
