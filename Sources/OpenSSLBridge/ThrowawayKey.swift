internal import COpenSSL

/// A private key made for one certificate that is judged and never used.
package final class ThrowawayKey {
    /// What kind of key to make.
    package enum Kind: Sendable, Hashable {
        case rsa(bits: Int)
        /// A curve by the name that NIST gave it, such as `P-256`.
        case curve(String)
    }

    let pointer: OpaquePointer

    /// Makes a key: microseconds for a curve, a tenth of a second for RSA of 2048 bits, seconds for 4096.
    package init(_ kind: Kind) throws(OpenSSLError) {
        let algorithm =
            switch kind {
            case .rsa: "RSA"
            case .curve: "EC"
            }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, algorithm, nil) else { throw .drain() }
        defer { EVP_PKEY_CTX_free(context) }
        guard EVP_PKEY_keygen_init(context) == 1 else { throw .drain() }
        let isSet =
            switch kind {
            case .rsa(let bits): EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits))
            case .curve(let name): EVP_PKEY_CTX_set_group_name(context, name)
            }
        var key: OpaquePointer?
        guard isSet == 1, EVP_PKEY_generate(context, &key) == 1, let key else { throw .drain() }
        pointer = key
    }

    deinit { EVP_PKEY_free(pointer) }

    /// The DER of the SubjectPublicKeyInfo.
    package var subjectPublicKeyInfo: [UInt8] {
        let count = i2d_PUBKEY(pointer, nil)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            var output = buffer.baseAddress
            initialized = Int(max(0, i2d_PUBKEY(pointer, &output)))
        }
    }
}

// The key is never changed after init. OpenSSL counts references to an EVP_PKEY atomically and guards its caches with
// the key's own lock.
extension ThrowawayKey: @unchecked Sendable {}
