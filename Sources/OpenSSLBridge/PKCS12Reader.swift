internal import COpenSSL

/// What a PKCS #12 holds.
package struct PKCS12Contents: Sendable {
    /// A private key.
    package struct Key: Sendable {
        /// Its SubjectPublicKeyInfo, nil where the key was not opened.
        package let publicKeyInfo: [UInt8]?
        /// Whether it takes a password to have it; the empty one and none are no protection.
        package let isProtected: Bool
    }

    /// The DER of each SafeBag that holds a certificate (RFC 7292, 4.2.3).
    ///
    /// The bag and not the certificate: OpenSSL gives that only parsed, and one that it cannot parse would be lost.
    package var certificateBags: [[UInt8]] = []
    package var keys: [Key] = []
    /// The oldest encryption met, in OpenSSL's words, nil where all was modern.
    package var legacyEncryption: String?
    /// Whether a part stayed shut; the certificates are then those of the open parts.
    package var hasSealedParts = false
}

/// Opens a PKCS #12 (RFC 7292) with the first of several passwords that fits.
///
/// Part by part and not with `PKCS12_parse`, for four reasons: parts that are not encrypted can be read without the
/// password, a certificate keeps its octets, rounds of key derivation are counted before they are spent, and a
/// missing algorithm is told from a wrong password.
package struct PKCS12Reader {
    var contents = PKCS12Contents()
    var budget: IterationBudget
    var context: OpaquePointer?

    /// Reads `der`; "no password" and the empty one are tried before `passwords`.
    package static func read(
        _ der: [UInt8],
        passwords: [[UInt8]],
        budget: inout IterationBudget
    ) throws(PasswordFailure) -> PKCS12Contents {
        var reader = PKCS12Reader(budget: budget)
        defer { budget = reader.budget }
        let candidates = [nil, []] + passwords.map(Optional.some)
        var failure = PasswordFailure.wrongPassword
        do throws(PasswordFailure) {
            return try reader.read(der, candidates: candidates)
        } catch {
            failure = error
        }
        guard !reader.contents.certificateBags.isEmpty else { throw failure }
        return reader.contents
    }

    private init(budget: IterationBudget) { self.budget = budget }

    private mutating func read(_ der: [UInt8], candidates: [[UInt8]?]) throws(PasswordFailure)
        -> PKCS12Contents
    {
        let survey = try PKCS12Archive(der, context: nil)
        for encryption in try survey.encryptions() {
            if encryption.isLegacy, contents.legacyEncryption == nil || encryption.needsLegacyProvider {
                contents.legacyEncryption = encryption.name
            }
            guard encryption.needsLegacyProvider, context == nil else { continue }
            guard let legacy = LegacyContext.shared else {
                try takeOpenParts(of: survey)
                throw .legacyProviderMissing(name: encryption.name)
            }
            context = legacy.pointer
        }
        let archive = try PKCS12Archive(der, context: context)
        try takeOpenParts(of: archive)
        guard contents.hasSealedParts || archive.hasMAC else { return contents }
        for (number, candidate) in candidates.enumerated() {
            do throws(PasswordFailure) {
                if archive.hasMAC {
                    try budget.charge(archive.macIterations)
                    guard try archive.verifies(candidate) else { continue }
                }
                try takeAllParts(of: archive, password: candidate)
                return contents
            } catch {
                guard error == .wrongPassword, !archive.hasMAC else {
                    // No password and the empty one come before those that were given.
                    throw error.after(max(0, number - 2))
                }
            }
        }
        throw .wrongPassword
    }

    private mutating func takeOpenParts(of archive: borrowing PKCS12Archive) throws(PasswordFailure) {
        for part in try archive.parts() {
            guard let bags = part.openBags() else {
                contents.hasSealedParts = true
                continue
            }
            defer { part.free(bags) }
            try take(bags, password: nil, isOpen: true, opensKeys: false, depth: 0)
        }
    }

    private mutating func takeAllParts(
        of archive: borrowing PKCS12Archive,
        password: [UInt8]?
    ) throws(PasswordFailure) {
        var whole = PKCS12Contents()
        whole.legacyEncryption = contents.legacyEncryption
        let before = contents
        contents = whole
        do throws(PasswordFailure) {
            for part in try archive.parts() {
                if let encryption = part.encryption { try budget.charge(encryption.iterations) }
                guard let bags = part.bags(password: password) else {
                    let error = OpenSSLError.drain()
                    if error.isAboutAnUnsupportedAlgorithm {
                        throw PasswordFailure.unsupportedAlgorithm(name: part.encryption?.name ?? "\(error)")
                    }
                    throw archive.hasMAC ? .malformed(reason: error.description) : .wrongPassword
                }
                defer { part.free(bags) }
                let isOpen = part.encryption == nil
                try take(bags, password: password, isOpen: isOpen, opensKeys: true, depth: 0)
            }
        } catch {
            // What was read without a password stays.
            if contents.certificateBags.count < before.certificateBags.count { contents = before }
            contents.hasSealedParts = true
            throw error
        }
    }
}
