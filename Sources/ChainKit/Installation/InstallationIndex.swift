/// Which servers have which certificate, for lookup.
struct InstallationIndex: Sendable {
    private let byThumbprint: [String: [InstalledCertificate]]

    init(_ installed: [InstalledCertificate]) {
        byThumbprint = Dictionary(grouping: installed, by: \.thumbprint)
    }

    /// The servers' records of a certificate.
    ///
    /// A thumbprint is SHA-1 and only a name: a record that has octets must have these.
    func installations(of certificate: Certificate) -> [InstalledCertificate] {
        let records = byThumbprint[certificate.thumbprint.hexadecimal] ?? []
        return records.filter { $0.certificate.map { $0 == certificate } ?? true }
    }
}
