extension String {
    /// Octets of one name or value that a message repeats; a DNS name has 253 at most.
    private static let longestInMessages = 512

    /// The text as a message repeats it: of a longer one its beginning and how many octets were left out.
    ///
    /// A name in a certificate can have a million octets and stand in a message about each of 64 paths. Where the
    /// certificate itself is shown it is never shortened.
    var shortened: String {
        guard utf8.count > Self.longestInMessages else { return self }
        var kept = ""
        var octets = 0
        // By scalars: a single character may consist of any number of them.
        for scalar in unicodeScalars {
            let count = UTF8.width(scalar)
            guard octets + count <= Self.longestInMessages else { break }
            kept.unicodeScalars.append(scalar)
            octets += count
        }
        return "\(kept) [\(utf8.count - octets) more octets]"
    }
}
