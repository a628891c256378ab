import ChainKit

extension InstalledCertificate {
    /// The server and the services there, in one phrase.
    var words: String {
        "\(server ?? "a server that is not named") (\(services?.words ?? "services unknown"))"
    }
}
