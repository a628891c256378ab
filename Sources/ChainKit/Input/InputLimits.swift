/// How much work and memory one file may cost.
public struct InputLimits: Sendable, Hashable {
    /// Octets of a file; 64 MiB are some 40,000 certificates, and three times that is the most memory a file takes.
    public var fileSize = 64 << 20
    /// Octets of one certificate; 10,000 names take 300 kB, and OpenSSL's TLS refuses more than 100 kB of them all.
    public var certificateSize = 1 << 20
    /// Certificates of a file, or of a segment of one; Microsoft's whole list has 555, a national archive some 10,000.
    public var certificates = 100_000
    /// Octets of text that an audit reads at a time from a larger file of PEM: some 300 certificates, whose report takes
    /// thrice that while it waits for its turn.
    ///
    /// Such a file may be of any size; ``fileSize`` then holds for one block, and for what is kept of its revocation lists.
    public var segmentSize = 256 << 10
    /// Octets that an audit keeps of small files between its two readings: of a folder of ten thousand, all of them.
    public var keptBetweenReadings = 16 << 20
    /// Octets of files of one certificate that an audit lays down in a temporary file once it keeps ``keptBetweenReadings``:
    /// some eight hundred thousand of them.
    public var spooledBetweenReadings = 1 << 30
    /// Problems told one by one; the rest is counted, because a hostile file can hold one a line.
    public var problems = 20
    /// Private keys noticed in one file; each costs 80 us to decode.
    public var privateKeys = 1_000
    /// Rounds of key derivation spent on one file, all passwords together: about two seconds.
    ///
    /// OpenSSL writes 2,048 rounds, Java 10,000, OWASP's advice for PBKDF2 is 600,000.
    public var keyDerivationRounds = 4_000_000
    /// Rounds of key derivation spent on all files of a run together: about a minute and a half.
    public var keyDerivationRoundsOfRun = 200_000_000
    /// How often base64 inside base64 is followed.
    public var nesting = 2

    /// The limits as they stand above.
    public init() {}
}
