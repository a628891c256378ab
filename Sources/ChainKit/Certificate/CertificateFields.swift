import OpenSSLBridge

/// What is read from OpenSSL's parse of a certificate, gathered while the parse lives.
struct CertificateFields {
    let version: Int
    let serialNumber: SerialNumber
    let issuer: DistinguishedName
    let subject: DistinguishedName
    let notBefore: ValidityTime
    let notAfter: ValidityTime
    let publicKey: SubjectPublicKey
    let signatureAlgorithm: SignatureAlgorithm
    private(set) var extensions: [CertificateExtension] = []
    private(set) var subjectAlternativeNames: [GeneralName] = []
    private(set) var keyUsage: KeyUsage?
    private(set) var extendedKeyUsage: [KeyPurpose]?
    private(set) var basicConstraints: BasicConstraints?
    private(set) var subjectKeyIdentifier: [UInt8]?
    private(set) var authorityKeyIdentifier: [UInt8]?
    private(set) var defects: [EncodingDefect] = []

    /// Reads what OpenSSL makes of `encoding`, which is `der` itself or stands in for it where that is damaged.
    init(parsing encoding: [UInt8], of der: [UInt8], layout: CertificateLayout) throws(CertificateError) {
        do throws(OpenSSLError) {
            self = try encoding.withUnsafeBufferPointer { buffer throws(OpenSSLError) in
                CertificateFields(try X509Handle(der: buffer), der: der, layout: layout)
            }
        } catch {
            throw .malformed(reason: error.description)
        }
    }

    private init(_ handle: borrowing X509Handle, der: [UInt8], layout: CertificateLayout) {
        version = handle.version
        let serial = handle.serialNumber
        serialNumber = SerialNumber(magnitude: serial.magnitude, isNegative: serial.isNegative)
        issuer = Self.name(.issuer, of: handle, der: der[layout.issuer])
        subject = Self.name(.subject, of: handle, der: der[layout.subject])
        notBefore = Self.time(.notBefore, of: handle)
        notAfter = Self.time(.notAfter, of: handle)
        let info = der[layout.subjectPublicKeyInfo]
        publicKey =
            handle.publicKey { algorithm, parameters, key in
                SubjectPublicKey(
                    algorithm: ObjectIdentifier(derContent: algorithm),
                    parameters: parameters,
                    key: key,
                    info: info
                )
            } ?? SubjectPublicKey(unreadable: info)
        signatureAlgorithm =
            handle.signatureAlgorithm { algorithm, parameters in
                SignatureAlgorithm(
                    identifier: ObjectIdentifier(derContent: algorithm),
                    parameters: parameters
                )
            } ?? SignatureAlgorithm(identifier: ObjectIdentifier(derContent: []), parameters: .absent)
        if case .malformed(let reason) = notBefore { defects.append(.notBefore(reason: reason)) }
        if case .malformed(let reason) = notAfter { defects.append(.notAfter(reason: reason)) }
        if !handle.signatureAlgorithmsAgree { defects.append(.signatureAlgorithmsDiffer) }
        if let reason = publicKey.numberDefect { defects.append(.publicKey(reason: reason)) }
        if !(1...3).contains(version) || version < 3 && handle.extensionCount > 0 {
            defects.append(.version(version))
        }
        readExtensions(of: handle)
    }

    private static func name(
        _ role: X509Handle.NameRole,
        of handle: borrowing X509Handle,
        der: ArraySlice<UInt8>
    ) -> DistinguishedName {
        var attributes: [DistinguishedName.Attribute] = []
        handle.forEachAttribute(of: role) { attributes.append(DistinguishedName.Attribute($0)) }
        return DistinguishedName(der: der, attributes: attributes)
    }

    private static func time(_ role: X509Handle.TimeRole, of handle: borrowing X509Handle) -> ValidityTime {
        handle.time(role) { tag, text in
            ValidityTime(isUTCTime: tag == Int32(DERReader.Tag.utcTime), text: text)
        } ?? .malformed(reason: "there is none")
    }

    private mutating func readExtensions(of handle: borrowing X509Handle) {
        extensions.reserveCapacity(handle.extensionCount)
        var occurrences: [ObjectIdentifier: Int] = Dictionary(minimumCapacity: handle.extensionCount)
        handle.forEachExtension { item in
            let identifier = ObjectIdentifier(derContent: item.identifier)
            occurrences[identifier, default: 0] += 1
            let occurrence = occurrences[identifier]
            if occurrence == 2 { defects.append(.repeatedExtension(identifier)) }
            if occurrence == 1, !decode(identifier, item.value) {
                defects.append(.extensionValue(identifier))
            }
            extensions.append(
                CertificateExtension(
                    identifier: identifier,
                    isCritical: item.isCritical,
                    value: Array(item.value)
                )
            )
        }
    }

    /// Decodes one extension into its field; false where the value is malformed.
    private mutating func decode(_ identifier: ObjectIdentifier, _ value: UnsafeBufferPointer<UInt8>) -> Bool
    {
        typealias Identifier = CertificateExtension.Identifier
        switch identifier {
        case Identifier.subjectAltName:
            guard let names = ExtensionDecoding.generalNames(value), !names.isEmpty else { return false }
            subjectAlternativeNames = names.map(GeneralName.init)
        case Identifier.keyUsage:
            guard let bits = ExtensionDecoding.bits(value, limit: 9) else { return false }
            keyUsage = KeyUsage(
                rawValue: bits.enumerated().reduce(0) { $1.element ? $0 | 1 << $1.offset : $0 }
            )
        case Identifier.extKeyUsage:
            guard let purposes = ExtensionDecoding.identifiers(value), !purposes.isEmpty else { return false }
            extendedKeyUsage = purposes.map { KeyPurpose(ObjectIdentifier(derContent: $0)) }
        case Identifier.basicConstraints:
            guard let constraints = ExtensionDecoding.basicConstraints(value),
                constraints.pathLength ?? 0 >= 0
            else { return false }
            basicConstraints =
                constraints.isAuthority
                ? .authority(maximumPathLength: constraints.pathLength) : .notAuthority
        case Identifier.subjectKeyIdentifier:
            guard let key = ExtensionDecoding.octetString(value) else { return false }
            subjectKeyIdentifier = key
        case Identifier.authorityKeyIdentifier:
            guard let authority = ExtensionDecoding.authorityKeyIdentifier(value) else { return false }
            authorityKeyIdentifier = authority.keyIdentifier
        case Identifier.nameConstraints:
            return ExtensionDecoding.nameConstraints(value) != nil
        case Identifier.certificatePolicies:
            return ExtensionDecoding.policies(value) != nil
        case Identifier.policyMappings:
            return ExtensionDecoding.policyMappings(value) != nil
        case Identifier.policyConstraints:
            return ExtensionDecoding.policyConstraints(value) != nil
        case Identifier.inhibitAnyPolicy:
            return ExtensionDecoding.skipCertificates(value) != nil
        default: break
        }
        return true
    }
}

extension SubjectPublicKey {
    fileprivate init(unreadable info: ArraySlice<UInt8>) {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        self.init(algorithm: ObjectIdentifier(derContent: none), parameters: .absent, key: none, info: info)
    }
}
