import Octets
import OpenSSLBridge

/// Tells what octets are and hands them to the reader for that.
///
/// The order matters. DER is tried first because its first octet decides, behind a mark or line ends too; then PEM, which may stand anywhere in a
/// text; then the wide encodings of text and base64 without armour. What follows DER is read again, for files that
/// somebody put together.
enum ContentReader {
    static func read(_ octets: [UInt8], into collector: inout ContentCollector, nesting: Int) -> FileKind {
        if let start = firstVisible(octets), octets[start] == DERReader.Tag.sequence,
            let kind = BinaryReader.read(octets, at: start, into: &collector, nesting: nesting)
        {
            return kind
        }
        if let kind = PEMReader.read(octets, into: &collector) { return kind }
        if let wide = WideText(octets) {
            collector.note("\(wide.rawValue) text")
            return read(text: wide.narrowed(octets), into: &collector, nesting: nesting)
        }
        return read(text: octets, into: &collector, nesting: nesting)
    }

    private static func read(
        text octets: [UInt8],
        into collector: inout ContentCollector,
        nesting: Int
    ) -> FileKind {
        guard let start = firstVisible(octets) else {
            collector.report(.empty, octets.isEmpty ? "the file is empty" : "the file holds white space only")
            return .empty
        }
        if let kind = PEMReader.read(octets, into: &collector) { return kind }
        if let kind = BareBase64.read(octets, from: start, into: &collector, nesting: nesting) { return kind }
        return explain(octets, start, into: &collector)
    }

    /// The first octet that is neither a byte order mark nor white space.
    static func firstVisible(_ octets: [UInt8]) -> Int? {
        var start = 0
        if octets.starts(with: [0xef, 0xbb, 0xbf]) { start = 3 }
        return octets[start...].firstIndex { !Base64Decoder.isBlank($0) }
    }

    /// Asks the other formats, and says why nothing was read.
    private static func explain(
        _ octets: [UInt8],
        _ start: Int,
        into collector: inout ContentCollector
    ) -> FileKind {
        if let kind = InputFormatRegistry.read(octets, into: &collector) { return kind }
        if octets[start...].starts(with: [DERReader.Tag.sequence, 0x80]) {
            collector.report(
                .malformed,
                at: start,
                "begins like BER, but holds no CMS message and no PKCS #12"
            )
            return .other
        }
        if DERFrame.isCutOff(octets, at: start) {
            collector.report(.truncated, at: octets.count, "the DER ends too early; copy the file again")
            return .der
        }
        if let line = DamagedArmour.line(in: octets) {
            collector.text = octets
            collector.report(
                .malformed,
                at: line,
                "the BEGIN line is damaged; it must read -----BEGIN CERTIFICATE----- with five hyphens each side"
            )
            return .pem
        }
        if let complaint = DamagedDER.complaint(about: octets, from: start) {
            collector.report(.malformed, at: start, complaint)
            return .der
        }
        if let complaint = HollowDER.complaint(about: octets, from: start) {
            collector.report(.malformed, at: start, complaint)
            return .der
        }
        let isText = !octets.prefix(4_096).contains { $0 < 0x20 && !Base64Decoder.isBlank($0) }
        collector.report(
            .notACertificate,
            isText ? "text without a certificate" : "no format that holds certificates"
        )
        return isText ? .text : .other
    }
}

