// The facts of a certificate as JSON, the same in an audit and an inspection.
extension JSONText {
    /// What every report says of a certificate.
    mutating func certificateFacts(_ certificate: Certificate) {
        let (subject, issuer) = (certificate.subject, certificate.issuer)
        member("sha256", certificate.sha256)
        member("thumbprint", certificate.thumbprint)
        member("subject", subject.rfc4514)
        member("issuer", issuer.rfc4514)
        member("subjectDotNet", subject.dotNet)
        member("issuerDotNet", issuer.dotNet)
        // TlsCertificateName's text, whose parts are at hand already.
        textMember("tlsCertificateName") { text in
            text.append("<I>" as StaticString)
            JSONString.appendContent(issuer.dotNet, to: &text)
            text.append("<S>" as StaticString)
            JSONString.appendContent(subject.dotNet, to: &text)
        }
        textMember("serialNumber") { certificate.serialNumber.appendHexadecimal(to: &$0) }
        member("version", certificate.version)
        member("notBefore", certificate.notBefore.instant)
        member("notAfter", certificate.notAfter.instant)
        publicKey(certificate.publicKey)
        signatureAlgorithm(certificate.signatureAlgorithm)
        key("keyUsage")
        if let usage = certificate.keyUsage {
            open(UInt8(ascii: "["))
            usage.forEachName { string(plain: $0) }
            close(UInt8(ascii: "]"))
        } else {
            null()
        }
        key("extendedKeyUsage")
        if let purposes = certificate.extendedKeyUsage {
            array(purposes) { $0.string($1.name) }
        } else {
            null()
        }
        key("basicConstraints")
        basicConstraints(certificate.basicConstraints)
        member("subjectAlternativeNames", array: certificate.subjectAlternativeNames) { json, name in
            json.object { json in
                json.member("kind", name.kind)
                switch name {
                case .dns(let octets):
                    json.key("value")
                    json.string(octets)
                    json.member("isHostName", PreferredNameSyntax.defect(of: octets) == nil)
                case .email, .uri, .ip, .directory, .other: json.member("value", name.printed)
                }
            }
        }
    }

    /// What only an inspection says: extensions that take work to decode.
    mutating func certificateDetails(_ certificate: Certificate) {
        member("subjectKeyIdentifier", certificate.subjectKeyIdentifier.map { Hexadecimal.string($0) })
        member("authorityKeyIdentifier", certificate.authorityKeyIdentifier.map { Hexadecimal.string($0) })
        member("issuerURLs", certificate.issuerURLs)
        member("ocspURLs", certificate.ocspURLs)
        member("crlURLs", certificate.crlURLs)
        member("policies", certificate.policies.map(\.dotted))
        key("nameConstraints")
        if let constraints = certificate.nameConstraints {
            object { json in
                json.member("permitted", array: constraints.permitted) { $0.generalName($1) }
                json.member("excluded", array: constraints.excluded) { $0.generalName($1) }
            }
        } else {
            null()
        }
        member("hasSignedCertificateTimestamps", certificate.hasSignedCertificateTimestamps)
        member("isSelfIssued", certificate.isSelfIssued)
        member("extensions", array: certificate.extensions) { json, element in
            json.object { json in
                json.member("oid", element.identifier)
                json.member("critical", element.isCritical)
                json.member("octets", element.value.count)
            }
        }
        member("encodingDefects", certificate.encodingDefects.map(\.text))
    }

    private mutating func publicKey(_ publicKey: SubjectPublicKey) {
        member("key") { json in
            json.member("name", publicKey.name)
            json.member("algorithm", publicKey.algorithm)
            json.member("bits", publicKey.bits)
            json.member("sha256", publicKey.sha256)
        }
    }

    private mutating func signatureAlgorithm(_ algorithm: SignatureAlgorithm) {
        member("signatureAlgorithm") { json in
            json.member("name", algorithm.name)
            json.member("oid", algorithm.identifier)
            json.member("hash", algorithm.hash?.rawValue)
        }
    }

    private mutating func basicConstraints(_ constraints: BasicConstraints?) {
        switch constraints {
        case nil: null()
        case .notAuthority:
            object { json in
                json.member("isAuthority", false)
                json.member("pathLength", nil as Int?)
            }
        case .authority(let maximum):
            object { json in
                json.member("isAuthority", true)
                json.member("pathLength", maximum)
            }
        }
    }

    private mutating func generalName(_ name: GeneralName) {
        object { json in
            json.member("kind", name.kind)
            json.member("value", name.printed)
        }
    }
}
