/// A rule on what servers say of a certificate that they have.
///
/// It is about the server and its settings, of which a peer who is shown the certificate sees nothing.
protocol InstallationRule: Rule {}

extension RuleRegistry {
    /// The ids of the rules on what servers say.
    static let ofInstallations = Set(
        all.filter { $0 is any InstallationRule.Type }.map { $0.metadata.id }
    )
}
