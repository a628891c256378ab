import Octets
import OpenSSLBridge

/// A request for a certificate (RFC 2986), parsed once, every fact a plain value.
package struct CertificateRequest: Sendable {
    /// The encoding, byte for byte.
    package let der: [UInt8]
    /// The name asked for; may be empty.
    package let subject: DistinguishedName
    /// The facts of the public key.
    package let publicKey: SubjectPublicKey
    /// The DER of the SubjectPublicKeyInfo.
    package let subjectPublicKeyInfo: [UInt8]
    /// How the request was signed.
    package let signatureAlgorithm: SignatureAlgorithm
    /// The extensions asked for, in encoded order; CAs decide for themselves which to grant.
    package let extensions: [CertificateExtension]
    /// The names of the subjectAltName asked for, empty where there is none.
    package let subjectAlternativeNames: [GeneralName]
    /// The extKeyUsage asked for, nil where there is none.
    package let extendedKeyUsage: [KeyPurpose]?

    let signedPart: ArraySlice<UInt8>
    let signature: ArraySlice<UInt8>

    /// Parses the DER of exactly one request.
    package init(der: [UInt8]) throws(CertificateError) {
        let parts: (signedPart: Range<Int>, signature: Range<Int>)
        do {
            parts = try Self.parts(of: der)
        } catch {
            throw .malformed(reason: error.description)
        }
        let fields: Fields
        do {
            fields = try der.withUnsafeBufferPointer { buffer throws(OpenSSLError) in
                Fields(try X509RequestHandle(der: buffer))
            }
        } catch {
            throw .malformed(reason: error.description)
        }
        guard let subject = fields.subject, let key = fields.publicKey,
            let algorithm = fields.signatureAlgorithm
        else { throw .malformed(reason: "a name, a key or an algorithm of the request cannot be read") }
        self.der = der
        self.subject = subject
        publicKey = key
        subjectPublicKeyInfo = fields.subjectPublicKeyInfo
        signatureAlgorithm = algorithm
        extensions = fields.extensions
        subjectAlternativeNames = fields.subjectAlternativeNames
        extendedKeyUsage = fields.extendedKeyUsage
        signedPart = der[parts.signedPart]
        signature = der[parts.signature]
    }

    /// Where the parts stand; the frame must be strict DER, because the signature is over those octets.
    private static func parts(of der: [UInt8]) throws(DERReader.Failure)
        -> (signedPart: Range<Int>, signature: Range<Int>)
    {
        var file = DERReader(der)
        var outer = file.inside(try file.next(DERReader.Tag.sequence, "a certificate request"))
        try file.finish("the request")
        let signedPart = try outer.next(DERReader.Tag.sequence, "the signed part")
        _ = try outer.next(DERReader.Tag.sequence, "the signature algorithm")
        let signature = try outer.nextSignature()
        try outer.finish("the signature")
        return (signedPart.whole, signature)
    }
}

extension CertificateRequest: SignedObject {}

/// What is read from OpenSSL's parse of a request, gathered while the parse lives.
private struct Fields {
    let subject: DistinguishedName?
    let publicKey: SubjectPublicKey?
    let subjectPublicKeyInfo: [UInt8]
    let signatureAlgorithm: SignatureAlgorithm?
    private(set) var extensions: [CertificateExtension] = []
    private(set) var subjectAlternativeNames: [GeneralName] = []
    private(set) var extendedKeyUsage: [KeyPurpose]?

    init(_ handle: borrowing X509RequestHandle) {
        subject = DistinguishedName(der: handle.subject)
        let info = handle.subjectPublicKeyInfo
        subjectPublicKeyInfo = info
        publicKey = handle.publicKey { algorithm, parameters, key in
            SubjectPublicKey(
                algorithm: ObjectIdentifier(derContent: algorithm),
                parameters: parameters,
                key: key,
                info: info[...]
            )
        }
        signatureAlgorithm = handle.signatureAlgorithm { algorithm, parameters in
            SignatureAlgorithm(
                identifier: ObjectIdentifier(derContent: algorithm),
                parameters: parameters
            )
        }
        handle.forEachExtension { item in
            let identifier = ObjectIdentifier(derContent: item.identifier)
            switch identifier {
            case CertificateExtension.Identifier.subjectAltName:
                let names = ExtensionDecoding.generalNames(item.value) ?? []
                subjectAlternativeNames += names.map(GeneralName.init)
            case CertificateExtension.Identifier.extKeyUsage:
                extendedKeyUsage = ExtensionDecoding.identifiers(item.value)?.map {
                    KeyPurpose(ObjectIdentifier(derContent: $0))
                }
            default: break
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
}
