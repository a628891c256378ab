internal import COpenSSL

/// What a test OCSP response shall say about one certificate.
package struct OCSPResponseTemplate: Sendable {
    package enum Status: Sendable { case good, revoked(reason: Int?), unknown }
    package enum Digest: Sendable { case sha1, sha256 }

    package var status = Status.good
    package var digest = Digest.sha1
    package var thisUpdate = "20260501000000Z"
    package var nextUpdate: String? = "20260701000000Z"
    /// Whether the responder is named by the digest of its key and not by its name.
    package var namesResponderByKey = false
    /// Certificates that come with the response.
    package var certificates: [ForgedCertificate] = []
    /// Extensions of the single response.
    package var extensions: [ForgedExtension] = []

    package init() {}

    func signedPart(
        about certificate: ForgedCertificate,
        issuer: ForgedCertificate,
        responder: ForgedCertificate
    ) -> [UInt8] {
        let algorithm = digest == .sha1 ? "1.3.14.3.2.26" : "2.16.840.1.101.3.4.2.1"
        let identity = DERWriter.sequence(
            DERWriter.sequence(DERWriter.identifier(algorithm), [0x05, 0x00]),
            DERWriter.octetString(hash(issuer.name, digest)),
            DERWriter.octetString(hash(issuer.keyOctets, digest)),
            DERWriter.element(0x02, certificate.serial)
        )
        let answer: [UInt8]
        switch status {
        case .good: answer = [0x80, 0x00]
        case .unknown: answer = [0x82, 0x00]
        case .revoked(let reason):
            let cause = reason.map { DERWriter.element(0xa0, [0x0a, 0x01, UInt8($0)]) } ?? []
            answer = DERWriter.element(0xa1, RevocationListTemplate.time("20260201000000Z") + cause)
        }
        let next = nextUpdate.map { DERWriter.element(0xa0, RevocationListTemplate.time($0)) } ?? []
        let items =
            extensions.isEmpty ? [] : DERWriter.element(0xa1, DERWriter.sequence(extensions.flatMap(\.der)))
        let time = RevocationListTemplate.time(thisUpdate)
        let single = DERWriter.sequence(identity, answer, time, next, items)
        let identifier =
            namesResponderByKey
            ? DERWriter.element(0xa2, DERWriter.octetString(hash(responder.keyOctets, .sha1)))
            : DERWriter.element(0xa1, responder.name)
        return DERWriter.sequence(identifier, time, DERWriter.sequence(single))
    }

    private func hash(_ octets: [UInt8], _ digest: Digest) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            var length: UInt32 = 0
            let algorithm = digest == .sha1 ? EVP_sha1() : EVP_sha256()
            must(EVP_Digest(octets, octets.count, buffer.baseAddress, &length, algorithm, nil))
            count = Int(length)
        }
    }
}

extension ForgedCertificate {
    /// The key without tag, length and unused bits.
    fileprivate var keyOctets: [UInt8] {
        withPointer { certificate in
            let string = must(X509_get0_pubkey_bitstr(certificate))
            return Array(
                UnsafeBufferPointer(
                    start: ASN1_STRING_get0_data(string),
                    count: Int(ASN1_STRING_length(string))
                )
            )
        }
    }

    /// An OCSP response that this certificate's P-256 key signs, about one that `issuer` issued.
    package func ocspResponse(
        about certificate: ForgedCertificate,
        of issuer: ForgedCertificate,
        _ adjust: (inout OCSPResponseTemplate) -> Void = { _ in }
    ) -> [UInt8] {
        var template = OCSPResponseTemplate()
        adjust(&template)
        let part = template.signedPart(about: certificate, issuer: issuer, responder: self)
        let certificates = DERWriter.sequence(template.certificates.flatMap(\.der))
        let basic = DERWriter.sequence(
            part,
            RevocationListTemplate.algorithm,
            DERWriter.element(0x03, [0] + key.sign(part)),
            template.certificates.isEmpty ? [] : DERWriter.element(0xa0, certificates)
        )
        let typed = DERWriter.sequence(
            DERWriter.identifier("1.3.6.1.5.5.7.48.1.1"),
            DERWriter.octetString(basic)
        )
        return DERWriter.sequence([0x0a, 0x01, 0x00], DERWriter.element(0xa0, typed))
    }
}
