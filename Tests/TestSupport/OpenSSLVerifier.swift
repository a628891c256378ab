internal import COpenSSL

/// OpenSSL's own path validation, `X509_verify_cert`, to hold ours against.
package enum OpenSSLVerifier {
    /// For what the certificate is to serve, as `openssl verify -purpose` has it.
    package enum Purpose: Sendable {
        case server, client, any
    }

    /// What OpenSSL says of a path.
    package enum Answer: Sendable, Hashable {
        case accept
        /// `code` is an `X509_V_ERR_*`, `depth` the certificate's place above the leaf; `reason` is OpenSSL's text.
        case reject(code: Int, depth: Int, reason: String)

        package var isAccept: Bool { self == .accept }
    }

    /// Validates `leaf` under `roots`, which are anchors whether they are self-signed or not.
    ///
    /// `time` counts seconds since 1970. Certificates that `d2i_X509` refuses are left out, a leaf that it refuses is
    /// rejected with `X509_V_ERR_UNSPECIFIED`.
    package static func answer(
        leaf: [UInt8],
        intermediates: [[UInt8]],
        roots: [[UInt8]],
        host: String? = nil,
        purpose: Purpose = .server,
        time: Int,
        checksPolicies: Bool = false
    ) -> Answer {
        defer { ERR_clear_error() }
        guard let target = certificate(leaf) else { return rejection(X509_V_ERR_UNSPECIFIED, at: 0) }
        defer { X509_free(target) }
        let store = must(X509_STORE_new())
        defer { X509_STORE_free(store) }
        for root in roots.compactMap(certificate) {
            X509_STORE_add_cert(store, root)
            X509_free(root)
        }
        let untrusted = OPENSSL_sk_new_null()
        let others = intermediates.compactMap(certificate)
        defer {
            OPENSSL_sk_free(untrusted)
            for other in others { X509_free(other) }
        }
        for other in others { OPENSSL_sk_push(untrusted, UnsafeRawPointer(other)) }
        let context = must(X509_STORE_CTX_new())
        defer { X509_STORE_CTX_free(context) }
        must(X509_STORE_CTX_init(context, store, target, untrusted))
        let parameters = must(X509_STORE_CTX_get0_param(context))
        X509_VERIFY_PARAM_set_time(parameters, time_t(time))
        // X509_V_FLAG_PARTIAL_CHAIN and X509_V_FLAG_POLICY_CHECK (x509_vfy.h).
        X509_VERIFY_PARAM_set_flags(parameters, checksPolicies ? 0x80080 : 0x80000)
        switch purpose {
        case .server: X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER)
        case .client: X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_CLIENT)
        case .any: break
        }
        if let host { must(X509_VERIFY_PARAM_set1_host(parameters, host, host.utf8.count)) }
        if X509_verify_cert(context) == 1 { return .accept }
        return rejection(
            X509_STORE_CTX_get_error(context),
            at: Int(X509_STORE_CTX_get_error_depth(context))
        )
    }

    private static func certificate(_ der: [UInt8]) -> OpaquePointer? {
        var input: UnsafePointer<UInt8>?
        return der.withUnsafeBufferPointer { buffer in
            input = buffer.baseAddress
            return d2i_X509(nil, &input, buffer.count)
        }
    }

    private static func rejection(_ code: Int32, at depth: Int) -> Answer {
        .reject(
            code: Int(code),
            depth: depth,
            reason: String(cString: X509_verify_cert_error_string(Int(code)))
        )
    }
}
