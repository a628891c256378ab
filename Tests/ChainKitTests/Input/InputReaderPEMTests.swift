import ChainKit
import TestSupport
import Testing

struct InputReaderPEMTests {
    private let root = Forge.authority("Alpha Root")
    private let leaf = Forge.selfSigned("mail.contoso.com")
    private let reader = InputReader()

    private func read(_ text: String) -> FileContent { reader.read(Array(text.utf8), path: "a.pem") }

    private func expectBoth(_ octets: [UInt8]) {
        let content = reader.read(octets, path: "a.pem")
        #expect(content.certificates.map(\.der) == [leaf.der, root.der])
        #expect(content.record.status == "ok")
        #expect(content.record.certificates == 2)
    }

    @Test func readsEveryBlockInOrder() {
        let content = read(leaf.pem + "some text\n" + root.pem)
        #expect(content.certificates.map(\.der) == [leaf.der, root.der])
        #expect(content.certificates.map(\.location.index) == [0, 1])
        #expect(content.record == FileRecord(path: "a.pem", kind: .pem, certificates: 2))
    }

    @Test(arguments: ["\r\n", "\r", "\n\n", " \n", "\n    ", " ", "\n\t"])
    func readsAnyLineEnd(_ lineEnd: String) {
        expectBoth(Array((leaf.pem + root.pem).split(separator: "\n").joined(separator: lineEnd).utf8))
    }

    @Test(arguments: [1, 37, 76, 100_000])
    func readsAnyLineWidth(_ width: Int) {
        let blocks = [leaf, root].map { PEMWriter.block("CERTIFICATE", $0.der, width: width) }
        expectBoth(Array(blocks.joined().utf8))
    }

    @Test(arguments: [false, true], [false, true])
    func readsUTF16(isBigEndian: Bool, hasMark: Bool) {
        let text = (hasMark ? "\u{feff}" : "") + "Zertifikat f\u{fc}r Contoso\r\n" + leaf.pem + root.pem
        let octets = text.utf16.flatMap { unit in
            let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
            return isBigEndian ? pair.reversed() : pair
        }
        let content = reader.read(octets, path: "a.pem")
        #expect(content.certificates.map(\.der) == [leaf.der, root.der])
        #expect(content.record.notes == [isBigEndian ? "UTF-16BE text" : "UTF-16LE text"])
    }

    @Test func readsUTF32() {
        let octets = ("\u{feff}" + leaf.pem + root.pem).unicodeScalars.flatMap { scalar in
            (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xff) }
        }
        #expect(reader.read(octets, path: "a.pem").certificates.count == 2)
    }

    @Test func readsBehindAByteOrderMark() { expectBoth(Array(("\u{feff}" + leaf.pem + root.pem).utf8)) }

    @Test func readsWhereEndAndBeginStandOnOneLine() {
        expectBoth(Array((leaf.pem.dropLast() + root.pem).utf8))
    }

    @Test(arguments: ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CRL", "PKCS7"])
    func tellsACertificateByContentUnderAnyLabel(_ label: String) {
        let content = read(PEMWriter.block(label, leaf.der))
        #expect(content.certificates.map(\.der) == [leaf.der])
    }

    @Test func stripsWhatOpenSSLAddsToATrustedCertificate() {
        let added = DERWriter.sequence(DERWriter.element(0x0c, Array("alias".utf8)))
        let content = read(PEMWriter.block("TRUSTED CERTIFICATE", leaf.der + added))
        #expect(content.certificates.map(\.der) == [leaf.der])
        #expect(content.record.notes.isEmpty)
    }

    @Test func readsBehindHeaders() {
        let text = leaf.pem.replacing("CERTIFICATE-----\nM", with: "CERTIFICATE-----\nX-Note: one\n two\n\nM")
        #expect(read(text).certificates.map(\.der) == [leaf.der])
    }

    @Test(
        arguments: [
            ["\n", "\\n"], ["\n", "\\r\\n", "+", "\\u002B"], ["\n", "\\\\n", "/", "\\/"], ["\n", "<br>\n"],
            ["=", "=3D", "A", "=\nA"], ["\n", "\n> "], ["\n", "\\n\"\n\""], ["\n", "&#10;"],
        ]
    )
    func readsWhatAnotherFormatQuotes(_ replacements: [String]) {
        // Certificates of 40 lengths and signatures: some have padding, some a slash where a line begins.
        for _ in 0..<40 {
            let leaf = Forge.selfSigned("mail.contoso.com")
            var text = leaf.pem
            for index in stride(from: 0, to: replacements.count, by: 2) {
                text = text.replacing(replacements[index], with: replacements[index + 1])
            }
            let content = read("\"certificate\": \"" + text + "\"\n")
            #expect(content.certificates.map(\.der) == [leaf.der], "\(text)")
        }
    }

    @Test func losesNoNeighbourToABadBlock() {
        let cut = PEMWriter.block("CERTIFICATE", Array(root.der.dropLast(40)))
        let illegal = root.pem.replacing("CERTIFICATE-----\nMII", with: "CERTIFICATE-----\nM!!")
        let empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"
        let open = root.pem.components(before: "-----END")
        let content = read(cut + leaf.pem + illegal + root.pem + empty + open + leaf.pem + open)
        #expect(content.certificates.map(\.der) == [leaf.der, root.der, leaf.der])
        let codes = content.record.problems.map(\.code)
        #expect(codes == [.truncated, .malformed, .malformed, .truncated, .truncated])
        #expect(content.record.status == "truncated")
        #expect(content.record.problems.first?.line == 1)
    }

    @Test func namesALineThatIsNotBase64() {
        let text = "a note\r\n" + leaf.pem.replacing("CERTIFICATE-----\nMII", with: "CERTIFICATE-----\nM!I")
        let problem = read(text).record.problems.first
        #expect(problem?.code == .malformed)
        #expect(problem?.message == "line 3: the block's base64 holds 0x21; copy the file again")
    }

    @Test(arguments: [
        "\u{2013}\u{2013}BEGIN CERTIFICATE\u{2013}\u{2013}", "----BEGIN CERTIFICATE----",
        "-----BEGIN  CERTIFICATE-----", "-----begin certificate-----",
    ])
    func reportsADamagedBeginLine(_ line: String) {
        let content = read("text\n" + line + leaf.pem.dropFirst(27))
        #expect(content.certificates.isEmpty)
        #expect(content.record.status == "malformed")
        #expect(content.record.problems.first?.line == 2)
    }

    @Test func readsNoCertificateOutOfAPEMInsideAPEM() {
        let content = read(PEMWriter.block("CERTIFICATE", Array(leaf.pem.utf8)))
        #expect(content.certificates.isEmpty)
        #expect(content.record.status == "malformed")
    }

    @Test func takesAMentionOfABeginLineForText() {
        let content = read("grep -q \"-----BEGIN CERTIFICATE-----\" \"$1\" && echo certificate\n")
        #expect(content.record.kind == .text)
        #expect(content.record.status == "not-a-certificate")
    }

    @Test func reportsARequestUnderACertificatesLabel() {
        let record = read(PEMWriter.block("CERTIFICATE", leaf.request)).record
        #expect(record.status == "mislabelled")
        #expect(record.problems.first?.detail.contains("certificate request") == true)
    }
}

extension String {
    fileprivate func components(before text: String) -> String {
        firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
