internal import IDNA

/// Tells free text from text that a person would read as a host name or an address, well formed or not.
///
/// Needed where a name stands in a field that may hold anything, such as a common name. `Contoso Mail` and `v1.0` are
/// free text; `mail.contoso.com`, `büro.example`, `192.168.001.001`, `0xC0A80101` and `2001:DB8::1` are not.
enum HostLikeText {
    static func isHostOrAddress(_ text: String) -> Bool {
        isAddress(text) || isHost(text)
    }

    /// The name or address that a text stands for, however it is written; nil for free text.
    static func canonical(_ text: String) -> String? {
        guard isHostOrAddress(text) else { return nil }
        if let address = IPAddress(text) ?? lenientVersion4(text) { return address.canonicalText }
        let trimmed = String(text.hasSuffix(".") ? text.dropLast() : text[...])
        guard !trimmed.utf8.allSatisfy({ $0 < 0x80 }) else { return trimmed.lowercased() }
        return (try? IDNAMapping.asciiName(of: trimmed)) ?? trimmed.lowercased()
    }

    /// Decimal numbers with leading zeros, hexadecimal ones, and fewer than four of them, as `inet_aton` takes them;
    /// a leading zero alone does not make a number octal, because people do not read it so.
    private static func lenientVersion4(_ text: String) -> IPAddress? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            isPrefixedHexadecimal(part) ? UInt32(part.dropFirst(2), radix: 16) : UInt32(part)
        }
        guard (1...4).contains(parts.count), numbers.count == parts.count, let last = numbers.last,
            numbers.dropLast().allSatisfy({ $0 < 256 })
        else { return nil }
        // The last number fills all the octets that the others leave.
        let width = 5 - numbers.count
        guard UInt64(last) < UInt64(1) << (8 * UInt64(width)) else { return nil }
        let tail = (0..<width).reversed().map { UInt8(truncatingIfNeeded: last >> (8 * UInt32($0))) }
        return IPAddress(octets: numbers.dropLast().map { UInt8($0) } + tail)
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

    /// Whether a label is a decimal or hexadecimal number.
    static func isNumber(_ part: Substring) -> Bool {
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
