// What is given to an audit beside what it reads.
extension Audit {
    /// What trust rests on.
    public enum Trust: Sendable {
        /// Microsoft's list.
        case microsoft(MicrosoftRootList)
        /// The user's own anchors, in the list's place.
        case anchors(PrivateAnchors)

        var source: any TrustAnchorSource {
            switch self {
            case .microsoft(let list): list
            case .anchors(let anchors): anchors
            }
        }
    }

    /// An issuer from outside what is audited.
    public struct OutsideIssuer: Sendable {
        let certificate: Certificate
        let path: String

        /// Names a certificate and the file that it came from.
        public init(_ certificate: Certificate, path: String) {
            self.certificate = certificate
            self.path = path
        }
    }

    /// Revocation lists and responses from outside what is audited.
    public struct OutsideRevocation: Sendable {
        /// Revocation lists.
        public let lists: [RevocationList]
        /// OCSP responses.
        public let responses: [OCSPResponse]

        /// Names lists and responses.
        public init(lists: [RevocationList] = [], responses: [OCSPResponse] = []) {
            self.lists = lists
            self.responses = responses
        }
    }
}
