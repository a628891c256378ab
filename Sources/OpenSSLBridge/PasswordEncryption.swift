internal import COpenSSL

/// What an AlgorithmIdentifier says about password based encryption, read before any of it is carried out.
struct PasswordEncryption {
    /// OpenSSL's short name of the scheme or, for PBES2, of its cipher.
    let name: String
    /// Rounds of key derivation; hostile files ask for billions.
    let iterations: Int
    /// Whether the cipher is RC2, RC4, DES or 3DES, or the scheme PKCS #12's own.
    let isLegacy: Bool
    /// Whether OpenSSL 3 keeps it in its legacy provider.
    let needsLegacyProvider: Bool

    init(_ algorithm: UnsafePointer<X509_ALGOR>) {
        let scheme = OBJ_obj2nid(algorithm.pointee.algorithm)
        // PBMAC1's parameters have the shape of PBES2's.
        if scheme == NID_pbes2 || scheme == NID_pbmac1, let (cipher, iterations) = Self.schemeTwo(algorithm) {
            name = Self.name(cipher)
            self.iterations = iterations
            needsLegacyProvider = Self.legacyCiphers.contains(cipher)
            isLegacy = needsLegacyProvider || cipher == NID_des_ede3_cbc
            return
        }
        name = Self.name(scheme)
        iterations =
            Self.parameters(algorithm, d2i_PBEPARAM, PBEPARAM_free) { Self.number($0.pointee.iter) } ?? 1
        let isTripleDES =
            scheme == NID_pbe_WithSHA1And3_Key_TripleDES_CBC
            || scheme == NID_pbe_WithSHA1And2_Key_TripleDES_CBC
        needsLegacyProvider = Self.legacySchemes.contains(scheme)
        isLegacy = needsLegacyProvider || isTripleDES
    }

    private static let legacyCiphers: Set<Int32> = [
        NID_des_cbc, NID_rc2_cbc, NID_rc2_40_cbc, NID_rc2_64_cbc, NID_rc4,
    ]

    private static let legacySchemes: Set<Int32> = [
        NID_pbe_WithSHA1And40BitRC2_CBC, NID_pbe_WithSHA1And128BitRC2_CBC, NID_pbe_WithSHA1And40BitRC4,
        NID_pbe_WithSHA1And128BitRC4, NID_pbeWithMD2AndDES_CBC, NID_pbeWithMD5AndDES_CBC,
        NID_pbeWithSHA1AndDES_CBC,
        NID_pbeWithMD2AndRC2_CBC, NID_pbeWithMD5AndRC2_CBC, NID_pbeWithSHA1AndRC2_CBC,
    ]

    private static func schemeTwo(_ algorithm: UnsafePointer<X509_ALGOR>) -> (cipher: Int32, iterations: Int)?
    {
        parameters(algorithm, d2i_PBE2PARAM, PBE2PARAM_free) { parameter in
            let cipher = OBJ_obj2nid(parameter.pointee.encryption.pointee.algorithm)
            guard let function = parameter.pointee.keyfunc else { return (cipher, 1) }
            if OBJ_obj2nid(function.pointee.algorithm) == NID_id_scrypt {
                return (cipher, scryptRounds(UnsafePointer(function)) ?? 1)
            }
            let iterations = Self.parameters(UnsafePointer(function), d2i_PBKDF2PARAM, PBKDF2PARAM_free) {
                number($0.pointee.iter)
            }
            return (cipher, iterations ?? 1)
        }
    }

    /// scrypt's N times r times p (RFC 7914, 2): each of these mixes costs what a round of PBKDF2 does.
    ///
    /// OpenSSL holds the memory to 32 MiB and the time to nothing.
    private static func scryptRounds(_ algorithm: UnsafePointer<X509_ALGOR>) -> Int? {
        parameters(algorithm, d2i_SCRYPT_PARAMS, SCRYPT_PARAMS_free) { parameter -> Int in
            let blocks = number(parameter.pointee.blockSize)
            let lanes = number(parameter.pointee.parallelizationParameter)
            return product(number(parameter.pointee.costParameter), product(blocks, lanes))
        }
    }

    private static func product(_ one: Int, _ other: Int) -> Int {
        let (product, overflows) = one.multipliedReportingOverflow(by: other)
        return overflows ? .max : product
    }

    private static func parameters<Parameter, Result>(
        _ algorithm: UnsafePointer<X509_ALGOR>,
        _ decode: (
            UnsafeMutablePointer<UnsafeMutablePointer<Parameter>?>?,
            UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
        ) -> UnsafeMutablePointer<Parameter>?,
        _ free: (UnsafeMutablePointer<Parameter>?) -> Void,
        _ read: (UnsafeMutablePointer<Parameter>) -> Result
    ) -> Result? {
        guard let parameter = algorithm.pointee.parameter, parameter.pointee.type == V_ASN1_SEQUENCE,
            let sequence = parameter.pointee.value.sequence
        else { return nil }
        var input = ASN1_STRING_get0_data(sequence)
        guard let decoded = decode(nil, &input, Int(ASN1_STRING_length(sequence))) else {
            ERR_clear_error()
            return nil
        }
        defer { free(decoded) }
        return read(decoded)
    }

    /// A count of rounds; what does not fit or is negative counts as too many.
    static func number(_ value: UnsafePointer<ASN1_INTEGER>?) -> Int {
        guard let value else { return 1 }
        let number = ASN1_INTEGER_get(value)
        ERR_clear_error()
        return number < 0 ? Int.max : number
    }

    private static func name(_ identifier: Int32) -> String {
        OBJ_nid2sn(identifier).map { String(cString: $0) } ?? "an unknown algorithm"
    }
}
