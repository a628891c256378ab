import Foundation
import TestSupport
import Testing

/// A folder with something for every exit code, in which shell lines are run with the real binary as `chaincheck`.
struct ExitCodeWorld {
    private let folder = TemporaryFolder()
    private let root = Forge.authority("Alpha Root")

    init() throws {
        let issuing = root.authority("Alpha CA")
        let leaf = issuing.issue("mail.contoso.com") { $0.key = .kept(.rsa(2_048)) }
        let expired = issuing.issue("mail.contoso.com") { $0.notAfter = "20260201000000Z" }
        let open = PEMWriter.block("PRIVATE KEY", leaf.key.pkcs8DER)
        folder.write(root.pem, to: "roots.pem")
        folder.write("", to: "empty/.keep")
        folder.write(leaf.pem + issuing.pem, to: "fit/mail.pem")
        folder.write(leaf.pem + issuing.pem + open, to: "warned/mail.pem")
        folder.write(expired.pem + issuing.pem, to: "unfit/mail.pem")
        folder.write(leaf.pem + issuing.pem, to: "unread/mail.pem")
        folder.write(String(leaf.pem.dropLast(60)), to: "unread/cut.pem")
        folder.write(expired.pem + issuing.pem, to: "both/mail.pem")
        folder.write(String(leaf.pem.dropLast(60)), to: "both/cut.pem")
        folder.write(issuing.pem + root.pem, to: "authorities/ca.pem")
        folder.write("hello", to: "texts/README.txt")
        folder.write(leaf.pem, to: "leaf.pem")
        folder.write(issuing.pem, to: "ca.pem")
        folder.write(expired.pem, to: "expired.pem")
        folder.write(leaf.der.prefix(100) + [], to: "cut.cer")
        folder.write(root.issue("other.example").pem, to: "other.pem")
        try writeStreams(leaf, expired, issuing)
        writeRequests()
        try writeLists()
    }

    private func writeStreams(
        _ leaf: ForgedCertificate,
        _ expired: ForgedCertificate,
        _ issuing: ForgedCertificate
    ) throws {
        func lines(_ certificates: [ForgedCertificate]) throws -> String {
            try certificates.map {
                try Self.json(["pem": $0.pem, "chain": issuing.pem])
            }.joined()
        }
        folder.write(try lines([leaf]), to: "fit.ndjson")
        folder.write(try lines([leaf, expired]), to: "unfit.ndjson")
        folder.write(try lines([leaf]) + "nonsense\n", to: "unread.ndjson")
        folder.write(try lines([expired]) + "nonsense\n", to: "both.ndjson")
        folder.write(try lines([issuing]), to: "authorities.ndjson")
        folder.write(String(repeating: try lines([expired]), count: 2_000), to: "long-unfit.ndjson")
        func query(_ leaf: ForgedCertificate) throws -> String {
            try Self.json([
                "id": "x", "validation_time": "2026-06-01T00:00:00Z", "host": NSNull(), "purpose": "server",
                "leaf": leaf.pem, "intermediates": [issuing.pem], "roots": [root.pem],
            ])
        }
        folder.write(try query(leaf), to: "accepted.cases")
        folder.write(try query(leaf) + query(expired), to: "rejected.cases")
        folder.write(try query(leaf) + "nonsense\n", to: "unread.cases")
        folder.write(try query(expired) + "nonsense\n", to: "both.cases")
        let trusted = ["sha1": Self.digiCertG2, "purpose": "server_auth"]
        let unknown = ["sha1": String(repeating: "0", count: 40), "purpose": "server_auth"]
        folder.write(try Self.json(trusted), to: "trusted.queries")
        folder.write(try Self.json(trusted) + Self.json(unknown), to: "untrusted.queries")
        folder.write(try Self.json(trusted) + "nonsense\n", to: "unread.queries")
    }

    private func writeRequests() {
        var request = CertificateRequestTemplate("mail.contoso.com")
        request.key = .kept(.rsa(2_048))
        folder.write(request.pem, to: "good.csr")
        request.key = .kept(.rsa(1_024))
        folder.write(request.pem, to: "weak.csr")
        folder.write(
            "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n",
            to: "cut.csr"
        )
    }

    private func writeLists() throws {
        let list = Array(try Data(contentsOf: AuditCommandTests.authroot))
        folder.write(list, to: "authroot.stl")
        var bad = list
        // The last octet is one of the signature.
        bad[bad.count - 1] ^= 1
        folder.write(bad, to: "unsigned.stl")
    }

    private static let digiCertG2 = "df3c24f9bfd666761b268073fe06d1cc8d4f82a4"

    private static func json(_ object: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }

    /// The project, whose example is exports of Exchange.
    private static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL.path(percentEncoded: false)

    /// What stands for what in a line.
    private static let words = [
        "@trust": "--anchors roots.pem --at 2026-06-01",
        "@example": "\(project)/Examples/contoso",
        "@scripts": "\(project)/Scripts",
    ]

    /// Runs a line in a shell; the exit code of a pipe is chaincheck's.
    func run(_ line: String) throws -> Binary {
        let text = Self.words.reduce(line) { $0.replacing($1.key, with: $1.value) }
        let script = """
            chaincheck() { "$BINARY" "$@"; }
            set -o pipefail
            \(text)
            """
        return try Binary(
            shell: script,
            environment: ["BINARY": try Binary.location().path],
            folder: URL(filePath: folder.path)
        )
    }

    /// Holds each row, a code and a line, against the real binary.
    func hold(_ table: String) throws {
        for row in table.split(separator: "\n") {
            let parts = row.split(separator: " ", maxSplits: 1)
            let (code, line) = (try #require(Int32(parts[0])), String(parts[1]).trimming(" "))
            let run = try run(line)
            #expect(run.code == code, "\(line)\n\(run.errors)\(run.output.suffix(300))")
        }
    }
}

extension String {
    fileprivate func trimming(_ character: Character) -> String { String(drop { $0 == character }) }
}
