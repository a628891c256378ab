extension String {
    /// Lends its UTF-8 as it lies, which a native string does without a copy.
    @inline(__always)
    func withOctets<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var text = self
        return text.withUTF8(body)
    }

    /// Whether some octet of its UTF-8 is such a one: asked of the octets as they lie, at a fifth of what a string's own
    /// iteration takes.
    func hasOctet(where isSuch: (UInt8) -> Bool) -> Bool { withOctets { $0.contains(where: isSuch) } }
}
