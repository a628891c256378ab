import Forges
import Reports
import TestSupport

@testable import ChainKit

/// A text of PEM with everything that a file may hold, and the reports of its audit read in segments of some length.
struct SegmentedBundle {
    let root = Forge.authority("Alpha Root")
    let pieces: [[UInt8]]

    /// Certificates, good and bad, and what real files have between them.
    init() {
        let issuing = root.authority("Alpha CA 1")
        let key = ForgedKey.fresh(.p256)
        let leaf = issuing.issue("mail.contoso.com") { $0.key = key }
        let twins = (1...4).map { month in
            issuing.issue("mail.contoso.com") { $0.notAfter = "20270\(month)01000000Z" }
        }
        // No authority, and yet the issuer of another one.
        let named = root.issue("upper.contoso.com")
        let below = named.issue("lower.contoso.com")
        let damaged = Self.damaged(root.issue("damaged.contoso.com"))
        var texts = [
            "0 is no DER: a dump of many\r\n", leaf.pem, "Subject: one\r\n-----BEGIN of something else\r\n",
            below.pem.replacing("\n", with: "\r\n"), twins[0].pem, twins[0].pem,
            PEMWriter.block("CERTIFICATE", DERWriter.sequence(DERWriter.sequence([2, 1, 1]))),
            PEMWriter.block("CERTIFICATE", damaged), "-----BEGIN -----\n",
            "-----END X-----BEGIN CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nMIIB\n", twins[1].pem, PEMWriter.block("PRIVATE KEY", key.pkcs8DER),
            "{\"pem\": \"\(twins[2].pem.replacing("\n", with: "\\n"))\"}",
            twins[3].pem.filter { $0 != "\n" } + "\n",
            PEMWriter.block("X509 CRL", issuing.revocationList(revoking: [twins[1]])),
            PEMWriter.block("PKCS7", ForgedCertificate.pkcs7([leaf, root])),
            PEMWriter.block("CERTIFICATE", root.issue("wide.contoso.com").der, width: 2_000), named.pem,
        ].map { Array($0.utf8) }
        // DER behind a block, and octets that mean nothing.
        texts.append(
            Array(leaf.pem.utf8) + root.issue("der.contoso.com").der + [0, 0xff, 0x80, 0x0d, 0x0a, 0x0d]
        )
        texts += (0..<25).map {
            Array("-----BEGIN CERTIFICATE-----\n!\($0)\n-----END CERTIFICATE-----\n".utf8)
        }
        texts += [Array(issuing.pem.utf8), Array(leaf.pem.utf8), Array(root.pem.utf8)]
        texts.append(Array("-----BEGIN CERTIFICATE-----\nMIIBthis one lacks its end\n".utf8))
        // Past the letter that looks like DER.
        texts[0][0] = UInt8(ascii: "#")
        pieces = texts
    }

    /// A certificate whose subject does not decode.
    private static func damaged(_ certificate: ForgedCertificate) -> [UInt8] {
        let value = DERWriter.element(0x0c, [0x6d, 0xff])
        let name = DERWriter.sequence(DERWriter.set(DERWriter.sequence(DERWriter.identifier("CN"), value)))
        return certificate.replacing(certificate.name, with: name)
    }

    func audit(limits: InputLimits, width: Int = 2, spoolFolder: String? = nil) throws -> Audit {
        Audit(
            trust: .anchors(PrivateAnchors([try root.certificate])),
            time: .test("2026-06-01T00:00:00Z"),
            references: [ReferenceIdentifier("mail.contoso.com")].compactMap { $0 },
            options: Audit.Options(
                reader: InputReader(limits: limits),
                width: width,
                spoolFolder: spoolFolder
            )
        )
    }

    /// NDJSON, CSV and text, one after the other.
    func report(_ inputs: [AuditInput], segmentSize: Int, width: Int = 2) throws -> String {
        var limits = InputLimits()
        limits.segmentSize = segmentSize
        let audit = try audit(limits: limits, width: width)
        let collector = Collector()
        var lines = NDJSONReport(toolVersion: "0", includesPEM: true, sink: collector.sink)
        try audit.run(inputs, names: ["in"], observer: &lines)
        var values = CSVReport(sink: collector.sink)
        try audit.run(inputs, names: ["in"], observer: &values)
        var text = TextReport(toolVersion: "0", style: .plain, sink: collector.sink)
        try audit.run(inputs, names: ["in"], observer: &text)
        return collector.text
    }
}
