import Foundation
import TestSupport
import Testing

/// A leaf and the authorities around it, put to the real binary.
struct HostileGraph {
    /// What became of the leaf.
    enum Answer: Equatable {
        case eligible, ineligible, accept
        /// With the codes of the objections.
        case reject(Set<String>)
        case undetermined(limit: String)
        case other(String)
    }

    /// The one key of a graph.
    static let key = ForgedKey.kept(.p256)

    private let folder = TemporaryFolder()
    private let leaf: ForgedCertificate
    private let authorities: [ForgedCertificate]

    init(leafUnder issuer: String, _ authorities: [ForgedCertificate]) {
        var template = CertificateTemplate(commonName: "mail.contoso.com")
        template.names = ["mail.contoso.com"]
        template.issuer = [("CN", issuer)]
        template.key = Self.key
        leaf = ForgedCertificate(template, issuer: nil)
        self.authorities = authorities
    }

    /// An authority that the graph's key signed, whatever its own.
    static func authority(_ name: String, under issuer: String, number: Int = 0, key: ForgedKey? = nil)
        -> ForgedCertificate
    {
        var template = CertificateTemplate.authority(name)
        template.key = key ?? self.key
        template.issuer = [("CN", issuer)]
        template.hasAuthorityKeyIdentifier = false
        template.serial = [0x01, UInt8(number >> 16 & 0xff), UInt8(number >> 8 & 0xff), UInt8(number & 0xff)]
        return ForgedCertificate(template, issuer: key == nil ? nil : Self.signer)
    }

    private static let signer = authority("Signer", under: "Signer")

    /// What an audit of the folder that holds the graph says of its leaf.
    func answer(trusting anchor: ForgedCertificate) throws -> Answer {
        folder.write(([leaf] + authorities).map(\.pem).joined(), to: "certs/all.pem")
        let json = try Run(
            ["audit", folder.path + "/certs", "--domain", "mail.contoso.com", "--format", "json"]
                + ["--anchors", folder.write(anchor.pem, to: "anchors.pem")] + Self.time
        ).json()
        let records = try #require(json["certificates"] as? [[String: Any]])
        let leaves = records.filter { $0["role"] as? String == "end-entity" }
        try #require(leaves.count == 1)
        let verdict = try #require(leaves[0]["verdict"] as? String)
        let limit = leaves[0]["searchLimit"] as? String
        let findings = leaves[0]["findings"] as? [[String: Any]] ?? []
        let isNamed = findings.contains { $0["rule"] as? String == "path-search-cut-short" }
        switch verdict {
        case "eligible", "eligible-with-warnings": return .eligible
        case "ineligible": return .ineligible
        case "undetermined" where isNamed: return .undetermined(limit: limit ?? "none")
        default: return .other(verdict)
        }
    }

    /// What `verify` says of the leaf by way of the authorities.
    func verification(trusting anchor: ForgedCertificate) throws -> Answer {
        let pool = folder.write(authorities.map(\.pem).joined(), to: "pool.pem")
        let run = try Run(
            ["verify", "--leaf", folder.write(leaf.pem, to: "leaf.pem"), "--intermediates", pool]
                + ["--roots", folder.write(anchor.pem, to: "root.pem"), "--profile", "rfc5280"]
                + ["--format", "json"] + Self.time
        )
        let json = try run.json()
        let findings = json["findings"] as? [[String: Any]] ?? []
        let codes = Set(findings.compactMap { $0["code"] as? String })
        switch json["verdict"] as? String {
        case "accept" where run.code == 0: return .accept
        case "reject" where run.code == 1 && codes.contains("search-cut-short"):
            return .undetermined(limit: json["searchLimit"] as? String ?? "none")
        case "reject" where run.code == 1: return .reject(codes)
        case let other: return .other("\(other ?? "nothing") with exit code \(run.code)")
        }
    }

    private static let time = ["--at", "2026-06-01T00:00:00Z"]
}
