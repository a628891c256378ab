internal import COpenSSL

/// One GeneralName of RFC 5280, 4.2.1.6, with its octets as they stood in the certificate.
package enum DecodedGeneralName: Sendable, Hashable {
    case email([UInt8])
    case dns([UInt8])
    /// The DER of the Name.
    case directory([UInt8])
    case uri([UInt8])
    /// 4 or 16 octets, or 8 or 32 with a mask in name constraints; other lengths are kept as they are.
    case ip([UInt8])
    /// Any of the other kinds, by its context tag: otherName 0, x400Address 3, ediPartyName 5, registeredID 8.
    case other(tag: Int)
}

/// Decoders of extension values, by OpenSSL's own templates.
///
/// Each gives nil where the value is not well formed or is followed by more octets.
package enum ExtensionDecoding {
    package static func generalNames(_ value: UnsafeBufferPointer<UInt8>) -> [DecodedGeneralName]? {
        decode(value, d2i_GENERAL_NAMES, GENERAL_NAMES_free, generalNames(stack:))
    }

    package struct BasicConstraints: Sendable, Hashable {
        package let isAuthority: Bool
        /// Nil where absent; a value beyond Int is as good as none and given as `Int.max`, a negative one as -1.
        package let pathLength: Int?
    }

    package static func basicConstraints(_ value: UnsafeBufferPointer<UInt8>) -> BasicConstraints? {
        decode(value, d2i_BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free) { pointer in
            let pathLength = pointer.pointee.pathlen.map { length in
                if length.pointee.type == V_ASN1_NEG_INTEGER { return -1 }
                let number = ASN1_INTEGER_get(length)
                return number < 0 ? Int.max : number
            }
            return BasicConstraints(isAuthority: pointer.pointee.ca != 0, pathLength: pathLength)
        }
    }

    /// The first `limit` bits of a BIT STRING, bit 0 being the first of the encoding.
    package static func bits(_ value: UnsafeBufferPointer<UInt8>, limit: Int) -> [Bool]? {
        decode(value, d2i_ASN1_BIT_STRING, ASN1_BIT_STRING_free) { pointer in
            (0..<min(limit, octets(of: pointer).count * 8)).map {
                ASN1_BIT_STRING_get_bit(pointer, Int32($0)) != 0
            }
        }
    }

    /// The content octets of each object identifier of a SEQUENCE OF OBJECT IDENTIFIER.
    package static func identifiers(_ value: UnsafeBufferPointer<UInt8>) -> [[UInt8]]? {
        decode(value, d2i_EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free) { pointer in
            stack(pointer).map { Array(octets(of: $0)) }
        }
    }

    package static func octetString(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        decode(value, d2i_ASN1_OCTET_STRING, ASN1_OCTET_STRING_free) { Array(octets(of: $0)) }
    }

    package struct AuthorityKeyIdentifier: Sendable, Hashable {
        package let keyIdentifier: [UInt8]?
        package let issuerNames: [DecodedGeneralName]?
        /// Magnitude of the issuer's serial number.
        package let serialNumber: [UInt8]?
    }

    package static func authorityKeyIdentifier(_ value: UnsafeBufferPointer<UInt8>) -> AuthorityKeyIdentifier?
    {
        decode(value, d2i_AUTHORITY_KEYID, AUTHORITY_KEYID_free) { pointer in
            AuthorityKeyIdentifier(
                keyIdentifier: pointer.pointee.keyid.map { Array(octets(of: $0)) },
                issuerNames: pointer.pointee.issuer.map(generalNames(stack:)),
                serialNumber: pointer.pointee.serial.map { Array(octets(of: $0)) }
            )
        }
    }

    package struct AccessDescription: Sendable, Hashable {
        /// Content octets of the access method's object identifier.
        package let method: [UInt8]
        package let location: DecodedGeneralName
    }

    package static func accessDescriptions(_ value: UnsafeBufferPointer<UInt8>) -> [AccessDescription]? {
        decode(value, d2i_AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free) { pointer in
            stack(pointer).map { item in
                let description = UnsafePointer<ACCESS_DESCRIPTION>(item)
                return AccessDescription(
                    method: Array(octets(of: description.pointee.method)),
                    location: generalName(description.pointee.location)
                )
            }
        }
    }

    /// The content octets of each policy's object identifier.
    package static func policies(_ value: UnsafeBufferPointer<UInt8>) -> [[UInt8]]? {
        decode(value, d2i_CERTIFICATEPOLICIES, CERTIFICATEPOLICIES_free) { pointer in
            stack(pointer).map { Array(octets(of: UnsafePointer<POLICYINFO>($0).pointee.policyid)) }
        }
    }

    package struct PolicyMapping: Sendable, Hashable {
        /// Content octets of the issuer's policy.
        package let issuer: [UInt8]
        /// Content octets of the subject's policy.
        package let subject: [UInt8]
    }

    package static func policyMappings(_ value: UnsafeBufferPointer<UInt8>) -> [PolicyMapping]? {
        decode(value, item: POLICY_MAPPINGS_it()) { decoded in
            stack(decoded).map { item in
                let mapping = UnsafePointer<POLICY_MAPPING>(item)
                return PolicyMapping(
                    issuer: Array(octets(of: mapping.pointee.issuerDomainPolicy)),
                    subject: Array(octets(of: mapping.pointee.subjectDomainPolicy))
                )
            }
        }
    }

    package struct PolicyConstraints: Sendable, Hashable {
        package let requireExplicitPolicy: Int?
        package let inhibitPolicyMapping: Int?
    }

    package static func policyConstraints(_ value: UnsafeBufferPointer<UInt8>) -> PolicyConstraints? {
        decode(value, item: POLICY_CONSTRAINTS_it()) { decoded in
            let constraints = UnsafePointer<POLICY_CONSTRAINTS>(decoded)
            return PolicyConstraints(
                requireExplicitPolicy: constraints.pointee.requireExplicitPolicy.map(skipCertificates),
                inhibitPolicyMapping: constraints.pointee.inhibitPolicyMapping.map(skipCertificates)
            )
        }
    }

    package static func skipCertificates(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        decode(value, d2i_ASN1_INTEGER, ASN1_INTEGER_free) { skipCertificates($0) }
    }

    /// A number of certificates; one beyond Int is as good as none and given as `Int.max`.
    private static func skipCertificates(_ number: UnsafeMutablePointer<ASN1_INTEGER>) -> Int {
        let value = ASN1_INTEGER_get(number)
        return value < 0 ? Int.max : value
    }

    package struct NameConstraints: Sendable, Hashable {
        package let permitted: [DecodedGeneralName]
        package let excluded: [DecodedGeneralName]
        /// Whether a subtree has a minimum or maximum, which RFC 5280, 4.2.1.10 does not allow.
        package let hasDistances: Bool
    }

    package static func nameConstraints(_ value: UnsafeBufferPointer<UInt8>) -> NameConstraints? {
        decode(value, item: NAME_CONSTRAINTS_it(), nameConstraints(decoded:))
    }

    private static func nameConstraints(decoded: OpaquePointer) -> NameConstraints {
        let constraints = UnsafePointer<NAME_CONSTRAINTS>(decoded)
        var hasDistances = false
        func bases(_ subtrees: OpaquePointer?) -> [DecodedGeneralName] {
            guard let subtrees else { return [] }
            return stack(subtrees).map { item in
                let subtree = UnsafePointer<GENERAL_SUBTREE>(item)
                if subtree.pointee.minimum != nil || subtree.pointee.maximum != nil { hasDistances = true }
                return generalName(subtree.pointee.base)
            }
        }
        return NameConstraints(
            permitted: bases(constraints.pointee.permittedSubtrees),
            excluded: bases(constraints.pointee.excludedSubtrees),
            hasDistances: hasDistances
        )
    }

    /// Decodes what has no d2i function of its own, only a template.
    private static func decode<Result>(
        _ value: UnsafeBufferPointer<UInt8>,
        item: OpaquePointer?,
        _ read: (OpaquePointer) -> Result
    ) -> Result? {
        var input = value.baseAddress
        guard let decoded = ASN1_item_d2i(nil, &input, value.count, item) else {
            ERR_clear_error()
            return nil
        }
        defer { ASN1_item_free(decoded, item) }
        return input == value.baseAddress?.advanced(by: value.count) ? read(decoded) : nil
    }

    static func decode<Decoded, Result>(
        _ value: UnsafeBufferPointer<UInt8>,
        _ parse: (UnsafeMutablePointer<Decoded?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int) ->
            Decoded?,
        _ free: (Decoded?) -> Void,
        _ read: (Decoded) -> Result
    ) -> Result? {
        var input = value.baseAddress
        guard let decoded = parse(nil, &input, value.count) else {
            ERR_clear_error()
            return nil
        }
        defer { free(decoded) }
        return input == value.baseAddress?.advanced(by: value.count) ? read(decoded) : nil
    }

    static func generalNames(stack names: OpaquePointer) -> [DecodedGeneralName] {
        stack(names).map { generalName(UnsafePointer<GENERAL_NAME>($0)) }
    }

    private static func generalName(_ pointer: UnsafePointer<GENERAL_NAME>?) -> DecodedGeneralName {
        guard let pointer else { return .other(tag: -1) }
        let name = pointer.pointee
        switch name.type {
        case GEN_EMAIL: return .email(Array(octets(of: name.d.rfc822Name)))
        case GEN_DNS: return .dns(Array(octets(of: name.d.dNSName)))
        case GEN_URI: return .uri(Array(octets(of: name.d.uniformResourceIdentifier)))
        case GEN_IPADD: return .ip(Array(octets(of: name.d.iPAddress)))
        case GEN_DIRNAME:
            var start: UnsafePointer<UInt8>?
            var count = 0
            guard X509_NAME_get0_der(name.d.directoryName, &start, &count) == 1 else { return .other(tag: 4) }
            return .directory(Array(UnsafeBufferPointer(start: start, count: count)))
        default: return .other(tag: Int(name.type))
        }
    }
}

/// The elements of one of OpenSSL's stacks.
func stack(_ pointer: OpaquePointer) -> [OpaquePointer] {
    (0..<max(0, OPENSSL_sk_num(pointer))).compactMap { OPENSSL_sk_value(pointer, $0).map(OpaquePointer.init) }
}

extension ExtensionDecoding {
    /// Lends what one Extension holds; false where the octets are not exactly one.
    package static func item(
        _ encoded: UnsafeBufferPointer<UInt8>,
        _ body: (X509Handle.Extension) -> Void
    ) -> Bool {
        var input = encoded.baseAddress
        guard let decoded = d2i_X509_EXTENSION(nil, &input, encoded.count) else {
            ERR_clear_error()
            return false
        }
        defer { X509_EXTENSION_free(decoded) }
        guard input == encoded.baseAddress?.advanced(by: encoded.count),
            let item = X509Handle.Extension(decoded)
        else { return false }
        body(item)
        return true
    }
}
