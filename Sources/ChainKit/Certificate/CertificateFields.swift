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
    private(set) var authorityKeyIdentifier: Certificate.AuthorityKeyIdentifierFields?
    /// Extensions whose value is not what RFC 5280 says it is and that a path does not depend on.
    private(set) var undecodableExtensions: [ObjectIdentifier] = []
    private(set) var defects: [EncodingDefect] = []

    /// Reads what OpenSSL makes of `encoding`, which is `der` itself or stands in for it where that is damaged.
    init(
        parsing encoding: [UInt8],
        of der: [UInt8],
        layout: CertificateLayout,
        memory: CertificateMemory? = nil
    ) throws(CertificateError) {
        do throws(OpenSSLError) {
            self = try encoding.withUnsafeBufferPointer { buffer throws(OpenSSLError) in
                let handle = try X509Handle(der: buffer)
                guard let fields = CertificateFields(handle, der: der, layout: layout, memory: memory) else {
                    throw X509Handle.complaint(about: buffer)
                }
                return fields
            }
        } catch {
            throw .malformed(reason: error.description)
        }
    }

    /// Reads the fields, nil where the issuer or the subject is no name.
    private init?(
        _ handle: borrowing X509Handle,
        der: [UInt8],
        layout: CertificateLayout,
        memory: CertificateMemory?
    ) {
        version = handle.version
        let serial = handle.serialNumber
        serialNumber = SerialNumber(magnitude: serial.magnitude, isNegative: serial.isNegative)
        let issuerDER = der[layout.issuer]
        guard
            let issuer = issuerDER.withUnsafeBufferPointer({ memory?.name($0) })
                ?? Self.name(.issuer, of: handle, der: issuerDER),
            let subject = Self.name(.subject, of: handle, der: der[layout.subject]),
            let keyAlgorithm = Self.algorithm(.keyAlgorithm, of: handle, memory),
            let signatureAlgorithm = Self.algorithm(.signatureAlgorithm, of: handle, memory),
            let algorithmsAgree = Self.signatureAlgorithmsAgree(in: handle)
        else { return nil }
        self.issuer = issuer
        self.subject = subject
        notBefore = Self.time(.notBefore, of: handle)
        notAfter = Self.time(.notAfter, of: handle)
        let info = der[layout.subjectPublicKeyInfo]
        publicKey =
            handle.publicKey { key in
                SubjectPublicKey(
                    algorithm: keyAlgorithm.algorithm,
                    parameters: keyAlgorithm.parameters,
                    key: key,
                    info: info
                )
            } ?? SubjectPublicKey(unreadable: info)
        self.signatureAlgorithm = SignatureAlgorithm(
            identifier: signatureAlgorithm.algorithm,
            parameters: signatureAlgorithm.parameters
        )
        if case .malformed(let reason) = notBefore { defects.append(.notBefore(reason: reason)) }
        if case .malformed(let reason) = notAfter { defects.append(.notAfter(reason: reason)) }
        if !algorithmsAgree { defects.append(.signatureAlgorithmsDiffer) }
        if let reason = publicKey.numberDefect { defects.append(.publicKey(reason: reason)) }
        let versionPlace = defects.count
        guard readExtensions(of: handle, memory) else { return nil }
        if !(1...3).contains(version) || version < 3 && !extensions.isEmpty {
            defects.insert(.version(version), at: versionPlace)
        }
    }

    private static func name(
        _ part: X509Handle.EncodedPart,
        of handle: borrowing X509Handle,
        der: ArraySlice<UInt8>
    ) -> DistinguishedName? {
        handle.lend(part) { encoded in
            var attributes: [DistinguishedName.Attribute] = []
            let isName = NameDecoding.forEachAttribute(ofNameDER: encoded) {
                attributes.append(DistinguishedName.Attribute($0))
            }
            return isName ? DistinguishedName(der: der, attributes: attributes) : nil
        }
    }

    private static func algorithm(
        _ part: X509Handle.EncodedPart,
        of handle: borrowing X509Handle,
        _ memory: CertificateMemory?
    ) -> AlgorithmIdentifier? {
        handle.lend(part) { memory?.algorithm($0) ?? AlgorithmIdentifier(der: $0) }
    }

    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 4.1.1.2); nil where it is none.
    private static func signatureAlgorithmsAgree(in handle: borrowing X509Handle) -> Bool? {
        handle.lend(.signatureAlgorithm) { outer in
            handle.lend(.signedSignatureAlgorithm) { inner in
                OctetSearch.areSame(outer, inner) ? true : AlgorithmDecoding.areSame(outer, inner)
            }
        }
    }

    private static func time(_ role: X509Handle.TimeRole, of handle: borrowing X509Handle) -> ValidityTime {
        handle.time(role) { tag, text in
            ValidityTime(isUTCTime: tag == Int32(DERReader.Tag.utcTime), text: text)
        } ?? .malformed(reason: "there is none")
    }

    /// Reads the extensions, false where there is something else in their place.
    private mutating func readExtensions(of handle: borrowing X509Handle, _ memory: CertificateMemory?)
        -> Bool
    {
        extensions.reserveCapacity(handle.extensionCount)
        var occurrences = Occurrences()
        return handle.forEachExtension { encoded in
            guard let reading = memory.map({ $0.reading(encoded) }) ?? ExtensionReading(encoded: encoded)
            else {
                return false
            }
            let identifier = reading.item.identifier
            let occurrence = occurrences.count(identifier)
            if occurrence == 2 { defects.append(.repeatedExtension(identifier)) }
            if occurrence == 1 { keep(reading) }
            if reading.isUndecodable { undecodableExtensions.append(identifier) }
            extensions.append(reading.item)
            return true
        }
    }

    private mutating func keep(_ reading: ExtensionReading) {
        switch reading.content {
        case .alternativeNames(let names): subjectAlternativeNames = names
        case .keyUsage(let usage): keyUsage = usage
        case .purposes(let purposes): extendedKeyUsage = purposes
        case .basicConstraints(let constraints): basicConstraints = constraints
        case .subjectKeyIdentifier(let key): subjectKeyIdentifier = key
        case .authorityKeyIdentifier(let fields): authorityKeyIdentifier = fields
        case .nothing: break
        case .malformed: defects.append(.extensionValue(reading.item.identifier))
        }
    }

    /// Counts how often each identifier was met: in a list while they are few, as they are in nearly every certificate.
    private struct Occurrences {
        private var few: [(identifier: ObjectIdentifier, count: Int)] = []
        private var many: [ObjectIdentifier: Int] = [:]

        init() { few.reserveCapacity(Self.mostInList) }

        mutating func count(_ identifier: ObjectIdentifier) -> Int {
            if let place = few.firstIndex(where: { $0.identifier == identifier }) {
                few[place].count += 1
                return few[place].count
            }
            guard few.count == Self.mostInList else {
                few.append((identifier, 1))
                return 1
            }
            many[identifier, default: 0] += 1
            return many[identifier] ?? 1
        }

        private static let mostInList = 16
    }
}

extension SubjectPublicKey {
    fileprivate init(unreadable info: ArraySlice<UInt8>) {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        self.init(algorithm: ObjectIdentifier(derContent: none), parameters: .absent, key: none, info: info)
    }
}
