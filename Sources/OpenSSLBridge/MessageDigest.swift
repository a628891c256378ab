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
