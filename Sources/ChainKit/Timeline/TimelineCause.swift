/// Why a path, or the whole certificate, ceases to serve.
public struct TimelineCause: Sendable, Hashable {
    /// The kind of cause; the raw values are stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case certificateExpires = "certificate-expires"
        case intermediateExpires = "intermediate-expires"
        case rootExpires = "root-expires"
        case rootDisabled = "root-disabled"
        case other
    }

    /// The kind.
    public let kind: Kind
    /// The certificate that it lies in.
    public let certificate: Certificate
    /// The cause in words, lower case, no full stop.
    public let message: String

    /// The day on which something ends that is no longer so at an instant: the last day of what expires, else the day of
    /// the instant.
    func day(of time: Instant) -> String {
        switch kind {
        case .certificateExpires, .intermediateExpires, .rootExpires:
            certificate.notAfter.instant?.date ?? time.date
        case .rootDisabled, .other: time.date
        }
    }

    /// Tells why a path that was trusted is no longer so at an instant.
    init(losing attempt: PathAttempt?, of leaf: Certificate, at time: Instant, failure: String?) {
        let path = attempt?.path.certificates ?? [leaf]
        // What is nearest to the certificate is told: it is the certificate's own end that counts first.
        if let position = path.firstIndex(where: { $0.notAfter.instant.map { $0 < time } ?? false }) {
            certificate = path[position]
            let isRoot = position > 0 && certificate.isSelfIssued && position == path.count - 1
            kind = position == 0 ? .certificateExpires : isRoot ? .rootExpires : .intermediateExpires
            let part = position == 0 ? "the certificate" : isRoot ? "the root" : "the intermediate"
            let name = position == 0 ? "" : " \"\(certificate.label)\""
            message = "\(part)\(name) expires on \(certificate.notAfter.instant?.date ?? "an unknown day")"
            return
        }
        if case .microsoft(let entry) = attempt?.path.anchor?.terms, let date = entry.disabled.instant,
            date <= time, let root = attempt?.path.anchor?.certificate
        {
            kind = .rootDisabled
            certificate = root
            message = "Microsoft disables the root \"\(root.label)\" on \(date.date)"
            return
        }
        kind = .other
        certificate = leaf
        message = failure ?? "the path is no longer trusted"
    }
}
