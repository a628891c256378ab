import OpenSSLBridge

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
