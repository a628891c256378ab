import Octets
import OpenSSLBridge

/// Reads every block of a PEM; a bad block is reported and costs its neighbours nothing.
struct PEMReader {
    private let text: [UInt8]
    /// Whether text of the same file follows, beginning with a block.
    private let isContinued: Bool

    /// Gives nil, and takes nothing, where the text holds no BEGIN line at or after `start`.
    static func read(_ text: [UInt8], from start: Int = 0, into collector: inout ContentCollector)
        -> FileKind?
    {
        var scanner = PEMScanner(text, from: start)
        guard let first = scanner.next() else { return nil }
        let outerText = collector.text
        // Behind binary octets there are no lines to count.
        collector.text = start == 0 ? text : nil
        defer { collector.text = outerText }
        PEMReader(text: text, isContinued: false).read(from: first, &scanner, into: &collector)
        if let offset = scanner.badLabel { collector.report(.malformed, at: offset, badLabel) }
        return kind(&collector)
    }

    /// Reads the blocks of one segment of a larger text and gives the offset of the first BEGIN line without a label,
    /// which is told once a file.
    static func read(segment text: [UInt8], isLast: Bool, into collector: inout ContentCollector) -> Int? {
        var scanner = PEMScanner(text)
        collector.text = text
        defer { collector.text = nil }
        PEMReader(text: text, isContinued: !isLast).read(from: scanner.next(), &scanner, into: &collector)
        return scanner.badLabel
    }

    /// What is said of a BEGIN line without a label.
    static let badLabel = "the BEGIN line has no label; it must read -----BEGIN CERTIFICATE-----"

    private func read(
        from first: PEMScanner.Block?,
        _ scanner: inout PEMScanner,
        into collector: inout ContentCollector
    ) {
        var next = first
        while let block = next {
            read(block, into: &collector)
            if let end = block.end { scanner.skip(to: takeDER(behind: end, into: &collector)) }
            next = scanner.next()
        }
    }

    private func read(_ block: PEMScanner.Block, into collector: inout ContentCollector) {
        let label = PEMLabel(text[block.label])
        guard block.end != nil else {
            guard label.isOurs else { return collector.met(.other) }
            let detail = "the block has no END line; copy the file again"
            return collector.report(.truncated, at: block.start, detail)
        }
        if label == .openSSHKey || !label.isOurs { return takeForeign(block, label, into: &collector) }
        do throws(PEMBody.Failure) {
            let body = try PEMBody(text, in: block.body)
            if body.isEncrypted { return takeEncryptedKey(block, into: &collector) }
            if body.wasDressed { collector.note("PEM quoted inside another format") }
            if !block.labelsAgree { collector.note("BEGIN and END lines with different labels") }
            take(body.octets, label, at: block.start, into: &collector)
        } catch {
            report(error, label, at: block.start, into: &collector)
        }
    }

    /// Takes DER that directly follows a block, as where `cat` put files together, and gives where to go on.
    private func takeDER(behind end: Int, into collector: inout ContentCollector) -> Int {
        let start = BinaryReader.afterFiller(text, from: end)
        guard start + 1 < text.count, text[start] == DERReader.Tag.sequence, text[start + 1] > 0x80 else {
            return start
        }
        let blockText = collector.text
        collector.text = nil
        defer { collector.text = blockText }
        if let end = BinaryReader.takeElements(text, at: start, into: &collector) { return end }
        // The first part of a certificate is a SEQUENCE; text hardly ever looks like that.
        if !isContinued, DERFrame.isCutOff(text, at: start), text[start + 1] <= 0x84,
            OctetSearch.first("-----BEGIN", in: text, from: start) == nil
        {
            collector.report(.truncated, at: start, "the last element ends too early; copy the file again")
        }
        return start
    }

