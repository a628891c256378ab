/// The two uses of a transport certificate between Exchange and Exchange Online.
public enum TransportRole: String, Sendable, CaseIterable {
    /// Exchange Online connects to us: the certificate is presented as a server's.
    case server
    /// We connect to Exchange Online: the certificate is presented as a client's.
    case client
}

/// Some of the uses of a transport certificate: every finding has one, so it is a number and not a table.
package struct TransportRoles: OptionSet, Sendable, Hashable {
    /// A bit for each use.
    package let rawValue: UInt8

    /// Takes a bit for each use.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What ``TransportRole/server`` means.
    package static let server = TransportRoles(rawValue: 1)
    /// What ``TransportRole/client`` means.
    package static let client = TransportRoles(rawValue: 2)
    /// Both uses.
    package static let both: TransportRoles = [.server, .client]

    /// Whether a use is among them.
    package func contains(_ role: TransportRole) -> Bool {
        switch role {
        case .server: contains(.server as TransportRoles)
        case .client: contains(.client as TransportRoles)
        }
    }
}
