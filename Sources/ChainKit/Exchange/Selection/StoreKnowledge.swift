/// What is known of the store that a selection chooses from.
///
/// The texts are clauses: lower case, no full stop.
public enum StoreKnowledge: Sendable, Hashable {
    /// The candidates are the certificates that were exported of the server.
    case exported
    /// The candidates name no server, and may be those of another one; the text says so.
    case assumed(String)
    /// Nothing of the server's store was exported; the text says so.
    case notExported(String)

    /// Why the store is not known, nil where it is.
    public var gap: String? {
        switch self {
        case .exported: nil
        case .assumed(let gap), .notExported(let gap): gap
        }
    }

    /// What a selection by these candidates proves: without the server's own store, nothing beyond possibilities.
    func qualify(_ outcome: CertificateChoice.Outcome) -> CertificateChoice.Outcome {
        guard let gap else { return outcome }
        return switch outcome {
        case .presented(let candidate): .undetermined([candidate], reason: gap)
        case .none: .undetermined([], reason: gap)
        case .undetermined(let candidates, let reason): .undetermined(candidates, reason: "\(gap); \(reason)")
        }
    }
}
