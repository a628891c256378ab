import Octets
import OpenSSLBridge

/// What is read of a certificate's parts, gathered while these are lent.
///
/// Never copied: each copy would count twenty references.
struct CertificateFields: ~Copyable, Sendable {
    let layout: CertificateLayout
    let version: Int
    let serialNumber: SerialNumber
    let issuer: DistinguishedName
    let subject: DistinguishedName
    let notBefore: ValidityTime
    let notAfter: ValidityTime
    let publicKey: SubjectPublicKey
    let signatureAlgorithm: SignatureAlgorithm
    let extensions: ExtensionFields
    let defects: [EncodingDefect]

    /// Reads a certificate whose frame is plain; nil where it is not, or where a part of it is not what belongs there.
    static func plain(_ der: [UInt8], memory: CertificateMemory?) -> CertificateFields? {
        var fields: CertificateFields?
        der.withUnsafeBufferPointer { octets in
            guard let parts = PlainCertificate(octets) else { return }
            fields = read(parts, of: der, layout: parts.layout, memory)
        }
        return fields
    }

    /// Reads what OpenSSL makes of `encoding`, which is `der` itself or stands in for it where that is damaged.
    static func parsed(
        _ encoding: [UInt8],
        of der: [UInt8],
        layout: CertificateLayout,
        memory: CertificateMemory? = nil
    ) throws(CertificateError) -> CertificateFields {
        var fields: CertificateFields?
        var complaint: OpenSSLError?
        encoding.withUnsafeBufferPointer { octets in
            do throws(OpenSSLError) {
                let handle = try X509Handle(der: octets)
                fields = read(handle, of: der, layout: layout, memory)
                if fields == nil { complaint = X509Handle.complaint(about: octets) }
            } catch {
                complaint = error
            }
        }
        guard let fields else {
            throw .malformed(reason: complaint?.description ?? "not a certificate")
        }
        return fields
    }

    /// Reads the fields, nil where a name, an algorithm or an extension is none.
    private static func read(
        _ parts: borrowing some CertificateParts & ~Copyable,
        of der: [UInt8],
        layout: CertificateLayout,
        _ memory: CertificateMemory?
    ) -> CertificateFields? {
        let issuerDER = der[layout.issuer]
        let subjectDER = der[layout.subject]
        let issuer = parts.lend(.issuer) {
            memory?.name($0) ?? DistinguishedName(lent: $0, der: issuerDER)
        }
        guard let issuer,
            let subject = parts.lend(.subject, { DistinguishedName(lent: $0, der: subjectDER) }),
            let keyAlgorithm = algorithm(.keyAlgorithm, of: parts, memory),
            let signatureAlgorithm = algorithm(.signatureAlgorithm, of: parts, memory),
            let algorithmsAgree = signatureAlgorithmsAgree(in: parts)
        else { return nil }
        var extensions = ExtensionFields()
        guard extensions.read(parts, memory) else { return nil }
        let version = parts.version
        let notBefore = time(.notBefore, of: parts)
        let notAfter = time(.notAfter, of: parts)
        let publicKey = publicKey(
            of: parts,
            keyAlgorithm,
            info: der[layout.subjectPublicKeyInfo],
            memory?.digests
        )
        var defects: [EncodingDefect] = []
        if case .malformed(let reason) = notBefore { defects.append(.notBefore(reason: reason)) }
        if case .malformed(let reason) = notAfter { defects.append(.notAfter(reason: reason)) }
        if !algorithmsAgree { defects.append(.signatureAlgorithmsDiffer) }
        if let reason = publicKey.numberDefect { defects.append(.publicKey(reason: reason)) }
        if !(1...3).contains(version) || version < 3 && !extensions.items.isEmpty {
            defects.append(.version(version))
        }
        if !extensions.defects.isEmpty { defects += extensions.defects }
        return CertificateFields(
            layout: layout,
            version: version,
            serialNumber: parts.serialNumber,
            issuer: issuer,
            subject: subject,
            notBefore: notBefore,
            notAfter: notAfter,
            publicKey: publicKey,
            signatureAlgorithm: SignatureAlgorithm(
                identifier: signatureAlgorithm.algorithm,
                parameters: signatureAlgorithm.parameters
            ),
            extensions: extensions,
            defects: defects
        )
    }

