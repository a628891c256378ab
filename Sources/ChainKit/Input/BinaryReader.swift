/// Reads DER, one element after the other.
enum BinaryReader {
    /// Gives nil, and takes nothing, where no element of a known kind begins at `start`.
    static func read(_ octets: [UInt8], at start: Int, into collector: inout ContentCollector) -> FileKind? {
        var position = start
        var taken = 0
        while let element = DERReader.element(in: octets, at: position, end: octets.count) {
            let shape = DERShape(octets, element)
            guard collector.take(octets, element, shape: shape) else {
                if shape == .otherSigned, taken == 0 {
                    collector.report(
                        .malformed,
                        at: position,
                        "signed like a certificate, but damaged inside"
                    )
                    return .der
                }
                break
            }
            taken += 1
            position = element.whole.upperBound
        }
        if taken == 0 {
            // Indefinite lengths: BER.
            guard octets.count > start + 1, octets[start] == DERReader.Tag.sequence,
                octets[start + 1] == 0x80,
                collector.take(berMessage: start == 0 ? octets : Array(octets[start...]))
            else { return nil }
            return collector.families.first
        }
        if start > 0 { collector.note("\(start) octets before the first element were passed over") }
        reportRest(octets, position, into: &collector)
        return kind(of: &collector)
    }

    private static func reportRest(_ octets: [UInt8], _ position: Int, into collector: inout ContentCollector)
    {
        let rest = octets[position...]
        guard rest.contains(where: { !Base64Decoder.isBlank($0) && $0 != 0 }) else { return }
        if DERFrame.isCutOff(octets, at: position) {
            collector.report(.truncated, at: position, "the last element ends too early; copy the file again")
        } else {
            collector.note("\(rest.count) octets after the last element were passed over")
        }
    }

    private static func kind(of collector: inout ContentCollector) -> FileKind {
        let kind = collector.families.first ?? .der
        if collector.record.certificates == 0, collector.record.problems.isEmpty {
            collector.report(.notACertificate, Self.description(of: kind))
        }
        return kind
    }

    /// What to say of a file that holds only something else.
    static func description(of kind: FileKind) -> String {
        switch kind {
        case .certificateRequest: "a certificate request; the CA's answer to it is what is needed"
        case .revocationList: "a revocation list"
        case .ocspResponse: "an OCSP response"
        case .privateKey: "a private key and no certificate"
        case .publicKey: "a public key and no certificate"
        case .trustList: "a certificate trust list; give it with --authroot"
        default: "nothing that is a certificate"
        }
    }
}
