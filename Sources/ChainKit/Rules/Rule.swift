/// One check.
///
/// A rule looks at one kind of subject and at nothing else: the same subject gives the same findings. All
/// that is to be known of it stands on it: its metadata, its method `findings(in:)`, and whatever else it
/// decides.
package protocol Rule: Sendable {
    static var metadata: RuleMetadata { get }
}

/// A rule that looks at a certificate, what stands above it and where it was found.
protocol CertificateRule: Rule {
    init()
    func findings(in subject: Subject) -> [Finding]
    /// The same asked of the type, for the registry alone: to make each rule through its protocol costs 0.6 %
    /// of an audit's instructions.
    static func found(in subject: Subject) -> [Finding]
    /// The rule as one that looks at any certificate of a path, nil where it is none.
    ///
    /// Asked of the type, as is whether it looks at installations: a cast to a protocol searches all
    /// conformances of the program, which for eighty rules takes 16 million instructions of every start.
    static var asConformanceRule: (any ConformanceRule.Type)? { get }
    /// Whether it is an ``InstallationRule``.
    static var isInstallationRule: Bool { get }
}

extension CertificateRule {
    static func found(in subject: Subject) -> [Finding] { Self().findings(in: subject) }
    static var asConformanceRule: (any ConformanceRule.Type)? { nil }
    static var isInstallationRule: Bool { false }

    /// A finding of this rule; `severity` and `remedy` come from the metadata where they are not given.
    func finding(
        _ message: FindingMessage,
        severity: Severity? = nil,
        roles: TransportRoles = .both,
        remedy: String? = nil
    ) -> Finding {
        Finding(
            rule: Self.metadata.id,
            severity: severity ?? Self.metadata.severity,
            roles: roles,
            message: message.text,
            remedy: remedy ?? Self.metadata.remedy
        )
    }
}

/// A rule on what servers say of a certificate that they have.
///
/// It is about the server and its settings, of which a peer who is shown the certificate sees nothing.
protocol InstallationRule: CertificateRule {}

extension InstallationRule {
    static var isInstallationRule: Bool { true }
}

extension RuleRegistry {
    /// The ids of the rules on what servers say.
    package static let ofInstallations = Set(all.filter { $0.isInstallationRule }.map { $0.metadata.id })
}
