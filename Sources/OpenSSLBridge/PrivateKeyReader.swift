internal import COpenSSL

/// Reads private keys for one purpose: to tell which public key is theirs.
///
/// The key itself never leaves.
package enum PrivateKeyReader {
    /// The DER of the SubjectPublicKeyInfo of a key in PKCS #8 or traditional form, nil where it cannot be read.
    package static func publicKeyInfo(of der: [UInt8]) -> [UInt8]? {
        der.withUnsafeBufferPointer { buffer in
            defer { ERR_clear_error() }
            var input = buffer.baseAddress
            if let info = d2i_PKCS8_PRIV_KEY_INFO(nil, &input, buffer.count) {
                defer { PKCS8_PRIV_KEY_INFO_free(info) }
                return publicKeyInfo(of: info)
            }
            input = buffer.baseAddress
            return publicKeyInfo(adopting: d2i_AutoPrivateKey_ex(nil, &input, buffer.count, nil, nil))
        }
    }

    /// The same for a PKCS #8 PrivateKeyInfo, nil for kinds of key that no server has.
    ///
    /// DSA and Diffie-Hellman keys carry no public half, so OpenSSL works it out: with numbers of 64 kbit, which
    /// nothing refuses, for a minute a key.
    static func publicKeyInfo(of info: OpaquePointer) -> [UInt8]? {
        var algorithm: OpaquePointer?
        guard PKCS8_pkey_get0(&algorithm, nil, nil, nil, info) == 1,
            serverKeys.contains(OBJ_obj2nid(algorithm))
        else { return nil }
        return publicKeyInfo(adopting: EVP_PKCS82PKEY(info))
    }

    private static let serverKeys: Set<Int32> = [
        NID_rsaEncryption, NID_rsassaPss, NID_X9_62_id_ecPublicKey, NID_ED25519, NID_ED448,
    ]

    /// The same for an EncryptedPrivateKeyInfo, with the first password that opens it.
    package static func publicKeyInfo(
        ofEncrypted der: [UInt8],
        passwords: [[UInt8]],
        budget: inout IterationBudget
    ) throws(PasswordFailure) -> [UInt8]? {
        let sealed = der.withUnsafeBufferPointer { buffer in
            var input = buffer.baseAddress
            return d2i_X509_SIG(nil, &input, buffer.count)
        }
        guard let sealed else { throw .malformed(reason: OpenSSLError.drain().description) }
        defer { X509_SIG_free(sealed) }
        return try publicKeyInfo(ofSealed: sealed, passwords: passwords, budget: &budget)
    }

    static func publicKeyInfo(
        ofSealed sealed: OpaquePointer,
        passwords: [[UInt8]],
        budget: inout IterationBudget
    ) throws(PasswordFailure) -> [UInt8]? {
        var algorithm: UnsafePointer<X509_ALGOR>?
        X509_SIG_get0(sealed, &algorithm, nil)
        guard let algorithm else { throw .malformed(reason: "no encryption algorithm") }
        let encryption = PasswordEncryption(algorithm)
        var context: OpaquePointer?
        if encryption.needsLegacyProvider {
            guard let legacy = LegacyContext.shared else {
                throw .legacyProviderMissing(name: encryption.name)
            }
            context = legacy.pointer
        }
        for password in passwords {
            try budget.charge(encryption.iterations)
            if let info = decrypt(sealed, password: password, context: context) {
                defer {
                    PKCS8_PRIV_KEY_INFO_free(info)
                    ERR_clear_error()
                }
                return publicKeyInfo(of: info)
            }
            if OpenSSLError.drain().isAboutAnUnsupportedAlgorithm {
                throw .unsupportedAlgorithm(name: encryption.name)
            }
        }
        throw .wrongPassword
    }

    private static func decrypt(_ sealed: OpaquePointer, password: [UInt8], context: OpaquePointer?)
        -> OpaquePointer?
    {
        password.withUnsafeBytes { raw in
            let text = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return withEmptyFallback(text) { PKCS8_decrypt_ex(sealed, $0, Int32(raw.count), context, nil) }
        }
    }

    /// The same for a traditional PEM key with a DEK-Info header, given as its PEM block.
    package static func publicKeyInfo(
        ofEncryptedPEM block: [UInt8],
        passwords: [[UInt8]],
        budget: inout IterationBudget
    ) throws(PasswordFailure) -> [UInt8]? {
        for password in passwords {
            // One round of MD5, and the building of every decoder that OpenSSL has.
            try budget.charge(1)
            let bio = block.withUnsafeBytes { raw in
                let bio = BIO_new(BIO_s_mem())
                BIO_write(bio, raw.baseAddress, Int32(clamping: raw.count))
                return bio
            }
            defer { BIO_free(bio) }
            // The callback only hands over the given octets: without one OpenSSL would ask at the terminal.
            var candidate = password
            let key = withUnsafeMutablePointer(to: &candidate) { pointer in
                PEM_read_bio_PrivateKey_ex(
                    bio,
                    nil,
                    { buffer, size, _, candidate in
                        guard let buffer, let candidate else { return -1 }
                        let password = candidate.assumingMemoryBound(to: [UInt8].self).pointee
                        guard password.count <= Int(size) else { return -1 }
                        for (index, octet) in password.enumerated() {
                            buffer[index] = CChar(bitPattern: octet)
                        }
                        return Int32(password.count)
                    },
                    pointer,
                    LegacyContext.shared?.pointer,
                    nil
                )
            }
            if let key {
                ERR_clear_error()
                return publicKeyInfo(adopting: key)
            }
            if OpenSSLError.drain().isAboutAnUnsupportedAlgorithm {
                throw .unsupportedAlgorithm(name: "the key's cipher")
            }
        }
        throw .wrongPassword
    }

    static func publicKeyInfo(adopting key: OpaquePointer?) -> [UInt8]? {
        guard let key else { return nil }
        defer { EVP_PKEY_free(key) }
        let count = i2d_PUBKEY(key, nil)
        guard count > 0 else { return nil }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            var output = buffer.baseAddress
            initialized = Int(max(0, i2d_PUBKEY(key, &output)))
        }
    }
}

/// Lends "" where there is no pointer: OpenSSL tells no password (NULL) from the empty one, and an empty Swift array
/// may lend NULL.
func withEmptyFallback<Result>(_ text: UnsafePointer<CChar>?, _ body: (UnsafePointer<CChar>?) -> Result)
    -> Result
{
    if let text { return body(text) }
    return "".withCString { body($0) }
}
