import OpenSSLBridge

/// What is read from OpenSSL's parse of a response, gathered while the parse lives.
struct OCSPResponseFields {
    let responder: OCSPResponse.Responder?
    let signatureAlgorithm: SignatureAlgorithm
    private(set) var singles: [OCSPResponse.Single] = []

    init(_ handle: borrowing OCSPResponseHandle) {
        switch handle.responder {
        case .name(let der): responder = DistinguishedName(der: der).map { .name($0) }
        case .keyHash(let hash): responder = .keyHash(hash)
        case nil: responder = nil
        }
        signatureAlgorithm =
            handle.signatureAlgorithm { algorithm, parameters in
                SignatureAlgorithm(
                    identifier: ObjectIdentifier(derContent: algorithm),
                    parameters: parameters
                )
            } ?? SignatureAlgorithm(identifier: ObjectIdentifier(derContent: []), parameters: .absent)
        var unknown: ObjectIdentifier?
        handle.forEachExtension { unknown = unknown ?? Self.unknownCritical($0) }
        handle.forEachSingle { single in
            // Other digests are not computed here, so such an answer is nobody's.
            guard let hash = OCSPIdentity.Hash(ObjectIdentifier(derContent: single.hash)) else { return }
            singles.append(Self.single(single, hash, unknown: unknown))
        }
    }

    private static func single(
        _ single: OCSPResponseHandle.Single,
        _ hash: OCSPIdentity.Hash,
        unknown: ObjectIdentifier?
    ) -> OCSPResponse.Single {
        OCSPResponse.Single(
            identity: OCSPIdentity(
                hash: hash,
                issuerNameHash: Array(single.issuerNameHash),
                issuerKeyHash: Array(single.issuerKeyHash),
                serialNumber: SerialNumber(magnitude: Array(single.serial), isNegative: single.isNegative)
            ),
            answer: answer(of: single),
            thisUpdate: single.thisUpdate.map(time) ?? .malformed(reason: "there is none"),
            nextUpdate: single.nextUpdate.map(time),
            unknownCriticalExtension: unknown ?? single.extensions.compactMap(unknownCritical).first
        )
    }

    private static func answer(of single: OCSPResponseHandle.Single) -> OCSPResponse.Answer {
        switch single.status {
        case 0: .good
        case 1:
            .revoked(
                reason: RevocationReason(rawValue: Int(single.reason)),
                since: single.revocationTime.map(time)?.instant
            )
        default: .unknown
        }
    }

    private static func time(_ text: UnsafeBufferPointer<UInt8>) -> ValidityTime {
        ValidityTime(isUTCTime: false, text: text)
    }

    private static func unknownCritical(_ item: X509Handle.Extension) -> ObjectIdentifier? {
        let identifier = ObjectIdentifier(derContent: item.identifier)
        return item.isCritical && identifier != nonce ? identifier : nil
    }

    private static let nonce = ObjectIdentifier("1.3.6.1.5.5.7.48.1.2")
}
