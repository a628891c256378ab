/// What kind of root a certificate chains to, as Exchange sees it (`RootCAType`).
package enum CertificateAuthorityType: Sendable, Hashable {
    case none
    case thirdParty
    case enterprise
    case registry
    case groupPolicy
    case unknown
    /// A number that has no name here.
    case other(Int64)

    private static let numbered: [Self] = [
        .none, .thirdParty, .enterprise, .registry, .groupPolicy, .unknown,
    ]

    /// Names a number.
    package init(rawValue: Int64) {
        let known = Int(exactly: rawValue).flatMap {
            Self.numbered.indices.contains($0) ? Self.numbered[$0] : nil
        }
        self = known ?? .other(rawValue)
    }

    /// The name that Exchange shows; a number without a name as digits.
    package var name: String {
        switch self {
        case .none: "None"
        case .thirdParty: "ThirdParty"
        case .enterprise: "Enterprise"
        case .registry: "Registry"
        case .groupPolicy: "GroupPolicy"
        case .unknown: "Unknown"
        case .other(let number): String(number)
        }
    }
}