    private func take(
        _ octets: [UInt8],
        _ label: PEMLabel,
        at start: Int,
        into collector: inout ContentCollector
    ) {
        guard let element = DERReader.element(in: octets, at: 0, end: octets.count) else {
            return takeUnframed(octets, label, at: start, into: &collector)
        }
        let shape = DERShape(octets, element)
        if label == .certificate, !shape.belongsUnderCertificate {
            return collector.report(
                .mislabelled,
                at: start,
                "labelled a certificate, but it is \(shape.words)"
            )
        }
        if shape == .certificate {
            if label == .trustedCertificate {
                // What follows is OpenSSL's own: trusted purposes and a name.
            } else if element.whole.upperBound < octets.count {
                collector.note("octets after a certificate were passed over")
            }
            if !label.isForCertificates { collector.note("a certificate under another label") }
        }
        guard !collector.take(octets, element, shape: shape) else { return }
        if label.isForCertificates, element.tag == DERReader.Tag.sequence, element.whole.count > 2 {
            // Meant to be a certificate: whoever parses it says what is wrong.
            collector.met(.der)
            collector.add(certificate: ContentCollector.copy(octets, element))
        } else if label.isForCertificates {
            collector.report(.malformed, at: start, "the block holds no certificate")
        } else {
            collector.met(label.family)
            if label.family == .privateKey { collector.add(isEncrypted: false) { _ in nil } }
        }
    }

    /// Takes a body that is not one whole DER element.
    private func takeUnframed(
        _ octets: [UInt8],
        _ label: PEMLabel,
        at start: Int,
        into collector: inout ContentCollector
    ) {
        if octets.starts(with: [DERReader.Tag.sequence, 0x80]), collector.take(berMessage: octets) { return }
        guard label.isForCertificates else {
            collector.met(label.family)
            if label.family == .privateKey { collector.add(isEncrypted: false) { _ in nil } }
            return
        }
        if DERFrame.isCutOff(octets, at: 0) {
            collector.report(.truncated, at: start, "the block's DER ends too early; copy the file again")
        } else if OctetSearch.matches("-----BEGIN ", in: octets, at: 0) {
            collector.report(.malformed, at: start, "the block holds a PEM again; decode it once")
        } else {
            collector.report(.malformed, at: start, "the block holds no DER")
        }
    }

    private func takeForeign(
        _ block: PEMScanner.Block,
        _ label: PEMLabel,
        into collector: inout ContentCollector
    ) {
        collector.met(label.family)
        guard label == .openSSHKey else { return }
        let isEncrypted: Bool
        if let body = try? PEMBody(text, in: block.body) {
            // "openssh-key-v1", NUL, then the cipher's name with its length.
            isEncrypted = !body.octets.dropFirst(15).starts(with: [0, 0, 0, 4] + Array("none".utf8))
        } else {
            isEncrypted = false
        }
        collector.add(isEncrypted: isEncrypted) { _ in nil }
    }

    private func takeEncryptedKey(_ block: PEMScanner.Block, into collector: inout ContentCollector) {
        collector.met(.privateKey)
        let passwords = collector.passwords
        collector.add(isEncrypted: true) { budget in
            let armoured = Array(text[block.start..<(block.end ?? block.body.upperBound)])
            return try? PrivateKeyReader.publicKeyInfo(
                ofEncryptedPEM: armoured,
                passwords: passwords,
                budget: &budget
            )
        }
    }

    private func report(
        _ failure: PEMBody.Failure,
        _ label: PEMLabel,
        at start: Int,
        into collector: inout ContentCollector
    ) {
        guard label.isForCertificates else {
            collector.met(label.family)
            if label.family == .privateKey { collector.add(isEncrypted: false) { _ in nil } }
            return
        }
        switch failure {
        case .empty: collector.report(.malformed, at: start, "the block is empty")
        case .cutOff: collector.report(.malformed, at: start, "the block's base64 lacks a character")
        case .illegal(let offset):
            let octet = "0x" + Hexadecimal.string([text[offset]])
            collector.report(.malformed, at: offset, "the block's base64 holds \(octet); copy the file again")
        }
    }

    /// What a file of such blocks is; says why it gave nothing where it gave nothing.
    static func kind(_ collector: inout ContentCollector) -> FileKind {
        let families = collector.families
        let kind: FileKind = families.count == 1 && families[0] != .der ? families[0] : .pem
        if collector.record.certificates == 0, collector.record.problems.isEmpty {
            let isMixed = families.count != 1
            let detail =
                isMixed ? "PEM blocks, none of them a certificate" : BinaryReader.description(of: kind)
            collector.report(.notACertificate, detail)
        }
        return kind
    }
}
