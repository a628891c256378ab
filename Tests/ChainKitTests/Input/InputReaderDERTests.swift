import ChainKit
import TestSupport
import Testing

struct InputReaderDERTests {
    private let root = Forge.authority("Alpha Root")
    private let leaf = Forge.selfSigned("mail.contoso.com")
    private let reader = InputReader()

    @Test func readsOneCertificate() {
        let content = reader.read(leaf.der, path: "a.cer")
        #expect(content.certificates.map(\.der) == [leaf.der])
        #expect(content.record == FileRecord(path: "a.cer", kind: .der, certificates: 1))
    }

    @Test func readsCertificatesEndToEnd() {
        let content = reader.read(leaf.der + root.der, path: "a.cer")
        #expect(content.certificates.map(\.der) == [leaf.der, root.der])
    }

    @Test(arguments: [[0x0d, 0x0a], [0], [0x0a]] as [[UInt8]])
    func passesOverALineEndAfterIt(_ rest: [UInt8]) {
        let record = reader.read(leaf.der + rest, path: "a.cer").record
        #expect(record.status == "ok")
        #expect(record.notes.isEmpty)
    }

    @Test func notesGarbageAfterIt() {
        let record = reader.read(leaf.der + [1, 2, 3], path: "a.cer").record
        #expect(record.status == "ok")
        #expect(record.notes == ["3 octets after the last element were passed over"])
    }

    @Test(arguments: [[0xef, 0xbb, 0xbf], [0x0a], [0x0d, 0x0a]] as [[UInt8]])
    func readsBehindAMarkOrALineEnd(_ prefix: [UInt8]) {
        #expect(reader.read(prefix + leaf.der, path: "a.cer").certificates.map(\.der) == [leaf.der])
    }

    @Test(arguments: [4, 5, 24, 100, 1_000])
    func tellsThatTheEndIsMissing(_ count: Int) {
        let octets = Array(leaf.der.prefix(min(count, leaf.der.count - 1)))
        let record = reader.read(octets, path: "a.cer").record
        #expect(record.status == "truncated")
        #expect(record.certificates == 0)
    }

    @Test func keepsTheFirstWhereTheSecondIsCutOff() {
        let content = reader.read(leaf.der + root.der.dropLast(), path: "a.cer")
        #expect(content.certificates.count == 1)
        #expect(content.record.status == "truncated")
    }

    @Test(
        arguments: [
            [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30, 0x00],
            [0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            [0x30], [0x30, 0x00], [0x30, 0x80], [0x30, 0xff], [UInt8](repeating: 0xff, count: 4_096),
        ] as [[UInt8]]
    )
    func survivesLyingLengths(_ octets: [UInt8]) {
        #expect(reader.read(octets, path: "a.cer").certificates.isEmpty)
    }

    @Test func survivesDeepNesting() {
        let open = [[UInt8]](repeating: [0x30, 0x80], count: 100_000).flatMap(\.self)
        #expect(reader.read(open, path: "a.cer").certificates.isEmpty)
        var nested: [UInt8] = [0x30, 0x00]
        for _ in 0..<600 { nested = DERWriter.sequence(nested) }
        #expect(reader.read(nested, path: "a.cer").certificates.isEmpty)
    }

    @Test func tellsWhatIsNoCertificate() {
        let expected: [(octets: [UInt8], kind: FileKind)] = [
            (leaf.request, .certificateRequest), (root.revocationList, .revocationList),
            (leaf.key.publicDER, .publicKey), (leaf.key.pkcs8DER, .privateKey),
            (leaf.key.traditionalDER, .privateKey), (leaf.key.encryptedDER(password: "x"), .privateKey),
        ]
        for (octets, kind) in expected {
            let record = reader.read(octets, path: "a").record
            #expect(record.kind == kind)
            #expect(record.status == "not-a-certificate")
        }
    }

    @Test(arguments: [[], [0x20, 0x0a], [0xef, 0xbb, 0xbf, 0x0d, 0x0a]] as [[UInt8]])
    func tellsThatNothingIsThere(_ octets: [UInt8]) {
        let record = reader.read(octets, path: "a").record
        #expect(record.kind == .empty)
        #expect(record.status == "empty")
    }

    @Test(arguments: ["\n", "\r\n"])
    func readsPEMInTheBase64OfAMail(_ end: String) {
        let body = PEMWriter.base64(Array((leaf.pem + root.pem).utf8)).chunked(76)
        let mail = "Content-Transfer-Encoding: base64\n\n\(body)\n\n--boundary--\n".replacing("\n", with: end)
        let content = reader.read(Array(mail.utf8), path: "a.eml")
        #expect(content.certificates.map(\.der) == [leaf.der, root.der])
        #expect(content.record.status == "ok")
    }

    @Test func readsBase64ThatAWordFollowsInALineOfItsOwn() {
        let text = "crt: \(PEMWriter.base64(Array(leaf.pem.utf8)))\nmetadata\nname: a\n"
        #expect(reader.read(Array(text.utf8), path: "a.yaml").certificates.map(\.der) == [leaf.der])
    }

    @Test func readsBareBase64() {
        for text in [PEMWriter.base64(leaf.der), "\r\n" + PEMWriter.base64(leaf.der).chunked(64)] {
            let content = reader.read(Array(text.utf8), path: "a.txt")
            #expect(content.certificates.map(\.der) == [leaf.der])
            #expect(content.record.kind == .base64)
        }
    }

    @Test(arguments: [false, true], [false, true])
    func readsBareBase64InUTF16WithAMark(_ isBigEndian: Bool, isOneLine: Bool) {
        let base64 = PEMWriter.base64(leaf.der)
        let text = isOneLine ? base64 : base64.chunked(64).replacing("\n", with: "\r\n")
        let octets = ("\u{feff}" + text + "\r\n").utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
            return isBigEndian ? pair : pair.reversed()
        }
        let content = reader.read(octets, path: "a.txt")
        #expect(content.certificates.map(\.der) == [leaf.der])
        #expect(content.record.status == "ok")
    }

    @Test func readsSeveralInBareBase64() {
        let text = PEMWriter.base64(leaf.der) + "\n\n" + PEMWriter.base64(root.der)
        #expect(reader.read(Array(text.utf8), path: "a.txt").certificates.map(\.der) == [leaf.der, root.der])
    }

    @Test func readsAPEMInBase64() {
        let encoded = PEMWriter.base64(Array((leaf.pem + root.pem).utf8))
        for text in [
            encoded, "data:\n  tls.crt: \(encoded)\n  tls.key: eHl6\n", "{\"certificate\":\"\(encoded)\"}",
        ] {
            #expect(
                reader.read(Array(text.utf8), path: "a.yaml").certificates.map(\.der) == [leaf.der, root.der]
            )
        }
    }
}

extension String {
    fileprivate func chunked(_ width: Int) -> String {
        let text = Array(utf8)
        return stride(from: 0, to: text.count, by: width).map { start in
            String(decoding: text[start..<min(start + width, text.count)], as: UTF8.self) + "\n"
        }.joined()
    }
}
