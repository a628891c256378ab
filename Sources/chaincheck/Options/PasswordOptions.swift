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
