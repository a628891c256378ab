import Forges

@testable import ChainKit

extension RequestRule {
    /// What the rule says of a request.
    func messages(_ request: CertificateRequest?, names: [String] = []) throws -> [String] {
        findings(in: try OfferForge.offer(request, names: names)).map(\.message)
    }
}
