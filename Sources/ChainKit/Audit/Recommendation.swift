/// The certificate that an audit would bind to SMTP.
public struct Recommendation: Sendable, Hashable {
    /// A certificate of the path that the server must have installed and send.
    public struct Intermediate: Sendable, Hashable {
        /// The certificate.
        public let certificate: Certificate
        /// Where it is.
        public let origin: AuditRecord.Origin
    }

    /// Which certificate Exchange takes where a connector has the ``tlsCertificateName``.
    public enum Pinning: String, Sendable, Hashable, CaseIterable {
        /// The recommended one: nothing else in the audit has the name.
        case only
        /// The recommended one, stated by Microsoft's Exchange team: of those with the name it expires last.
        case latest
        /// Another one, stated by the same: it has the name, too, and expires later.
        case other
        /// Nothing is stated for such a case.
        case unknown
    }

    /// The certificate.
    public let certificate: Certificate
    /// Its score.
    public let score: Int
    /// Where it stands.
    public let sources: [SourceLocation]
    /// What must be installed with it, the certificate's issuer first.
    public let intermediates: [Intermediate]
    /// The name by which a connector is pinned to it.
    public let tlsCertificateName: TlsCertificateName
    /// Others with that name, the latest expiry first, whatever their verdict.
    package let namesakes: [Namesake]
    /// Namesakes that are not among `namesakes`, all of which expire no later.
    public let namesakesLeftOut: Int
    /// Until when it works.
    public let end: TrustEnd
    /// Whether that is within 24 hours; then no other certificate that may be bound lasts longer than that.
    public let isShortLived: Bool
    /// The best of those that may be bound and end within 24 hours, where this one was taken because it lasts.
    public let passedOver: PassedOver?

    /// A certificate that may be bound and ends within 24 hours.
    public struct PassedOver: Sendable, Hashable {
        /// The certificate.
        public let certificate: Certificate
        /// Where it stands.
        public let sources: [SourceLocation]
        /// Until when it works.
        public let end: TrustEnd

        init(_ record: AuditRecord, end: TrustEnd) {
            certificate = record.certificate
            sources = record.sources
            self.end = end
        }
    }

    /// Seconds within which an end must be said first: whoever binds such a certificate does it again tomorrow.
    static let shortTime: Int64 = 24 * 3_600

    /// Whether an end is within ``shortTime``.
    package static func isShort(from time: Instant, until end: Instant) -> Bool {
        end.seconds - time.seconds <= shortTime
    }
}

extension Recommendation {
    /// What pinning a connector to the certificate's name comes to.
    ///
    /// A blog of Microsoft's says that the latest expiry decides, the documentation of Receive connectors that the
    /// newest Valid from does: where they part, neither is claimed.
    public var pinning: Pinning {
        if certificate.subject.isEmpty { return .unknown }
        guard let last = namesakes.first else { return .only }
        guard let end = certificate.notAfter.instant, let start = certificate.notBefore.instant else {
            return .unknown
        }
        let newest = namesakes.compactMap(\.notBefore).max()
        guard let otherEnd = last.notAfter, otherEnd >= end else {
            return newest.map { $0 > start } ?? false ? .unknown : .latest
        }
        return otherEnd > end ? .other : .unknown
    }
}