    private static func algorithm(
        _ part: X509Handle.EncodedPart,
        of parts: borrowing some CertificateParts & ~Copyable,
        _ memory: CertificateMemory?
    ) -> AlgorithmIdentifier? {
        parts.lend(part) { memory?.algorithm($0) ?? AlgorithmIdentifier(der: $0) }
    }

    /// Whether the algorithm inside the signed part equals the one outside (RFC 5280, 4.1.1.2); nil where it is none.
    private static func signatureAlgorithmsAgree(
        in parts: borrowing some CertificateParts & ~Copyable
    ) -> Bool? {
        parts.lend(.signatureAlgorithm) { outer in
            parts.lend(.signedSignatureAlgorithm) { inner in
                OctetSearch.areSame(outer, inner) ? true : AlgorithmDecoding.areSame(outer, inner)
            }
        }
    }

    private static func time(
        _ role: X509Handle.TimeRole,
        of parts: borrowing some CertificateParts & ~Copyable
    ) -> ValidityTime {
        parts.time(role) { tag, text in
            ValidityTime(isUTCTime: tag == Int32(DERReader.Tag.utcTime), text: text)
        } ?? .malformed(reason: "there is none")
    }

    private static func publicKey(
        of parts: borrowing some CertificateParts & ~Copyable,
        _ algorithm: AlgorithmIdentifier,
        info: ArraySlice<UInt8>,
        _ digests: DigestContexts?
    ) -> SubjectPublicKey {
        parts.publicKey { key in
            SubjectPublicKey(
                algorithm: algorithm.algorithm,
                parameters: algorithm.parameters,
                key: key,
                info: info,
                digests: digests
            )
        } ?? SubjectPublicKey(unreadable: info)
    }
}

extension SubjectPublicKey {
    fileprivate init(unreadable info: ArraySlice<UInt8>) {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        self.init(algorithm: ObjectIdentifier(derContent: none), parameters: .absent, key: none, info: info)
    }
}

/// The parts of a certificate, each lent in its encoding for the time of a call.
protocol CertificateParts: ~Copyable {
    /// The version as X.509 counts it from 1.
    var version: Int { get }
    var serialNumber: SerialNumber { get }
    /// Lends the whole DER of a part, nil where there is none.
    func lend<Result>(_ part: X509Handle.EncodedPart, _ body: (UnsafeBufferPointer<UInt8>) -> Result?)
        -> Result?
    /// Lends a validity time's text and the universal number of its tag, nil where there is none.
    func time<Result>(_ role: X509Handle.TimeRole, _ body: (Int32, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    /// Lends the key's own octets, nil where there are none.
    func publicKey<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result?
    /// How many extensions there are.
    var extensionCount: Int { get }
    /// Lends the whole DER of each extension in encoded order, until one is of no use.
    func forEachExtension(_ isUseful: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool
}

extension X509Handle: CertificateParts {
    var serialNumber: SerialNumber {
        let serial = signedSerialNumber
        return SerialNumber(magnitude: serial.magnitude, isNegative: serial.isNegative)
    }
}

/// Where those parts of a certificate stand in its DER that others ask for time and again.
struct CertificateLayout: Sendable, Equatable {
    let signedPart: Range<Int>
    let issuer: Range<Int>
    let subject: Range<Int>
    let subjectPublicKeyInfo: Range<Int>
    /// Empty where the signature is no whole number of octets: none is then verified, as OpenSSL does it.
    let signature: Range<Int>

    init?(_ der: [UInt8]) {
        guard let layout = try? Self.read(der) else { return nil }
        self = layout
    }

    /// Reads the frame, or says what keeps octets from being framed as a certificate.
    init(checking der: [UInt8]) throws(CertificateError) {
        do throws(DERReader.Failure) {
            self = try Self.read(der)
        } catch {
            throw .malformed(reason: error.description)
        }
    }

    init(_ frame: CertificateFrame, signature: Range<Int>) {
        signedPart = frame.signedPart.whole
        issuer = frame.issuer.whole
        subject = frame.subject.whole
        subjectPublicKeyInfo = frame.subjectPublicKeyInfo.whole
        self.signature = signature
    }

    private static func read(_ der: [UInt8]) throws(DERReader.Failure) -> CertificateLayout {
        try der.withUnsafeBufferPointer { octets throws(DERReader.Failure) in
            let frame = try CertificateFrame(octets)
            let end = frame.signature.whole.upperBound
            return CertificateLayout(frame, signature: octets.wholeOctets(of: frame.signature) ?? end..<end)
        }
    }
}
