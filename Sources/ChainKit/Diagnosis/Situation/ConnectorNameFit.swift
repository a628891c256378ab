/// How a name that a connector of Exchange Online looks for stands to the names of a certificate.
///
/// The references allow a wildcard at the beginning and say that the name must match; how deep such a wildcard reaches
/// they do not say.
enum ConnectorNameFit: Sendable, Hashable {
    /// A name of the certificate matches.
    case fits(String)
    /// A name comes so near that the references leave it open.
    case undocumented(String)
    /// No name matches.
    case none

    /// Compares what a connector looks for with a certificate's names.
    init(_ wanted: String, among names: [String]) {
        let wanted = wanted.lowercased()
        var near: String?
        for name in names {
            let presented = name.lowercased()
            if presented == wanted || Self.covers(presented, wanted) || Self.covers(wanted, presented) {
                self = .fits(name)
                return
            }
            if Self.isBelow(presented, wanted) { near = near ?? name }
        }
        self = near.map { .undocumented($0) } ?? .none
    }

    /// Whether a wildcard covers a name that is one label deeper.
    private static func covers(_ wildcard: String, _ name: String) -> Bool {
        guard wildcard.hasPrefix("*."), let dot = name.firstIndex(of: "."), dot != name.startIndex else {
            return false
        }
        return name[dot...] == wildcard.dropFirst()
    }

    /// Whether a name is the wildcard's own domain, or more than one label below it.
    private static func isBelow(_ name: String, _ wildcard: String) -> Bool {
        wildcard.hasPrefix("*.") && (name == wildcard.dropFirst(2) || name.hasSuffix(wildcard.dropFirst()))
    }
}

extension ConnectorNameFit {
    /// Whether a name matches beyond doubt.
    var isMatch: Bool {
        if case .fits = self { true } else { false }
    }
}
