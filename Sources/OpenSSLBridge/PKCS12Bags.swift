internal import COpenSSL

extension PKCS12Reader {
    /// Bags may hold bags (RFC 7292, 4.2.6); nobody writes more than one level.
    private static let maximumDepth = 4

    mutating func take(
        _ bags: OpaquePointer,
        password: [UInt8]?,
        isOpen: Bool,
        opensKeys: Bool,
        depth: Int
    ) throws(PasswordFailure) {
        let isEmpty = password?.isEmpty ?? true
        for bag in stack(bags) {
            switch PKCS12_SAFEBAG_get_nid(bag) {
            case NID_certBag:
                let count = Int(max(0, i2d_PKCS12_SAFEBAG(bag, nil)))
                contents.certificateBags.append(
                    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                        var output = buffer.baseAddress
                        initialized = Int(max(0, i2d_PKCS12_SAFEBAG(bag, &output)))
                    }
                )
            case NID_keyBag:
                let info = PKCS12_SAFEBAG_get0_p8inf(bag).flatMap { PrivateKeyReader.publicKeyInfo(of: $0) }
                contents.keys.append(.init(publicKeyInfo: info, isProtected: !isOpen && !isEmpty))
                ERR_clear_error()
            case NID_pkcs8ShroudedKeyBag:
                let info = opensKeys ? try shroudedKey(in: bag, password: password) : nil
                contents.keys.append(.init(publicKeyInfo: info, isProtected: info == nil || !isEmpty))
            case NID_safeContentsBag where depth < Self.maximumDepth:
                if let inner = PKCS12_SAFEBAG_get0_safes(bag) {
                    try take(
                        inner,
                        password: password,
                        isOpen: isOpen,
                        opensKeys: opensKeys,
                        depth: depth + 1
                    )
                }
            default: break
            }
        }
    }

    /// The key's public half, nil where this key alone cannot be opened: the certificates still can be used.
    private mutating func shroudedKey(in bag: OpaquePointer, password: [UInt8]?) throws(PasswordFailure)
        -> [UInt8]?
    {
        guard let sealed = PKCS12_SAFEBAG_get0_pkcs8(bag) else { return nil }
        var algorithm: UnsafePointer<X509_ALGOR>?
        X509_SIG_get0(sealed, &algorithm, nil)
        guard let algorithm else { return nil }
        let encryption = PasswordEncryption(algorithm)
        if encryption.isLegacy, contents.legacyEncryption == nil {
            contents.legacyEncryption = encryption.name
        }
        let legacy = encryption.needsLegacyProvider ? LegacyContext.shared?.pointer : nil
        try budget.charge(encryption.iterations)
        let info = PKCS12Archive.withPassword(password) { text, count in
            PKCS12_decrypt_skey_ex(bag, text, count, context ?? legacy, nil)
        }
        defer { ERR_clear_error() }
        guard let info else { return nil }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        return PrivateKeyReader.publicKeyInfo(of: info)
    }
}
