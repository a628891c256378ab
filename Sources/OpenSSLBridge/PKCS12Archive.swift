internal import COpenSSL

/// The sole owner of one `PKCS12 *`, parsed in a library context.
struct PKCS12Archive: ~Copyable {
    private let pointer: OpaquePointer

    init(_ der: [UInt8], context: OpaquePointer?) throws(PasswordFailure) {
        var archive = PKCS12_init_ex(NID_pkcs7_data, context, nil)
        let isRead = der.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            return d2i_PKCS12(&archive, &input, buffer.count) != nil
        }
        // A failed d2i has freed the structure.
        guard isRead, let archive else { throw .malformed(reason: OpenSSLError.drain().description) }
        pointer = archive
    }

    deinit { PKCS12_free(pointer) }

    var hasMAC: Bool { PKCS12_mac_present(pointer) == 1 }

    var macIterations: Int {
        var algorithm: UnsafePointer<X509_ALGOR>?
        var iterations: UnsafePointer<ASN1_INTEGER>?
        PKCS12_get0_mac(nil, &algorithm, nil, &iterations, pointer)
        // RFC 9579: PBMAC1 has its rounds in its own parameters, and OpenSSL 3.4 spends them.
        let own = algorithm.map { PasswordEncryption($0).iterations } ?? 1
        return max(own, PasswordEncryption.number(iterations))
    }

    /// Whether the integrity check fits the password.
    func verifies(_ password: [UInt8]?) throws(PasswordFailure) -> Bool {
        let isRight = Self.withPassword(password) { text, count in
            PKCS12_verify_mac(pointer, text, count) == 1
        }
        let error = OpenSSLError.drain()
        if error.isAboutAnUnsupportedAlgorithm {
            throw .unsupportedAlgorithm(name: "the integrity check's digest")
        }
        return isRight
    }

    /// One part of the archive, encrypted or not; it owns its `PKCS7 *`.
    final class Part {
        private let pointer: UnsafeMutablePointer<PKCS7>

        init(adopting pointer: UnsafeMutablePointer<PKCS7>) { self.pointer = pointer }

        deinit { PKCS7_free(pointer) }

        /// How the part is encrypted, nil where it is not.
        var encryption: PasswordEncryption? {
            guard OBJ_obj2nid(pointer.pointee.type) == NID_pkcs7_encrypted,
                let algorithm = pointer.pointee.d.encrypted?.pointee.enc_data?.pointee.algorithm
            else { return nil }
            return PasswordEncryption(algorithm)
        }

        /// The bags of a part that is not encrypted.
        func openBags() -> OpaquePointer? {
            guard OBJ_obj2nid(pointer.pointee.type) == NID_pkcs7_data else { return nil }
            defer { ERR_clear_error() }
            return PKCS12_unpack_p7data(pointer)
        }

        func bags(password: [UInt8]?) -> OpaquePointer? {
            if OBJ_obj2nid(pointer.pointee.type) == NID_pkcs7_data { return PKCS12_unpack_p7data(pointer) }
            return PKCS12Archive.withPassword(password) { PKCS12_unpack_p7encdata(pointer, $0, $1) }
        }

        func free(_ bags: OpaquePointer) {
            for bag in stack(bags) { PKCS12_SAFEBAG_free(bag) }
            OPENSSL_sk_free(bags)
        }
    }

    func parts() throws(PasswordFailure) -> [Part] {
        guard let parts = PKCS12_unpack_authsafes(pointer) else {
            throw .malformed(reason: OpenSSLError.drain().description)
        }
        defer { OPENSSL_sk_free(parts) }
        return stack(parts).map { Part(adopting: UnsafeMutablePointer($0)) }
    }

    func encryptions() throws(PasswordFailure) -> [PasswordEncryption] {
        try parts().compactMap(\.encryption)
    }

    /// Lends a password as OpenSSL takes it: NULL for none, "" for the empty one; the two derive different keys.
    static func withPassword<Result>(
        _ password: [UInt8]?,
        _ body: (UnsafePointer<CChar>?, Int32) -> Result
    ) -> Result {
        guard let password else { return body(nil, 0) }
        return password.withUnsafeBytes { raw in
            withEmptyFallback(raw.baseAddress?.assumingMemoryBound(to: CChar.self)) {
                body($0, Int32(clamping: raw.count))
            }
        }
    }
}
