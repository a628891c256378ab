internal import COpenSSL
internal import OpenSSLBridge

/// The kinds of key that test certificates are made with.
package enum ForgedKeyKind: Sendable, Hashable {
    case rsa(Int)
    case p256
    case p384
    case ed25519
}

/// A private key for tests.
package final class ForgedKey {
    let pointer: OpaquePointer  // EVP_PKEY *

    init(adopting pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }

    private static let kept = Locked<[ForgedKeyKind: [Int: ForgedKey]]>([:])

    /// A key that is made once a process for each kind and number, so that tests wait for few RSA keys.
    package static func kept(_ kind: ForgedKeyKind, number: Int = 0) -> ForgedKey {
        kept.withLock { keys in
            if let key = keys[kind]?[number] { return key }
            let key = ForgedKey.fresh(kind)
            keys[kind, default: [:]][number] = key
            return key
        }
    }

    /// A new key: 50 us for elliptic curves, 100 ms for RSA of 2048 bits.
    package static func fresh(_ kind: ForgedKeyKind) -> ForgedKey {
        let name =
            switch kind {
            case .rsa: "RSA"
            case .p256, .p384: "EC"
            case .ed25519: "ED25519"
            }
        let context = EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { EVP_PKEY_CTX_free(context) }
        must(EVP_PKEY_keygen_init(context))
        switch kind {
        case .rsa(let bits): must(EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(bits)))
        case .p256: must(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1))
        case .p384: must(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_secp384r1))
        case .ed25519: break
        }
        var key: OpaquePointer?
        must(EVP_PKEY_generate(context, &key))
        return ForgedKey(adopting: must(key))
    }

    /// The DER of the SubjectPublicKeyInfo.
    package var publicDER: [UInt8] { encoded { i2d_PUBKEY(pointer, $0) } }

    /// The DER of the traditional private key (RSAPrivateKey, ECPrivateKey).
    package var traditionalDER: [UInt8] { encoded { i2d_PrivateKey(pointer, $0) } }

    /// The DER of the PKCS #8 PrivateKeyInfo.
    package var pkcs8DER: [UInt8] {
        let info = EVP_PKEY2PKCS8(pointer)
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        return encoded { i2d_PKCS8_PRIV_KEY_INFO(info, $0) }
    }

    /// Signs octets with SHA-256.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        must(EVP_DigestSignInit(context, nil, EVP_sha256(), nil, pointer))
        var count = 0
        must(EVP_DigestSign(context, nil, &count, message, message.count))
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            must(EVP_DigestSign(context, buffer.baseAddress, &count, message, message.count))
            initialized = count
        }
    }

    /// The DER of an EncryptedPrivateKeyInfo (PBES2, AES-256-CBC).
    package func encryptedDER(password: String, iterations: Int = 2_048) -> [UInt8] {
        let info = EVP_PKEY2PKCS8(pointer)
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        let sealed = PKCS8_encrypt(
            -1,
            EVP_aes_256_cbc(),
            password,
            Int32(password.utf8.count),
            nil,
            0,
            Int32(iterations),
            info
        )
        defer { X509_SIG_free(sealed) }
        return encoded { i2d_X509_SIG(sealed, $0) }
    }
}

// The key is never changed after it is made; OpenSSL counts references to EVP_PKEY atomically.
extension ForgedKey: @unchecked Sendable {}
