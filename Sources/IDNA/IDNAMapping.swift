internal import CLibIDN2

/// Host names outside ASCII as certificates write them (UTS 46, RFC 5891), by libidn2.
public enum IDNAMapping {
    /// The A-label form of a host name that a person typed, such as `xn--bro-hoa.example` for `Büro。example`.
    ///
    /// UTS 46, non-transitional: upper case, full-width letters and ideographic full stops are mapped, combining
    /// characters are composed (NFC), `ß` stays what it is. An A-label in the name is checked. Labels of ASCII come
    /// out in lower case and unchecked: whether they make a host name is for the caller to say.
    public static func asciiName(of text: String) throws(IDNAError) -> String {
        guard text.utf8.count <= longestInput else { throw IDNAError(code: IDN2_TOO_BIG_DOMAIN.rawValue) }
        // C would take what stands before a NUL for the whole name.
        guard !text.utf8.contains(0) else { throw IDNAError(code: IDN2_DISALLOWED.rawValue) }
        let flags = Int32(bitPattern: UInt32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue))
        var result: UnsafeMutablePointer<UInt8>?
        let code = (Array(text.utf8) + [0]).withUnsafeBufferPointer {
            idn2_lookup_u8($0.baseAddress, &result, flags)
        }
        guard code == IDN2_OK.rawValue, let result else { throw IDNAError(code: code) }
        defer { idn2_free(result) }
        return String(cString: result)
    }

    /// The version of the libidn2 that this process runs with, such as `2.3.3`.
    public static var libraryVersion: String {
        idn2_check_version(nil).map { String(cString: $0) } ?? "unknown"
    }

    /// Four octets for each character that a host name can have; libidn2 would compose any length first.
    private static let longestInput = 4 * 253
}
