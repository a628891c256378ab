/// An export that a cmdlet wrote nothing into.
///
/// Get-ExchangeCertificate lists nothing in a shell that was not started as administrator, and with payload signing
/// where the Auth certificate has expired (CSS-Exchange #1448, #1563, #1808). So an empty list is no empty store.
enum EmptyListing {
    /// What a report says of such a file.
    static let note = """
        nothing was exported into it; if it was Get-ExchangeCertificate: an empty list is not an empty store, run the \
        shell as administrator and look whether the Auth certificate has expired
        """

    /// Whether a file holds what is left of a listing of nothing: white space, an empty array, a table's heading.
    static func holds(_ octets: [UInt8]) -> Bool {
        guard octets.count <= mostOctets else { return false }
        // UTF-16 in either order is ASCII with zeros between; marks of the order are passed over.
        let text = octets.filter { $0 != 0 && $0 < 0x80 }
        guard octets.count(where: { $0 >= 0x80 }) <= 3 else { return false }
        let words = text.split { $0 <= 0x20 }
        if words.isEmpty
            || words.elementsEqual([[UInt8(ascii: "["), UInt8(ascii: "]")]], by: { $0.elementsEqual($1) })
        {
            return true
        }
        let rules = words.count { $0.allSatisfy { $0 == UInt8(ascii: "-") } }
        let names = words.count { $0.allSatisfy(isLetter) }
        return rules > 1 && names == rules && names + rules == words.count
    }

    private static func isLetter(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
    }

    /// A heading of every column of Get-ExchangeCertificate is shorter.
    private static let mostOctets = 4_096
}
