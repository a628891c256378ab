/// Everything that rules may look at: one certificate and what was worked out about it.
///
/// No file, no clock.
package struct Subject: Sendable {
    /// The certificate that is judged.
    package let certificate: Certificate
    /// The ways from it to trust anchors, for server authentication.
    package let search: PathSearch
    /// The instant of the audit.
    package let time: Instant
    /// Each name asked about, and how the certificate covers it.
    ///
    /// Empty where no name was asked about.
    package let coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)]
    /// Whether OpenSSL decodes the certificate's own key, nil where it does not know such keys.
    package let keyDecodes: Bool?
    /// What was found beside the certificate.
    package let surroundings: Surroundings

    /// The failed search, nil where a path is trusted or nothing can be said.
    let failedSearch: FailedSearch?
    /// What conformance rules find in the issuers of the best path, where that is known already.
    let issuerFindings: [IssuerFindings.ByRule]?

    /// Puts the facts together.
    package init(
        certificate: Certificate,
        search: PathSearch,
        time: Instant,
        coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)] = [],
        keyDecodes: Bool? = nil,
        surroundings: Surroundings = Surroundings()
    ) {
        self.init(
            certificate: certificate,
            search: search,
            time: time,
            coverage: coverage,
            keyDecodes: keyDecodes,
            surroundings: surroundings,
            issuerFindings: nil
        )
    }

    init(
        certificate: Certificate,
        search: PathSearch,
        time: Instant,
        coverage: [(reference: ReferenceIdentifier, coverage: NameCoverage)],
        keyDecodes: Bool?,
        surroundings: Surroundings,
        issuerFindings: [IssuerFindings.ByRule]?
    ) {
        self.certificate = certificate
        self.search = search
        self.time = time
        self.coverage = coverage
        self.keyDecodes = keyDecodes
        self.surroundings = surroundings
        self.issuerFindings = issuerFindings
        failedSearch = FailedSearch(search)
    }
}

/// What the files say in which a certificate was found, and an inventory of Exchange.
package struct Surroundings: Sendable, Hashable {
    /// One file that holds the certificate and others.
    package struct Bundle: Sendable, Hashable {
        /// The file.
        package let path: String
        /// Where the certificate stands in it, from 0.
        package let index: Int
        /// The authorities of the file, in the file's order, with their places; the certificate itself among them
        /// where it is one, so that all certificates of a file share one list.
        package let authorities: [Neighbour]
        /// The authorities beside the certificate.
        package var neighbours: some Sequence<Neighbour> {
            authorities.lazy.filter { [index] in $0.index != index }
        }

        /// Puts the facts together.
        package init(path: String, index: Int, authorities: [Neighbour]) {
            self.path = path
            self.index = index
            self.authorities = authorities
        }
    }

    /// A certificate of the same file.
    package struct Neighbour: Sendable, Hashable {
        /// Its place in the file, from 0.
        package let index: Int
        /// The certificate.
        package let certificate: Certificate

        /// Puts the facts together.
        package init(index: Int, certificate: Certificate) {
            self.index = index
            self.certificate = certificate
        }
    }

    /// A container whose protection is out of date.
    package struct LegacyContainer: Sendable, Hashable {
        /// The file.
        package let path: String
        /// The algorithm, such as `RC2-40-CBC`.
        package let algorithm: String

        /// Puts the facts together.
        package init(path: String, algorithm: String) {
            self.path = path
            self.algorithm = algorithm
        }
    }

    /// Each PKCS #12 with the certificate that needed a legacy algorithm to open.
    package var legacyContainers: [LegacyContainer]
    /// Files that hold the certificate's private key under no password.
    package var exposedKeyFiles: [String]
    /// Files that hold the certificate's private key encrypted: known only where a password opened it.
    package var protectedKeyFiles: [String]
    /// Files that hold the certificate among others.
    package var bundles: [Bundle]
    /// What an inventory of Exchange says of the certificate, a server each.
    package var installations: [InstalledCertificate]

    /// Puts the facts together; by default nothing was found.
    package init(
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
