import Octets

/// Reads DER, one element after the other.
enum BinaryReader {
    /// Gives nil, and takes nothing, where no element of a known kind begins at `start`.
    ///
    /// `nesting` is how often base64 is followed in what comes behind the elements.
    static func read(
        _ octets: [UInt8],
        at start: Int,
        into collector: inout ContentCollector,
        nesting: Int
    ) -> FileKind? {
        guard let position = takeElements(octets, at: start, into: &collector) else {
            // Indefinite lengths: BER.
            guard octets.count > start + 1, octets[start] == DERReader.Tag.sequence,
                octets[start + 1] == 0x80,
                collector.take(berMessage: start == 0 ? octets : Array(octets[start...]))
            else { return nil }
            return collector.families.first
        }
        let outerText = collector.text
        collector.text = nil
        defer { collector.text = outerText }
        if octets[..<start].contains(where: { !isFiller($0) }) {
            collector.note("\(start) octets before the first element were passed over")
        }
        let firstKind = collector.families.first ?? .der
        let before = collector.record.certificates
        let restKind = readRest(octets, position, into: &collector, nesting: nesting)
        if before == 0, collector.record.certificates > 0, let restKind { return restKind }
        if collector.record.certificates == 0, collector.record.problems.isEmpty {
            collector.report(.notACertificate, Self.description(of: firstKind))
        }
        return firstKind
    }

    /// Takes elements of known kinds that stand end to end or with blanks between them, and gives where they end; nil,
    /// with nothing taken, where the first is of no known kind.
    ///
    /// A damaged one behind or before another is reported and passed over: its length still tells where the next begins.
    static func takeElements(_ octets: [UInt8], at start: Int, into collector: inout ContentCollector) -> Int?
    {
        var end: Int?
        var position = start
        while let element = DERReader.element(in: octets, at: position, end: octets.count) {
            let shape = DERShape(octets, element)
            if !collector.take(octets, element, shape: shape) {
                guard shape == .otherSigned else { break }
                collector.report(.malformed, at: position, "signed like a certificate, but damaged inside")
            }
            end = element.whole.upperBound
            position = afterFiller(octets, from: element.whole.upperBound)
        }
        return end
    }

    /// The first octet at or after `start` that is neither blank nor zero.
    static func afterFiller(_ octets: [UInt8], from start: Int) -> Int {
        octets[start...].firstIndex { !isFiller($0) } ?? octets.count
    }

    private static func isFiller(_ octet: UInt8) -> Bool { octet == 0 || Base64Decoder.isBlank(octet) }

    /// Reads what follows the last element where somebody put files of several formats together.
    ///
    /// Gives nil where nothing could be read.
    private static func readRest(
        _ octets: [UInt8],
        _ end: Int,
        into collector: inout ContentCollector,
        nesting: Int
    ) -> FileKind? {
        let start = afterFiller(octets, from: end)
        guard start < octets.count else { return nil }
        if let kind = PEMReader.read(octets, from: start, into: &collector) { return kind }
        let rest = Array(octets[start...])
        if let kind = readText(rest, into: &collector, nesting: nesting) { return kind }
        if DERFrame.isCutOff(octets, at: start) {
            collector.report(.truncated, at: start, "the last element ends too early; copy the file again")
        } else if let complaint = DamagedDER.complaint(about: rest, from: 0) {
            collector.report(.malformed, at: start, complaint)
        } else {
            collector.note("\(octets.count - end) octets after the last element were passed over")
        }
        return nil
    }

    private static func readText(_ rest: [UInt8], into collector: inout ContentCollector, nesting: Int)
        -> FileKind?
    {
        let wide = WideText(rest)
        let text = wide?.narrowed(rest) ?? rest
        let start = afterFiller(text, from: 0)
        guard start < text.count else { return nil }
        let kind =
            PEMReader.read(text, into: &collector)
            ?? BareBase64.read(text, from: start, into: &collector, nesting: nesting)
        if kind != nil, let wide { collector.note("\(wide.rawValue) text") }
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
        case .trustList: "a certificate trust list; chaincheck audit takes it with --authroot"
        default: "nothing that is a certificate"
        }
    }
}
