internal import COpenSSL

/// A digest algorithm of OpenSSL's, fetched once for the life of the process.
///
/// A fetch through OpenSSL's one-shot functions costs about a microsecond each time; this one is kept.
package final class MessageDigest {
    package static let sha1 = MessageDigest("SHA1")
    package static let sha256 = MessageDigest("SHA256")
    /// Nil where libcrypto has none, as under FIPS.
    package static let md5 = EVP_MD_fetch(nil, "MD5", nil).map { MessageDigest($0) }

    let algorithm: OpaquePointer?

    private init(_ name: String) {
        algorithm = EVP_MD_fetch(nil, name, nil)
    }

    private init(_ algorithm: OpaquePointer) { self.algorithm = algorithm }

    /// Writes the digest of `input` to `output`, which must be as large as the digest.
    package func digest(_ input: some Collection<UInt8>, into output: UnsafeMutableRawBufferPointer) {
        let contiguous: Void? = input.withContiguousStorageIfAvailable {
            digest(UnsafeRawBufferPointer($0), into: output)
        }
        if contiguous == nil { digest(Array(input), into: output) }
    }

    /// Writes the digest of octets that lie together: what the generic one comes to, without its detours.
    package func digest(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) {
        var length: UInt32 = 0
        let done = EVP_Digest(
            input.baseAddress,
            input.count,
            output.baseAddress?.assumingMemoryBound(to: UInt8.self),
            &length,
            algorithm,
            nil
        )
        // Only a libcrypto without SHA-1 or SHA-256 gets here; a digest of zeros would be a false identity.
        precondition(done == 1 && Int(length) <= output.count, "libcrypto has no \(self) digest")
    }
}

// An EVP_MD is never changed after the fetch, and OpenSSL counts its references atomically.
extension MessageDigest: @unchecked Sendable {}

extension MessageDigest {
    /// The digest of `input`, for digests that are looked up rather than kept.
    package func octets(of input: some Collection<UInt8>) -> [UInt8] {
        let size = Int(EVP_MD_get_size(algorithm))
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            digest(input, into: UnsafeMutableRawBufferPointer(buffer))
            count = size
        }
    }
}

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
