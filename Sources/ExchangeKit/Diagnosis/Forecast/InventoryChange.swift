package import ChainKit

/// Something that an administrator considers doing to a server's store.
package enum InventoryChange: Sendable, Hashable {
    /// Imports a certificate with its private key and assigns it to services; an import alone assigns none.
    case importing(Certificate, services: ExchangeServices, from: ExchangeObjectPlace)
    /// Removes a certificate by its thumbprint.
    case removing(thumbprint: String)
}

extension ExchangeInventory {
    /// The inventory as it would be after a change on some servers.
    ///
    /// - Parameters:
    ///   - change: what is done.
    ///   - servers: where; empty for every server that has a store in the exports.
    /// - Returns: the changed inventory.
    package func applying(_ change: InventoryChange, on servers: [String] = []) -> ExchangeInventory {
        var changed = self
        switch change {
        case .importing(let certificate, let services, let place):
            for server in targets(servers) {
                changed.add(certificate, services: services, to: server, from: place)
            }
        case .removing(let thumbprint):
            let stores = ServerStores(self)
            changed.certificates.removeAll { installed in
                installed.thumbprint.uppercased() == thumbprint.uppercased()
                    && (servers.isEmpty || installed.server == nil
                        || servers.contains { stores.isSame($0, installed.server) })
            }
        }
        return changed
    }

    /// The servers whose stores are meant; nil stands for the one that the exports do not name.
    private func targets(_ servers: [String]) -> [String?] {
        let stores = ServerStores(self)
        if !servers.isEmpty { return servers.map { stores.fullName(of: $0) } }
        var seen: Set<String> = []
        let named = certificates.map(\.server).filter {
            seen.insert($0.map { stores.fullName(of: $0).lowercased() } ?? "").inserted
        }
        if !named.isEmpty { return named }
        return stores.all.isEmpty ? [nil] : stores.all
    }

    /// Imports a certificate; one that the server has already keeps its services and gets the new ones as well
    /// (Enable-ExchangeCertificate: values are additive).
    private mutating func add(
        _ certificate: Certificate,
        services: ExchangeServices,
        to server: String?,
        from place: ExchangeObjectPlace
    ) {
        let stores = ServerStores(self)
        let known = certificates.firstIndex {
            $0.certificate == certificate && stores.isSame($0.server, server)
        }
        if let known {
            certificates[known].services = (certificates[known].services ?? []).union(services)
            return
        }
        var installed = InstalledCertificate(thumbprint: certificate.thumbprint.hexadecimal, place: place)
        installed.server = server
        installed.certificate = certificate
        installed.issuer = certificate.issuer.dotNet
        installed.subject = certificate.subject.dotNet
        installed.services = services
        installed.hasPrivateKey = true
        installed.isOnlyConsidered = true
        certificates.append(installed)
    }
}
