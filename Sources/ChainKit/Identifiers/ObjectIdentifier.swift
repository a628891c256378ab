package import Octets

/// An ASN.1 object identifier, kept as the content octets of its DER encoding.
///
/// Up to 15 octets are stored inline, so the identifiers of certificates cost no allocation.
public struct ObjectIdentifier: Sendable, Hashable {
    private enum Storage: Sendable, Hashable {
        case inline(UInt64, UInt64)
        case heap([UInt8])
    }

    private let storage: Storage

    /// Makes an identifier from the content octets of its DER encoding (tag and length left out).
    public init(derContent octets: some Collection<UInt8>) {
        guard octets.count <= 15 else {
            storage = .heap(Array(octets))
            return
        }
        var high: UInt64 = 0
        var low = UInt64(octets.count)
        for (position, octet) in octets.enumerated() {
            if position < 8 {
                high |= UInt64(octet) << (56 - 8 * position)
            } else {
                low |= UInt64(octet) << (56 - 8 * (position - 8))
            }
        }
        storage = .inline(high, low)
    }

    /// One of RFC 5280's own extensions, id-ce (2.5.29) and an arc below 128: a constant, with nothing to initialise.
    @inline(__always)
    init(ofExtension arc: UInt8) {
        storage = .inline(0x551d << 48 | UInt64(arc & 0x7f) << 40, 3)
    }

    /// Makes an identifier from dotted decimal text, nil when the text is none.
    public init?(dotted: some StringProtocol) {
        let arcs = dotted.split(separator: ".", omittingEmptySubsequences: false).map { UInt64($0) }
        guard arcs.count >= 2, let first = arcs[0], let second = arcs[1], first <= 2,
            first == 2 || second < 40
        else { return nil }
        var octets: [UInt8] = []
        func append(_ arc: UInt64) {
            var groups = [UInt8(arc & 0x7f)]
            var rest = arc >> 7
            while rest > 0 {
                groups.append(UInt8(rest & 0x7f) | 0x80)
                rest >>= 7
            }
            octets += groups.reversed()
        }
        let (head, overflows) = second.addingReportingOverflow(first * 40)
        guard !overflows else { return nil }
        append(head)
        for arc in arcs.dropFirst(2) {
            guard let arc else { return nil }
            append(arc)
        }
        self.init(derContent: octets)
    }

    /// The content octets of the DER encoding.
    public var derContent: [UInt8] {
        switch storage {
        case .heap(let octets):
            octets
        case .inline(let high, let low):
            (0..<Int(low & 0xff)).map { position in
                position < 8
                    ? UInt8(truncatingIfNeeded: high >> (56 - 8 * position))
                    : UInt8(truncatingIfNeeded: low >> (56 - 8 * (position - 8)))
            }
        }
    }

    /// Dotted decimal text; an arc beyond 64 bits makes the whole identifier print as hexadecimal octets.
    public var dotted: String {
        var text = OctetText(expecting: 48)
        appendDotted(to: &text)
        return text.string
    }

    /// Appends ``dotted`` to text that is being written.
    package func appendDotted(to text: inout OctetText) {
        guard !hasArcBeyond64Bits else {
            text.append("0x" as StaticString)
            return Hexadecimal.append(derContent, to: &text)
        }
        var arc: UInt64 = 0
        var isFirst = true
        forEachOctet { octet in
            arc = arc << 7 | UInt64(octet & 0x7f)
            guard octet & 0x80 == 0 else { return }
            if isFirst {
                let first = min(arc / 40, 2)
                text.append(UInt8(ascii: "0") + UInt8(first))
                arc -= first * 40
                isFirst = false
            }
            text.append(UInt8(ascii: "."))
            text.append(decimal: arc)
            arc = 0
        }
    }

    private var hasArcBeyond64Bits: Bool {
        // Nine octets hold 63 bits of an arc.
        guard octetCount > 9 else { return false }
        var arc: UInt64 = 0
        var isBeyond = false
        forEachOctet { octet in
            if arc > UInt64.max >> 7 { isBeyond = true }
            arc = octet & 0x80 == 0 ? 0 : arc << 7 | UInt64(octet & 0x7f)
        }
        return isBeyond
    }

    private var octetCount: Int {
        switch storage {
        case .heap(let octets): octets.count
        case .inline(_, let low): Int(low & 0xff)
        }
    }

    private func forEachOctet(_ body: (UInt8) -> Void) {
        switch storage {
        case .heap(let octets): octets.forEach(body)
        case .inline(let high, let low):
            for position in 0..<Int(low & 0xff) {
                let word = position < 8 ? high : low
                body(UInt8(truncatingIfNeeded: word >> (56 - 8 * (position & 7))))
            }
        }
    }
}

extension ObjectIdentifier: CustomStringConvertible {
    /// The same as ``dotted``, as messages repeat it: a hostile one can have a million arcs.
    public var description: String { dotted.shortened }
}

extension ObjectIdentifier {
    /// An identifier written in this project's own source.
    ///
    /// - Precondition: the text is a valid identifier; a test decodes every constant that is made this way.
    init(_ constant: StaticString) {
        let text = constant.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        guard let identifier = Self(dotted: text) else { preconditionFailure("not an identifier: \(text)") }
        self = identifier
    }
}

extension LentDERReader {
    /// Reads an OBJECT IDENTIFIER; nil where an arc is not in its shortest form or does not end (X.690, 8.19.2), which
    /// OpenSSL refuses.
    mutating func nextIdentifier() -> ObjectIdentifier? {
        guard let content = next(DERReader.Tag.objectIdentifier)?.content, !content.isEmpty else {
            return nil
        }
        var isFirst = true
        for place in content {
            let octet = octets[place]
            guard !isFirst || octet != 0x80 else { return nil }
            isFirst = octet < 0x80
        }
        return isFirst ? ObjectIdentifier(derContent: self[content]) : nil
    }
}

extension DERFraming {
    /// An OBJECT IDENTIFIER.
    static func identifier(_ identifier: ObjectIdentifier) -> [UInt8] {
        element(DERReader.Tag.objectIdentifier, identifier.derContent)
    }
}
