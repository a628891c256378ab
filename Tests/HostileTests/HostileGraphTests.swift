import Foundation
import TestSupport
import Testing

/// Authorities that are connected to make whoever looks for paths look for ever.
///
/// All keys of a graph are one key, so that every signature holds and nothing but a limit ends the search.
@Suite("Hostile graphs")
struct HostileGraphTests {
    private let folder = TemporaryFolder()
    private let key = ForgedKey.kept(.p256)

    private func authority(_ name: String, under issuer: String, number: Int = 0) -> ForgedCertificate {
        var template = CertificateTemplate.authority(name)
        template.key = key
        template.issuer = [("CN", issuer)]
        template.subject = [("CN", name)]
        template.pathLength = nil
        template.serial = [0x01, UInt8(number >> 16 & 0xff), UInt8(number >> 8 & 0xff), UInt8(number & 0xff)]
        return ForgedCertificate(template, issuer: nil)
    }

    private func leaf(under issuer: String) -> ForgedCertificate {
        var template = CertificateTemplate(commonName: "mail.contoso.com")
        template.names = ["mail.contoso.com"]
        template.issuer = [("CN", issuer)]
        template.key = key
        return ForgedCertificate(template, issuer: nil)
    }

    /// Audits the graph and gives the record of its one leaf.
    private func audit(_ graph: [ForgedCertificate], anchor: ForgedCertificate) throws -> [String: Any] {
        folder.write(graph.map(\.pem).joined(), to: "certs/all.pem")
        let anchors = folder.write(anchor.pem, to: "anchors.pem")
        let json = try Run([
            "audit", folder.path + "/certs", "--domain", "mail.contoso.com", "--anchors", anchors, "--at",
            "2026-06-01T00:00:00Z", "--format", "json",
        ]).json()
        let records = try #require(json["certificates"] as? [[String: Any]])
        let leaves = records.filter { $0["role"] as? String == "end-entity" }
        try #require(leaves.count == 1)
        return leaves[0]
    }

    private var mesh: [ForgedCertificate] {
        (0..<8).flatMap { layer in
            (0..<6).flatMap { column in
                (0..<2).map { copy in
                    authority("Layer \(layer)", under: "Layer \(layer + 1)", number: column << 8 | copy)
                }
            }
        }
    }

    @Test func aMeshOfAuthoritiesOfTheSameNamesWithoutAnAnchorIsUndetermined() throws {
        let record = try audit([leaf(under: "Layer 0")] + mesh, anchor: Forge.authority("Elsewhere"))
        #expect(
            record["verdict"] as? String == "undetermined" || record["verdict"] as? String == "ineligible"
        )
    }

    @Test func aMeshOfAuthoritiesOfTheSameNamesBelowAnAnchorEnds() throws {
        let record = try audit(
            [leaf(under: "Layer 0")] + mesh,
            anchor: authority("Layer 8", under: "Layer 8")
        )
        #expect(record["verdict"] is String)
    }

    @Test func aRingOfAuthoritiesEnds() throws {
        let ring = (0..<12).map { authority("Ring \($0)", under: "Ring \(($0 + 1) % 12)", number: $0) }
        let record = try audit([leaf(under: "Ring 0")] + ring, anchor: Forge.authority("Elsewhere"))
        #expect(record["verdict"] as? String != "eligible")
    }

    @Test func everyAuthorityUnderEveryOtherEnds() throws {
        let names = (0..<9).map { "Clique \($0)" }
        let clique = names.enumerated().flatMap { number, name in
            names.enumerated().map { authority(name, under: $1, number: number << 8 | $0) }
        }
        let record = try audit([leaf(under: "Clique 0")] + clique, anchor: Forge.authority("Elsewhere"))
        #expect(record["verdict"] as? String != "eligible")
    }

    @Test func aThousandAuthoritiesOfOneNameEnd() throws {
        let fan = (0..<1_000).map { authority("Fan", under: "Nobody", number: $0) }
        let record = try audit([leaf(under: "Fan")] + fan, anchor: Forge.authority("Elsewhere"))
        #expect(record["verdict"] as? String != "eligible")
    }

    @Test func theGoodPathIsFoundBesideAMesh() throws {
        let root = Forge.authority("Alpha Root")
        let good = ForgedCertificate(
            {
                var template = CertificateTemplate.authority("Layer 0")
                template.key = key
                template.extensions = []
                return template
            }(),
            issuer: root
        )
        let record = try audit([leaf(under: "Layer 0"), good] + mesh, anchor: root)
        // Which ways are followed before a limit ends the search is up to digests; the key on a curve is a warning.
        let expected = ["eligible-with-warnings", "undetermined"]
        #expect(expected.contains(record["verdict"] as? String ?? ""))
    }
}
