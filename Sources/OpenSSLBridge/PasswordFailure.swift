internal import COpenSSL

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
