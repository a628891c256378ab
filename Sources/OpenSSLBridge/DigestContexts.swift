internal import COpenSSL

/// Contexts to digest octets in, kept from one digest to the next: to make one and free it again takes as long as to digest
/// 500 octets.
///
/// Belongs to one worker at a time.
package final class DigestContexts {
    private let sha1 = EVP_MD_CTX_new()
    private let sha256 = EVP_MD_CTX_new()

    package init() {}

    deinit {
        EVP_MD_CTX_free(sha1)
        EVP_MD_CTX_free(sha256)
    }

    /// Writes the SHA-1 of `input` to `output`, which must have 20 octets.
    package func sha1(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) {
        digest(input, .sha1, in: sha1, into: output)
    }

    /// Writes the SHA-256 of `input` to `output`, which must have 32 octets.
    package func sha256(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) {
        digest(input, .sha256, in: sha256, into: output)
    }

    private func digest(
        _ input: UnsafeBufferPointer<UInt8>,
        _ digest: MessageDigest,
        in context: OpaquePointer?,
        into output: UnsafeMutableRawBufferPointer
    ) {
        var length: UInt32 = 0
        let done =
            EVP_DigestInit_ex(context, digest.algorithm, nil) == 1
            && EVP_DigestUpdate(context, input.baseAddress, input.count) == 1
            && EVP_DigestFinal_ex(context, output.baseAddress?.assumingMemoryBound(to: UInt8.self), &length)
                == 1
        // As in MessageDigest: a digest that was not made must not pass for one.
        precondition(done && Int(length) == output.count, "libcrypto has no \(digest) digest")
    }
}
