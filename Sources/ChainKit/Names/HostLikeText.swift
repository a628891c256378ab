/// Tells free text from text that a person would read as a host name or an address, well formed or not.
///
/// Needed where a name stands in a field that may hold anything, such as a common name. `Contoso Mail` and `v1.0` are
/// free text; `mail.contoso.com`, `büro.example`, `192.168.001.001`, `0xC0A80101` and `2001:DB8::1` are not.
enum HostLikeText {
    static func isHostOrAddress(_ text: String) -> Bool {
        isAddress(text) || isHost(text)
    }

    /// As lenient as `inet_aton`, which takes leading zeros and hexadecimal numbers.
    private static func isAddress(_ text: String) -> Bool {
        if text.contains(":") {
            return text.count(where: { $0 == ":" }) > 1
                && text.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == ":" || $0 == ".") }
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 4, parts.allSatisfy(isNumber) else { return false }
        return parts.count == 4 || parts.contains(where: isPrefixedHexadecimal)
    }

    private static func isNumber(_ part: Substring) -> Bool {
        isPrefixedHexadecimal(part) || !part.isEmpty && part.utf8.allSatisfy(isDigit)
    }

    private static func isPrefixedHexadecimal(_ part: Substring) -> Bool {
        part.lowercased().hasPrefix("0x") && part.count > 2 && part.dropFirst(2).allSatisfy(\.isHexDigit)
    }

    private static func isHost(_ text: String) -> Bool {
        let trimmed = text.hasSuffix(".") ? text.dropLast() : text[...]
        let labels = trimmed.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1, !last.utf8.allSatisfy(isDigit) else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || "-_*".contains($0) }
        }
    }

    private static func isDigit(_ octet: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
    }
}
