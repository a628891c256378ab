import Octets

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Turns the octets of a path into printable text and back.
///
/// A name on disk is octets, a report is UTF-8. An octet that is no part of UTF-8 is written `\xNN`, and so is a
/// backslash where `x` and two hexadecimal digits follow it in the name itself. Every other path is written as it is, and
/// different names never look the same.
package enum ReportedPath {
    private static let backslash = UInt8(ascii: "\\")

    /// Whether it goes without saying that octets are their own text.
    static func isWrittenAsItIs(_ octets: UnsafeRawBufferPointer) -> Bool {
        octets.allSatisfy { $0 < 0x80 && $0 != backslash }
    }

    /// Whether a path's text is its octets, so that nothing in it is an escape or could be taken for one.
    static func isWrittenAsItIs(_ text: String) -> Bool { !text.hasOctet { $0 == backslash } }

    /// The text of a path.
    package static func text(of octets: [UInt8]) -> String {
        if !octets.contains(backslash), let text = String(validating: octets, as: UTF8.self) { return text }
        var output: [UInt8] = []
        var position = 0
        while position < octets.count {
            let count = lengthOfCharacter(octets, at: position)
            if count == 0 || isEscape(octets, at: position) {
                output += escape(octets[position])
                position += 1
            } else {
                output += octets[position..<(position + count)]
                position += count
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The octets of a path from its text.
    static func octets(of text: String) -> [UInt8] {
        let written = Array(text.utf8)
        guard written.contains(backslash) else { return written }
        var octets: [UInt8] = []
        var position = 0
        while position < written.count {
            if isEscape(written, at: position),
                let value = UInt8(
                    String(decoding: written[(position + 2)..<(position + 4)], as: UTF8.self),
                    radix: 16
                ), value != 0
            {
                octets.append(value)
                position += 4
            } else {
                octets.append(written[position])
                position += 1
            }
        }
        return octets
    }

    /// The text of an argument: as it is where it is UTF-8, whatever backslashes it has.
    package static func text(ofArgument octets: [UInt8]) -> String {
        String(validating: octets, as: UTF8.self) ?? text(of: octets)
    }

    /// The reported form of a path that a person typed: what they copied from a report, or a name as it is on disk.
    package static func text(typed path: String) -> String {
        guard !isWrittenAsItIs(path) else { return path }
        var status = stat()
        let leadsSomewhere = withSystemPath(of: path) { lstat($0, &status) == 0 }
        guard !leadsSomewhere, lstat(path, &status) == 0 else { return path }
        return text(of: Array(path.utf8))
    }

    /// Lends the path as the system's calls want it.
    package static func withSystemPath<Result>(
        of text: String,
        _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        guard !isWrittenAsItIs(text) else { return text.withCString(body) }
        let octets = octets(of: text).map { CChar(bitPattern: $0) } + [0]
        return octets.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return text.withCString(body) }
            return body(start)
        }
    }

    /// `\x` and two hexadecimal digits.
    private static func isEscape(_ octets: [UInt8], at position: Int) -> Bool {
        guard octets[position] == backslash, position + 3 < octets.count,
            octets[position + 1] == UInt8(ascii: "x")
        else { return false }
        return octets[(position + 2)...(position + 3)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private static func escape(_ octet: UInt8) -> [UInt8] {
        Array("\\x".utf8) + Array(Hexadecimal.string([octet]).utf8)
    }

    /// How many octets the character at `position` has, 0 where they are no UTF-8.
    private static func lengthOfCharacter(_ octets: [UInt8], at position: Int) -> Int {
        let count =
            switch octets[position] {
            case ..<0x80: 1
            case 0xc2...0xdf: 2
            case 0xe0...0xef: 3
            case 0xf0...0xf4: 4
            default: 0
            }
        guard position + count <= octets.count else { return 0 }
        // It knows overlong forms and surrogates.
        return String(validating: octets[position..<(position + count)], as: UTF8.self) == nil ? 0 : count
    }
}
