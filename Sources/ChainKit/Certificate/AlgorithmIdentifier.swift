import OpenSSLBridge

/// An algorithm with its parameters (RFC 5280, 4.1.1.2).
struct AlgorithmIdentifier: Sendable {
    let algorithm: ObjectIdentifier
    let parameters: AlgorithmParameters

    /// Whether the parameters are neither left out, NULL nor an identifier.
    var hasStructure: Bool { if case .other = parameters { true } else { false } }

    /// Reads the DER of an AlgorithmIdentifier, nil where it is none.
    init?(der: UnsafeBufferPointer<UInt8>) {
        let read = AlgorithmDecoding.read(der) { algorithm, parameters in
            (ObjectIdentifier(derContent: algorithm), parameters)
        }
        guard let read else { return nil }
        (algorithm, parameters) = read
    }
}