/// Takes DER elements for what they are, wherever they came from.
extension ContentCollector {
    /// Takes one element of a kind that is told by its content; false where it is nothing known.
    mutating func take(_ octets: [UInt8], _ element: DERReader.Element, shape: DERShape) -> Bool {
        switch shape {
        case .certificate:
            met(.der)
            add(certificate: Self.copy(octets, element))
        case .certificateRequest:
            met(.certificateRequest)
            add(request: Self.copy(octets, element))
        case .revocationList:
            met(.revocationList)
            add(revocationList: Self.copy(octets, element))
        case .ocspResponse:
            met(.ocspResponse)
            add(ocspResponse: Self.copy(octets, element))
        case .trustList: met(.trustList)
        case .publicKey: met(.publicKey)
        case .signedData: take(signedData: octets, element)
        case .otherMessage:
            met(.pkcs7)
            report(.notACertificate, "a CMS message without certificates")
        case .pkcs12:
            met(.pkcs12)
            if let failure = take(pkcs12: Self.copy(octets, element)) { report(failure, opening: "PKCS #12") }
        case .privateKey:
            met(.privateKey)
            add(isEncrypted: false) { _ in PrivateKeyReader.publicKeyInfo(of: Self.copy(octets, element)) }
        case .encryptedPrivateKey:
            met(.privateKey)
            take(encryptedKey: Self.copy(octets, element))
        case .otherSigned, .unknown: return false
        }
        return true
    }

    /// Takes a message in BER, which has no lengths to go by; false where OpenSSL cannot read it either.
    mutating func take(berMessage octets: [UInt8]) -> Bool {
        if let certificates = PKCS7Reader.certificates(inBER: octets) {
            take(messageCertificates: certificates)
            return true
        }
        switch take(pkcs12: octets) {
        case nil: break
        // Damaged as a PKCS #12 means that it was none.
        case .malformed: return false
        case let failure?:
            met(.pkcs12)
            report(failure, opening: "PKCS #12")
        }
        return true
    }

    private mutating func take(pkcs12 der: [UInt8]) -> PasswordFailure? {
        do throws(PasswordFailure) {
            let contents = try PKCS12Reader.read(der, passwords: passwords, budget: &budget)
            met(.pkcs12)
            let certificates = contents.certificateBags.compactMap(CertificateBag.certificate(in:))
            for certificate in certificates { add(certificate: certificate) }
            for key in contents.keys { add(isEncrypted: key.isProtected) { _ in key.publicKeyInfo } }
            noteLegacyEncryption(contents.legacyEncryption)
            if contents.hasSealedParts { note("parts of the PKCS #12 stayed shut, for want of the password") }
            if certificates.isEmpty { report(.notACertificate, "a PKCS #12 without certificates") }
            return nil
        } catch {
            return error
        }
    }

    private mutating func take(encryptedKey der: [UInt8]) {
        let open = publicKeyInfo(ofEncryptedKey: der, passwords: [[]])
        guard open == nil else { return add(isEncrypted: false) { _ in open } }
        let info = publicKeyInfo(ofEncryptedKey: der, passwords: passwords)
        add(isEncrypted: true) { _ in info }
    }

    private mutating func publicKeyInfo(ofEncryptedKey der: [UInt8], passwords: [[UInt8]]) -> [UInt8]? {
        guard wantsPrivateKeys else { return nil }
        return try? PrivateKeyReader.publicKeyInfo(ofEncrypted: der, passwords: passwords, budget: &budget)
    }

    private mutating func take(signedData octets: [UInt8], _ element: DERReader.Element) {
        let certificates = SignedDataReader.certificates(octets, element, limit: certificatesWanted)
        let lists = SignedDataReader.revocationLists(octets, element, limit: limits.certificates)
        for list in lists ?? [] { add(revocationList: list) }
        take(messageCertificates: certificates ?? PKCS7Reader.certificates(inBER: Self.copy(octets, element)))
    }

    private mutating func take(messageCertificates certificates: [[UInt8]]?) {
        met(.pkcs7)
        guard let certificates else {
            report(.malformed, "the CMS message is damaged")
            return
        }
        if certificates.isEmpty { report(.notACertificate, "a CMS message without certificates") }
        for certificate in certificates { add(certificate: certificate) }
    }

    /// The element's octets; without a copy where they are all there is.
    static func copy(_ octets: [UInt8], _ element: DERReader.Element) -> [UInt8] {
        element.whole == 0..<octets.count ? octets : Array(octets[element.whole])
    }
}
