internal import COpenSSL

/// A decoded public key, kept because OpenSSL is slow to decode one.
package final class PublicKey {
    /// How a signature over some octets is to be checked.
    package enum Scheme: Sendable, Hashable {
        case rsaPKCS1(hash: String)
        case rsaPSS(hash: String, maskHash: String, saltLength: Int)
        /// ECDSA and DSA.
        case plain(hash: String)
        /// Ed25519 and Ed448, which hash for themselves.
        case pure
    }

    package enum SignatureResult: Sendable, Hashable {
        case valid
        case invalid
        /// This libcrypto has no such algorithm, or refuses the key for it.
        case unsupported
    }

    let pointer: OpaquePointer
    /// Contexts that are ready to verify under a scheme, for whichever thread comes next: setting one up costs a
    /// tenth of an RSA verification.
    private let contexts = Locked<[Scheme: [VerificationContext]]>([:])

    /// Decodes the DER of a SubjectPublicKeyInfo.
    ///
    /// A point that is not on its curve does not decode.
    package init(
        subjectPublicKeyInfo der: some Collection<UInt8>,
        kind: KeyKind?,
        decoders: KeyDecoders
    ) throws(OpenSSLError) {
        let octets = Array(der)
        let decoded: OpaquePointer? = octets.withUnsafeBufferPointer { buffer in
            if let kind, let key = decoders.decode(buffer, kind: kind) { return key }
            var input = buffer.baseAddress
            return d2i_PUBKEY(nil, &input, buffer.count)
        }
        guard let decoded else { throw .drain() }
        ERR_clear_error()
        pointer = decoded
    }

    deinit { EVP_PKEY_free(pointer) }

    /// Checks a signature over `message`.
    package func verify(
        signature: UnsafeBufferPointer<UInt8>,
        over message: UnsafeBufferPointer<UInt8>,
        scheme: Scheme
    ) -> SignatureResult {
        let result = result(signature, over: message, scheme)
        // A check that succeeds leaves no error behind, and to clear them takes 800 instructions.
        if result != .valid { ERR_clear_error() }
        return result
    }

    private func result(
        _ signature: UnsafeBufferPointer<UInt8>,
        over message: UnsafeBufferPointer<UInt8>,
        _ scheme: Scheme
    ) -> SignatureResult {
        if case .pure = scheme { return verifyPure(signature: signature, over: message) }
        let kept = contexts.withLock { $0[scheme]?.popLast() }
        guard let context = kept ?? VerificationContext(key: self, scheme: scheme) else {
            return .unsupported
        }
        let isValid = context.verify(signature: signature, over: message)
        contexts.withLock { $0[scheme, default: []].append(context) }
        return isValid ? .valid : .invalid
    }

    private func verifyPure(
        signature: UnsafeBufferPointer<UInt8>,
        over message: UnsafeBufferPointer<UInt8>
    ) -> SignatureResult {
        guard let context = EVP_MD_CTX_new() else { return .unsupported }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, nil, nil, pointer) == 1 else { return .unsupported }
        let result = EVP_DigestVerify(
            context,
            signature.baseAddress,
            signature.count,
            message.baseAddress,
            message.count
        )
        return result == 1 ? .valid : .invalid
    }
}

// The key is never changed after init. OpenSSL counts references to an EVP_PKEY atomically and guards its caches with
// the key's own lock; a verification context is in one thread's hands at a time.
extension PublicKey: @unchecked Sendable {}

/// An EVP_PKEY_CTX that is set up to verify signatures of one key under one scheme.
private final class VerificationContext {
    private let pointer: OpaquePointer
    private let digest: OpaquePointer
    private let digestSize: Int

    init?(key: PublicKey, scheme: PublicKey.Scheme) {
        let hash: String
        switch scheme {
        case .rsaPKCS1(let name), .plain(let name), .rsaPSS(let name, _, _): hash = name
        case .pure: return nil
        }
        guard let digest = EVP_MD_fetch(nil, hash, nil) else { return nil }
        guard let pointer = EVP_PKEY_CTX_new(key.pointer, nil) else {
            EVP_MD_free(digest)
            return nil
        }
        self.digest = digest
        self.pointer = pointer
        digestSize = Int(EVP_MD_get_size(digest))
        guard EVP_PKEY_verify_init(pointer) == 1 else { return nil }
        switch scheme {
        case .rsaPKCS1:
            guard EVP_PKEY_is_a(key.pointer, "RSA") == 1,
                EVP_PKEY_CTX_set_rsa_padding(pointer, RSA_PKCS1_PADDING) == 1
            else { return nil }
        case .rsaPSS(_, let maskHash, let saltLength):
            guard EVP_PKEY_is_a(key.pointer, "RSA") == 1 || EVP_PKEY_is_a(key.pointer, "RSA-PSS") == 1,
                EVP_PKEY_CTX_set_rsa_padding(pointer, RSA_PKCS1_PSS_PADDING) == 1,
                EVP_PKEY_CTX_set_rsa_mgf1_md_name(pointer, maskHash, nil) == 1,
                EVP_PKEY_CTX_set_rsa_pss_saltlen(pointer, Int32(saltLength)) == 1
            else { return nil }
        case .plain, .pure:
            guard EVP_PKEY_is_a(key.pointer, "EC") == 1 || EVP_PKEY_is_a(key.pointer, "DSA") == 1 else {
                return nil
            }
        }
        guard EVP_PKEY_CTX_set_signature_md(pointer, digest) == 1 else { return nil }
    }

    deinit {
        EVP_PKEY_CTX_free(pointer)
        EVP_MD_free(digest)
    }

    func verify(signature: UnsafeBufferPointer<UInt8>, over message: UnsafeBufferPointer<UInt8>) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digestSize) { value in
            var length: UInt32 = 0
            guard EVP_Digest(message.baseAddress, message.count, value.baseAddress, &length, digest, nil) == 1
            else { return false }
            return EVP_PKEY_verify(
                pointer,
                signature.baseAddress,
                signature.count,
                value.baseAddress,
                Int(length)
            )
                == 1
        }
    }
}

// In one thread's hands at a time: PublicKey lends it out under its lock.
extension VerificationContext: @unchecked Sendable {}
