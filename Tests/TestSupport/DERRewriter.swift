/// Changes DER for tests; signatures do not survive it.
package enum DERRewriter {
    /// The encoding with every element that is exactly `old` replaced, lengths above it set right.
    ///
    /// Primitive values are not looked into, so what an OCTET STRING or a BIT STRING wraps stays as it is.
    package static func replacing(_ old: [UInt8], with new: [UInt8], in der: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var rest = der[...]
        while let tag = rest.first {
            let (header, length) = size(of: rest)
            let whole = Array(rest.prefix(header + length))
            if whole == old {
                output += new
            } else if tag & 0x20 != 0 {
                output += DERWriter.element(
                    tag,
                    replacing(old, with: new, in: Array(whole.dropFirst(header)))
                )
            } else {
                output += whole
            }
            rest = rest.dropFirst(header + length)
        }
        return output
    }

    private static func size(of element: ArraySlice<UInt8>) -> (header: Int, length: Int) {
        let first = Int(element[element.startIndex + 1])
        guard first >= 0x80 else { return (2, first) }
        let count = first & 0x7f
        let length = element[(element.startIndex + 2)...].prefix(count).reduce(0) { $0 << 8 | Int($1) }
        return (2 + count, length)
    }
}

extension ForgedCertificate {
    /// The certificate's DER with every element that is exactly `old` replaced.
    package func replacing(_ old: [UInt8], with new: [UInt8]) -> [UInt8] {
        DERRewriter.replacing(old, with: new, in: der)
    }

    /// The certificate's DER with an object identifier replaced wherever it stands, names as OpenSSL has them.
    package func replacing(identifier old: String, with new: String) -> [UInt8] {
        replacing(DERWriter.identifier(old), with: DERWriter.identifier(new))
    }
}
