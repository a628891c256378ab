import Forges
import TestSupport

@testable import ChainKit

extension ConformanceRule {
    /// What the rule says of a certificate as the forge made it.
    func violations(in forged: ForgedCertificate, as place: PathPlace = .target) throws -> [String] {
        violations(in: try Certificate(der: forged.der), as: place)
    }
}
