/// What the Exchange Management Shell says of certificates.
extension KnownError {
    static let cmdlets = [
        privateKeyMissing, keyAlgorithmUnsupported, notValidForExchange, statusNotValid, chainStatus,
    ]

    private static let privateKeyMissing = KnownError(
        id: "private-key-missing",
        title: "The certificate is there without its private key",
        signs: [
            ErrorSign(tokens: ["PrivateKeyMissing"]),
            ErrorSign(tokens: ["PrivateKeyMissing"], phrases: ["not valid for use with exchange server"]),
        ],
        causes: [
            .reported(
                "it was imported without its key: from a .cer or .p7b file, or on another server than made the request",
                .forum
            ),
            .inferred("the key's container was deleted, or belongs to another account's store"),
        ],
        checks: [
            .exchangeCertificates,
            ErrorCheck(
                "whether Windows can join key and certificate again; else import the .pfx",
                "certutil -repairstore my <thumbprint>"
            ), .audit,
        ],
        examples: [
            """
            A special Rpc error occurs on server EX01: The certificate with thumbprint \
            1BA78C659A292962E37D1966F27502B4FC03CA87 was found but is not valid for use with Exchange Server (reason: \
            PrivateKeyMissing).
            """, "PrivateKeyMissing",
        ]
    )

    private static let keyAlgorithmUnsupported = KnownError(
        id: "key-algorithm-unsupported",
        title: "Exchange cannot use the algorithm of the certificate's key",
        signs: [
            ErrorSign(tokens: ["KeyAlgorithmUnsupported"]),
            ErrorSign(
                tokens: ["KeyAlgorithmUnsupported"],
                phrases: ["not valid for use with exchange server"]
            ),
        ],
        causes: [
            .reported(
                """
                the key is an elliptic curve's, and support for it is not enabled: from the security update of \
                November 2024 on it is a value of the registry, before the update of April 2024 there is none
                """,
                .eccBlog,
                .healthChecker
            )
        ],
        checks: [
            .inspect,
            ErrorCheck(
                "whether support is enabled: EnableEccCertificateSupport is \"1\"",
                "Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Diagnostics"
            ), .audit,
        ],
        examples: [
            """
            The certificate with thumbprint 1BA78C659A292962E37D1966F27502B4FC03CA87 was found but is not valid for use \
            with Exchange Server (reason: KeyAlgorithmUnsupported).
            """, "KeyAlgorithmUnsupported",
        ]
    )

    private static let notValidForExchange = KnownError(
        id: "certificate-not-valid-for-exchange",
        title: "Exchange refuses to enable the certificate",
        signs: [ErrorSign(phrases: ["not valid for use with exchange server"])],
        causes: [.unknown("the reason in brackets is none that is known here")],
        checks: [.exchangeCertificates, .audit, .testCertificate],
        examples: [
            "The certificate was found but is not valid for use with Exchange Server (reason: SomethingElse)."
        ]
    )

    private static let statusNotValid = KnownError(
        id: "certificate-status-not-valid",
        title: "Exchange could not check whether the certificate is revoked",
        signs: [ErrorSign(tokens: ["RevocationCheckFailure"])],
        causes: [
            .stated(
                "the server cannot reach the CA's revocation lists; Exchange may then pass the certificate over",
                .bisht
            )
        ],
        checks: [
            .testCertificate,
            ErrorCheck("where its lists are", "chaincheck inspect <file>"),
            ErrorCheck("the proxy of Windows services", "netsh winhttp show proxy"),
        ],
        examples: ["Status : RevocationCheckFailure"]
    )

    private static let chainStatus = KnownError(
        id: "chain-status-not-valid",
        title: "Windows does not accept the certificate's chain",
        signs: [
            ErrorSign(tokens: [
                "CERT_TRUST_IS_UNTRUSTED_ROOT", "CERT_TRUST_IS_REVOKED",
                "CERT_TRUST_REVOCATION_STATUS_UNKNOWN", "CERT_TRUST_IS_OFFLINE_REVOCATION",
                "CERT_TRUST_IS_PARTIAL_CHAIN", "CERT_TRUST_IS_NOT_TIME_VALID", "CRYPT_E_REVOKED",
                "CRYPT_E_REVOCATION_OFFLINE", "CERT_E_UNTRUSTEDROOT",
            ])
        ],
        causes: [
            .stated(
                """
                the chain, a root or the revocation of the certificate is at fault; with such a certificate pinned, \
                Exchange does not offer STARTTLS
                """,
                .hybridTeamBlog
            )
        ],
        checks: [.audit, .testCertificate],
        examples: ["WARNING: Chain status: CERT_TRUST_IS_UNTRUSTED_ROOT CERT_TRUST_IS_OFFLINE_REVOCATION"]
    )
}
