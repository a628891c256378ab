import ChainKit
import TestSupport
import Testing

/// Each of these is a text that a careless reader takes minutes for.
struct InputReaderLimitTests {
    private let leaf = Forge.selfSigned("mail.contoso.com")

    private func time(_ octets: [UInt8]) -> (content: FileContent, duration: Duration) {
        let clock = ContinuousClock()
        let start = clock.now
        let content = InputReader().read(octets, path: "a.pem")
        return (content, clock.now - start)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "-----BEGIN CERTIFICATE-----\n", "-----BEGIN ", "-----BEGIN X-----", "-",
            "-----BEGIN CERTIFICATE-----A:",
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "LS0tLS1CRUdJTi", "\n-begin ", "\\",
            "-----BEGIN CERTIFICATE-----\n<&=\\-----END CERTIFICATE-----\n",
        ]
    )
    func takesLinearTimeForRepetition(of text: String) {
        let octets = [[UInt8]](repeating: Array(text.utf8), count: 2_000_000 / text.utf8.count).flatMap(
            \.self
        )
        let (content, duration) = time(octets)
        #expect(content.certificates.isEmpty)
        #expect(content.record.problems.count <= 21)
        #expect(duration < .seconds(20))
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["<", "&", "\\", "="])
    func takesLinearTimeForWhatIsOpenedAndNeverClosed(_ character: String) {
        let dressing = String(repeating: character, count: 4_000_000)
        let text = "-----BEGIN CERTIFICATE-----\n\(dressing)\n-----END CERTIFICATE-----\n"
        #expect(time(Array(text.utf8)).content.record.problems.count == 1)
    }

    @Test func readsBehindALongLine() {
        let octets =
            [UInt8](repeating: UInt8(ascii: "#"), count: 300_000) + Array("\n".utf8) + Array(leaf.pem.utf8)
        #expect(time(octets).content.certificates.count == 1)
    }

    @Test func refusesAFileOverTheLimit() {
        let folder = TemporaryFolder()
        let path = folder.write(leaf.pem, to: "a.pem")
        var limits = InputLimits()
        limits.fileSize = leaf.pem.utf8.count - 1
        #expect(InputReader(limits: limits).read(path: path).record.status == "too-large")
        limits.fileSize += 1
        #expect(InputReader(limits: limits).read(path: path).record.status == "ok")
    }

    @Test func stopsAtTheLimitOfCertificates() {
        var limits = InputLimits()
        limits.certificates = 2
        let octets = Array((leaf.pem + leaf.pem + leaf.pem + leaf.pem).utf8)
        let content = InputReader(limits: limits).read(octets, path: "a.pem")
        #expect(content.certificates.count == 2)
        #expect(content.record.problems.map(\.code) == [.tooLarge])
    }

    @Test func refusesACertificateOverTheLimitAndReadsItsNeighbours() {
        var limits = InputLimits()
        limits.certificateSize = leaf.der.count
        let large = Forge.selfSigned(
            "large.contoso.com",
            { $0.names = (0..<50).map { "n\($0).contoso.com" } }
        )
        let octets = Array((leaf.pem + large.pem + leaf.pem).utf8)
        let content = InputReader(limits: limits).read(octets, path: "a.pem")
        #expect(content.certificates.map(\.der) == [leaf.der, leaf.der])
        #expect(content.record.problems.map(\.code) == [.tooLarge])
    }

    @Test func tellsWhyAFileCannotBeRead() {
        let folder = TemporaryFolder()
        let missing = InputReader().read(path: folder.path + "/missing").record
        #expect(missing.status == "unreadable")
        #expect(missing.problems.first?.detail == "cannot be read: no such file or directory")
        #expect(InputReader().read(path: folder.path).record.kind == .folder)
        #expect(InputReader().read(path: "/dev/null").record.kind == .special)
    }
}
