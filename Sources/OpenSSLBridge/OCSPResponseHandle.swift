internal import COpenSSL

/// The sole owner of one `OCSP_BASICRESP *`, parsed to be read and freed when the value's lifetime ends.
///
/// Octets are lent to closures as they stand in OpenSSL's memory, valid for the time of the call only.
package struct OCSPResponseHandle: ~Copyable {
    /// What the response says of one certificate.
    package struct Single {
        /// Content octets of the hash algorithm's object identifier.
        package let hash: UnsafeBufferPointer<UInt8>
        package let issuerNameHash: UnsafeBufferPointer<UInt8>
        package let issuerKeyHash: UnsafeBufferPointer<UInt8>
        package let serial: UnsafeBufferPointer<UInt8>
        package let isNegative: Bool
        /// 0 good, 1 revoked, 2 unknown.
        package let status: Int32
        /// The number of the CRLReason, -1 where there is none.
        package let reason: Int32
        /// GeneralizedTime texts.
        package let revocationTime: UnsafeBufferPointer<UInt8>?
        package let thisUpdate: UnsafeBufferPointer<UInt8>?
        package let nextUpdate: UnsafeBufferPointer<UInt8>?
        package let extensions: [X509Handle.Extension]
    }

    package enum Responder: Sendable, Hashable {
        /// The DER of the Name.
        case name([UInt8])
        /// The SHA-1 of the key.
        case keyHash([UInt8])
    }

    private let pointer: OpaquePointer

    /// Parses the DER of an OCSPResponse; one without a basic response, or with octets after it, is an error.
    package init(der: UnsafeBufferPointer<UInt8>) throws(OpenSSLError) {
        var input = der.baseAddress
        guard let response = d2i_OCSP_RESPONSE(nil, &input, der.count) else { throw .drain() }
        defer { OCSP_RESPONSE_free(response) }
        guard input == der.baseAddress?.advanced(by: der.count) else {
            throw OpenSSLError(entries: [.init(library: 0, reason: 0, text: "data after the response")])
        }
        guard let basic = OCSP_response_get1_basic(response) else { throw .drain() }
        ERR_clear_error()
        pointer = basic
    }

    deinit { OCSP_BASICRESP_free(pointer) }

    package var responder: Responder? {
        var key: UnsafePointer<ASN1_OCTET_STRING>?
        var name: OpaquePointer?
        guard OCSP_resp_get0_id(pointer, &key, &name) == 1 else { return nil }
        if let key { return .keyHash(Array(octets(of: key))) }
        var start: UnsafePointer<UInt8>?
        var count = 0
        guard let name, X509_NAME_get0_der(name, &start, &count) == 1 else { return nil }
        return .name(Array(UnsafeBufferPointer(start: start, count: count)))
    }

    /// Lends the signature algorithm and its parameters.
    package func signatureAlgorithm<Result>(
        _ body: (_ algorithm: UnsafeBufferPointer<UInt8>, _ parameters: AlgorithmParameters) -> Result
    ) -> Result? {
        guard let identifier = OCSP_resp_get0_tbs_sigalg(pointer) else { return nil }
        var algorithm: OpaquePointer?
        X509_ALGOR_get0(&algorithm, nil, nil, identifier)
        return body(octets(of: algorithm), AlgorithmParameters(identifier))
    }

    /// Lends each extension of the whole response.
    package func forEachExtension(_ body: (X509Handle.Extension) -> Void) {
        for index in 0..<max(0, OCSP_BASICRESP_get_ext_count(pointer)) {
            if let item = OCSP_BASICRESP_get_ext(pointer, index).flatMap(X509Handle.Extension.init) {
                body(item)
            }
        }
    }

    /// Lends what is said of each certificate.
    package func forEachSingle(_ body: (Single) -> Void) {
        for index in 0..<max(0, OCSP_resp_count(pointer)) {
            guard let single = OCSP_resp_get0(pointer, index), let item = Single(single) else { continue }
            body(item)
        }
    }
}

extension OCSPResponseHandle.Single {
    fileprivate init?(_ single: OpaquePointer) {
        var name: UnsafeMutablePointer<ASN1_OCTET_STRING>?
        var hash: OpaquePointer?
        var key: UnsafeMutablePointer<ASN1_OCTET_STRING>?
        var serial: UnsafeMutablePointer<ASN1_INTEGER>?
        // The function reads only, though its parameter is not const.
        let identity = OCSP_SINGLERESP_get0_id(single)
        guard OCSP_id_get0_info(&name, &hash, &key, &serial, identity) == 1,
            let name, let key, let serial
        else { return nil }
        var reason: Int32 = -1
        var revoked: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
        var thisUpdate: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
        var nextUpdate: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
        status = OCSP_single_get0_status(single, &reason, &revoked, &thisUpdate, &nextUpdate)
        self.hash = octets(of: hash)
        issuerNameHash = octets(of: name)
        issuerKeyHash = octets(of: key)
        self.serial = octets(of: serial)
        isNegative = serial.pointee.type == V_ASN1_NEG_INTEGER
        self.reason = reason
        revocationTime = revoked.map { octets(of: $0) }
        self.thisUpdate = thisUpdate.map { octets(of: $0) }
        self.nextUpdate = nextUpdate.map { octets(of: $0) }
        extensions = (0..<max(0, OCSP_SINGLERESP_get_ext_count(single))).compactMap {
            OCSP_SINGLERESP_get_ext(single, $0).flatMap(X509Handle.Extension.init)
        }
    }
}
