internal import COpenSSL

// Extensions of certificates and lists that say where revocation is told (RFC 5280, 4.2.1.13 and 5.2).
extension ExtensionDecoding {
    /// A DistributionPointName.
    package enum DistributionPointName: Sendable, Hashable {
        case full([DecodedGeneralName])
        /// The DER of a Name that holds the one relative name.
        case relative([UInt8])
    }

    package struct DistributionPoint: Sendable, Hashable {
        package let name: DistributionPointName?
        /// Bits of ReasonFlags, nil where absent.
        package let reasons: [Bool]?
        package let issuer: [DecodedGeneralName]?
    }

    package static func distributionPoints(_ value: UnsafeBufferPointer<UInt8>) -> [DistributionPoint]? {
        decode(value, d2i_CRL_DIST_POINTS, CRL_DIST_POINTS_free) { pointer in
            stack(pointer).map { item in
                let point = UnsafePointer<DIST_POINT>(item).pointee
                return DistributionPoint(
                    name: name(point.distpoint),
                    reasons: point.reasons.map(bits(of:)),
                    issuer: point.CRLissuer.map(generalNames(stack:))
                )
            }
        }
    }

    package struct IssuingDistributionPoint: Sendable, Hashable {
        package let name: DistributionPointName?
        package let onlyUserCertificates: Bool
        package let onlyAuthorityCertificates: Bool
        package let onlyAttributeCertificates: Bool
        package let isIndirect: Bool
        /// Bits of ReasonFlags, nil where absent.
        package let onlySomeReasons: [Bool]?
    }

    package static func issuingDistributionPoint(_ value: UnsafeBufferPointer<UInt8>)
        -> IssuingDistributionPoint?
    {
        decode(value, d2i_ISSUING_DIST_POINT, ISSUING_DIST_POINT_free) { pointer in
            let point = pointer.pointee
            return IssuingDistributionPoint(
                name: name(point.distpoint),
                onlyUserCertificates: point.onlyuser > 0,
                onlyAuthorityCertificates: point.onlyCA > 0,
                onlyAttributeCertificates: point.onlyattr > 0,
                isIndirect: point.indirectCRL > 0,
                onlySomeReasons: point.onlysomereasons.map(bits(of:))
            )
        }
    }

    /// The magnitude of an INTEGER that must not be negative.
    package static func number(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        decode(value, d2i_ASN1_INTEGER, ASN1_INTEGER_free) { pointer in
            pointer.pointee.type == V_ASN1_NEG_INTEGER ? nil : Array(octets(of: pointer))
        } ?? nil
    }

    /// The number of an ENUMERATED.
    package static func enumerated(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
        decode(value, d2i_ASN1_ENUMERATED, ASN1_ENUMERATED_free) { ASN1_ENUMERATED_get($0) }
    }

    private static func bits(of string: UnsafeMutablePointer<ASN1_BIT_STRING>) -> [Bool] {
        (0..<ASN1_STRING_length(string) * 8).map { ASN1_BIT_STRING_get_bit(string, $0) != 0 }
    }

    private static func name(_ pointer: UnsafePointer<DIST_POINT_NAME>?) -> DistributionPointName? {
        guard let pointer else { return nil }
        if pointer.pointee.type == 0 {
            return pointer.pointee.name.fullname.map { .full(generalNames(stack: $0)) }
        }
        guard let entries = pointer.pointee.name.relativename, let name = X509_NAME_new() else { return nil }
        defer { X509_NAME_free(name) }
        for (index, entry) in stack(entries).enumerated() {
            // A set of -1 puts the entry into the relative name before it.
            guard X509_NAME_add_entry(name, entry, -1, index == 0 ? 0 : -1) == 1 else { return nil }
        }
        var start: UnsafePointer<UInt8>?
        var count = 0
        guard X509_NAME_get0_der(name, &start, &count) == 1 else { return nil }
        return .relative(Array(UnsafeBufferPointer(start: start, count: count)))
    }
}
