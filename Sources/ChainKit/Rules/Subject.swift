/// Everything that rules may look at: one certificate and what was worked out about it.
///
/// No file, no clock.
public struct Subject: Sendable {
    /// The certificate that is judged.
    public let certificate: Certificate
    /// The ways from it to trust anchors, for server authentication.
    public let search: PathSearch
    /// The instant of the audit.
    public let time: Instant
    /// Each name asked about, and how the certificate covers it.
    ///
    /// Empty where no name was asked about.
    public let coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)]
    /// Whether OpenSSL decodes the certificate's own key, nil where it does not know such keys.
    public let keyDecodes: Bool?
    /// What was found beside the certificate.
    public let surroundings: Surroundings

    /// Puts the facts together.
    public init(
        certificate: Certificate,
        search: PathSearch,
        time: Instant,
        coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)] = [],
        keyDecodes: Bool? = nil,
        surroundings: Surroundings = Surroundings()
    ) {
        self.certificate = certificate
        self.search = search
        self.time = time
        self.coverage = coverage
        self.keyDecodes = keyDecodes
        self.surroundings = surroundings
    }
}

/// What the files say in which a certificate was found, and an inventory of Exchange.
public struct Surroundings: Sendable, Hashable {
    /// One file that holds the certificate and others.
    public struct Bundle: Sendable, Hashable {
        /// The file.
        public let path: String
        /// Where the certificate stands in it, from 0.
        public let index: Int
        /// The authorities of the file, in the file's order, with their places; the certificate itself among them
        /// where it is one, so that all certificates of a file share one list.
        public let authorities: [Neighbour]
        /// The authorities beside the certificate.
        public var neighbours: some Sequence<Neighbour> {
            authorities.lazy.filter { [index] in $0.index != index }
        }

        /// Puts the facts together.
        public init(path: String, index: Int, authorities: [Neighbour]) {
            self.path = path
            self.index = index
            self.authorities = authorities
        }
    }

    /// A certificate of the same file.
    public struct Neighbour: Sendable, Hashable {
        /// Its place in the file, from 0.
        public let index: Int
        /// The certificate.
        public let certificate: Certificate

        /// Puts the facts together.
        public init(index: Int, certificate: Certificate) {
            self.index = index
            self.certificate = certificate
        }
    }

    /// A container whose protection is out of date.
    public struct LegacyContainer: Sendable, Hashable {
        /// The file.
        public let path: String
        /// The algorithm, such as `RC2-40-CBC`.
        public let algorithm: String

        /// Puts the facts together.
        public init(path: String, algorithm: String) {
            self.path = path
            self.algorithm = algorithm
        }
    }

    /// Each PKCS #12 with the certificate that needed a legacy algorithm to open.
    public var legacyContainers: [LegacyContainer]
    /// Files that hold the certificate's private key under no password.
    public var exposedKeyFiles: [String]
    /// Files that hold the certificate's private key encrypted: known only where a password opened it.
    public var protectedKeyFiles: [String]
    /// Files that hold the certificate among others.
    public var bundles: [Bundle]
    /// What an inventory of Exchange says of the certificate, a server each.
    public var installations: [InstalledCertificate]

    /// Puts the facts together; by default nothing was found.
    public init(
        legacyContainers: [LegacyContainer] = [],
        exposedKeyFiles: [String] = [],
        protectedKeyFiles: [String] = [],
        bundles: [Bundle] = [],
        installations: [InstalledCertificate] = []
    ) {
        self.legacyContainers = legacyContainers
        self.exposedKeyFiles = exposedKeyFiles
        self.protectedKeyFiles = protectedKeyFiles
        self.bundles = bundles
        self.installations = installations
    }
}
