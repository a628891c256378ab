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

extension PKCS12Reader {
    /// Bags may hold bags (RFC 7292, 4.2.6); nobody writes more than one level.
    private static let maximumDepth = 4

    mutating func take(
        _ bags: OpaquePointer,
        password: [UInt8]?,
        isOpen: Bool,
        opensKeys: Bool,
        depth: Int
    ) throws(PasswordFailure) {
        let isEmpty = password?.isEmpty ?? true
        for bag in stack(bags) {
            switch PKCS12_SAFEBAG_get_nid(bag) {
            case NID_certBag:
                let count = Int(max(0, i2d_PKCS12_SAFEBAG(bag, nil)))
                contents.certificateBags.append(
                    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                        var output = buffer.baseAddress
                        initialized = Int(max(0, i2d_PKCS12_SAFEBAG(bag, &output)))
                    }
                )
            case NID_keyBag:
                let info = PKCS12_SAFEBAG_get0_p8inf(bag).flatMap { PrivateKeyReader.publicKeyInfo(of: $0) }
                contents.keys.append(.init(publicKeyInfo: info, isProtected: !isOpen && !isEmpty))
                ERR_clear_error()
            case NID_pkcs8ShroudedKeyBag:
                let info = opensKeys ? try shroudedKey(in: bag, password: password) : nil
                contents.keys.append(.init(publicKeyInfo: info, isProtected: info == nil || !isEmpty))
            case NID_safeContentsBag where depth < Self.maximumDepth:
                if let inner = PKCS12_SAFEBAG_get0_safes(bag) {
                    try take(
                        inner,
                        password: password,
                        isOpen: isOpen,
                        opensKeys: opensKeys,
                        depth: depth + 1
                    )
                }
            default: break
            }
        }
    }

    /// The key's public half, nil where this key alone cannot be opened: the certificates still can be used.
    private mutating func shroudedKey(in bag: OpaquePointer, password: [UInt8]?) throws(PasswordFailure)
        -> [UInt8]?
    {
        guard let sealed = PKCS12_SAFEBAG_get0_pkcs8(bag) else { return nil }
        var algorithm: UnsafePointer<X509_ALGOR>?
        X509_SIG_get0(sealed, &algorithm, nil)
        guard let algorithm else { return nil }
        let encryption = PasswordEncryption(algorithm)
        if encryption.isLegacy, contents.legacyEncryption == nil {
            contents.legacyEncryption = encryption.name
        }
        let legacy = encryption.needsLegacyProvider ? LegacyContext.shared?.pointer : nil
        try budget.charge(encryption.iterations)
        let info = PKCS12Archive.withPassword(password) { text, count in
            PKCS12_decrypt_skey_ex(bag, text, count, context ?? legacy, nil)
        }
        defer { ERR_clear_error() }
        guard let info else { return nil }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        return PrivateKeyReader.publicKeyInfo(of: info)
    }
}

/// Why something that is kept under a password could not be opened.
package enum PasswordFailure: Error, Hashable, Sendable {
    case malformed(reason: String)
    case wrongPassword
    case unsupportedAlgorithm(name: String)
    /// The algorithm is in OpenSSL's legacy provider, which is not installed.
    case legacyProviderMissing(name: String)
    /// All passwords together would take more rounds of key derivation than allowed.
    ///
    /// How many the next try would take, and how many of the given passwords were tried.
    case tooManyIterations(Int, tried: Int)
}

extension PasswordFailure {
    /// The same, with how many of the given passwords were tried.
    func after(_ tried: Int) -> PasswordFailure {
        if case .tooManyIterations(let count, _) = self {
            .tooManyIterations(count, tried: tried)
        } else {
            self
        }
    }
}

/// How many rounds of key derivation a file may still cost.
package struct IterationBudget {
    package private(set) var remaining: Int

    package init(_ limit: Int) { remaining = limit }

    /// What trying one password costs beside the rounds, told in rounds.
    private static let attempt = 100

    mutating func charge(_ iterations: Int) throws(PasswordFailure) {
        let iterations = max(iterations, Self.attempt)
        guard iterations <= remaining else { throw .tooManyIterations(iterations, tried: 0) }
        remaining -= iterations
    }
}

extension OpenSSLError {
    /// Whether the cause is an algorithm that this OpenSSL does not have.
    var isAboutAnUnsupportedAlgorithm: Bool {
        entries.contains { entry in
            switch entry.library {
            case ERR_LIB_EVP: Self.unsupportedInEVP.contains(entry.reason)
            case ERR_LIB_PKCS12: entry.reason == PKCS12_R_UNKNOWN_DIGEST_ALGORITHM
            default: false
            }
        }
    }

    /// ERR_R_UNSUPPORTED is a macro with a shift that Swift cannot import: reason 268 with the common flag 0x80000.
    private static let unsupportedInEVP: Set<Int32> = [
        EVP_R_UNKNOWN_PBE_ALGORITHM, EVP_R_UNSUPPORTED_ALGORITHM, EVP_R_UNSUPPORTED_CIPHER,
        EVP_R_UNSUPPORTED_PRF,
        EVP_R_UNSUPPORTED_KEY_DERIVATION_FUNCTION, EVP_R_UNKNOWN_CIPHER, EVP_R_UNKNOWN_DIGEST, 0x80000 | 268,
    ]
}
