/// What keeps octets from being the point that a key on a curve is.
///
/// OpenSSL decodes the point at infinity, which every private key would fit, and the hybrid form without complaint, and
/// does not look at a key of Edwards' curves before it is used.
enum CurvePoint {
    /// The defect in words, nil where there is none that shows without the curve's arithmetic.
    static func defect(_ key: UnsafeBufferPointer<UInt8>, of kind: SubjectPublicKey.Kind) -> String? {
        switch kind {
        case .ellipticCurve(.named(let name, let bits)): defect(key, on: name, coordinate: (bits + 7) / 8)
        // RFC 8032, 5.1.5 and 5.2.5.
        case .ed25519: length(key, 32, "Ed25519")
        case .ed448: length(key, 57, "Ed448")
        default: nil
        }
    }

    /// RFC 5480, 2.2: uncompressed or compressed, and no other form.
    private static func defect(_ key: UnsafeBufferPointer<UInt8>, on name: String, coordinate: Int) -> String?
    {
        switch key.first {
        case 0 where key.count == 1: "the \(name) point is the one at infinity"
        case 2, 3: length(key, 1 + coordinate, name)
        case 4: length(key, 1 + 2 * coordinate, name)
        case 6, 7: "the \(name) point is in the hybrid form, which RFC 5480 forbids"
        default: "the \(name) point is in no form that there is"
        }
    }

    private static func length(_ key: UnsafeBufferPointer<UInt8>, _ count: Int, _ name: String) -> String? {
        key.count == count ? nil : "the \(name) key has \(key.count) octets instead of \(count)"
    }
}
