import ArgumentParser
import ChainKit

/// The five purposes that the list is reported for; the raw values are the records' field names.
enum RootPurpose: String, CaseIterable, ExpressibleByArgument {
    case server = "server_auth"
    case client = "client_auth"
    case email
    case code = "code_signing"
    case time = "time_stamping"

    var keyPurpose: KeyPurpose {
        switch self {
        case .server: .serverAuthentication
        case .client: .clientAuthentication
        case .email: .emailProtection
        case .code: .codeSigning
        case .time: .timeStamping
        }
    }

    /// The heading of the purpose's column.
    var heading: String {
        switch self {
        case .server: "server"
        case .client: "client"
        case .email: "email"
        case .code: "code"
        case .time: "time"
        }
    }

    /// Reads a field name, the standard's name (`serverAuth`) or a dotted identifier.
    static func purpose(named name: String) -> KeyPurpose? {
        if let known = allCases.first(where: { $0.rawValue == name || $0.keyPurpose.name == name }) {
            return known.keyPurpose
        }
        return ObjectIdentifier(dotted: name).map { KeyPurpose($0) }
    }
}
