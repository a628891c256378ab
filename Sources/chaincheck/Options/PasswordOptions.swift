import ArgumentParser
import ChainKit

/// Passwords for encrypted files; they come from a file and nowhere else, and are never printed.
struct PasswordOptions: ParsableArguments, FileNaming {
    @Option(
        help: ArgumentHelp(
            "Passwords to try on encrypted files, one a line; the empty one is always tried.",
            valueName: "file"
        )
    )
    var passwordFile: String?

    var namedFiles: NamedFiles {
        NamedFiles().reading("--password-file", passwordFile)
    }

    /// A reader that tries the passwords.
    func reader() throws -> InputReader {
        guard let passwordFile else { return InputReader() }
        let file = PasswordFile(try RootFiles.octets(of: passwordFile))
        return InputReader(passwords: file.passwords)
    }
}

/// Passwords from the octets of a file, one a line.
///
/// Windows writes such files with a byte order mark: PowerShell's `>` in UTF-16, Notepad in UTF-8. Behind a mark the
/// text becomes UTF-8, which is how OpenSSL takes passwords; without one every octet stays as it is.
struct PasswordFile {
    let passwords: [[UInt8]]

    init(_ octets: [UInt8]) {
        var lines = Self.text(octets).split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        // Behind the last line end there is no line; any other empty line is the empty password.
        if lines.last?.isEmpty == true { lines.removeLast() }
        passwords = lines.map { Array($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0) }
    }

    private static func text(_ octets: [UInt8]) -> [UInt8] {
        if octets.starts(with: [0xef, 0xbb, 0xbf]) { return Array(octets.dropFirst(3)) }
        let isBigEndian = octets.starts(with: [0xfe, 0xff])
        guard isBigEndian || octets.starts(with: [0xff, 0xfe]) else { return octets }
        let units = stride(from: 2, to: octets.count - 1, by: 2).map { position in
            let (first, second) = (UInt16(octets[position]), UInt16(octets[position + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
