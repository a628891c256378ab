/// All rules, in the order of their ids.
public enum RuleRegistry {
    static let all: [any Rule] = [
        CertificateExpired(),
        IssuerMissing(),
    ]

    /// Ids of rules that are gone, so that none is ever used again.
    static let retired: [String] = []

    /// What is to be known of every rule, in the order of their ids.
    public static var documentation: [RuleMetadata] { all.map { type(of: $0).metadata } }
}
