import Forges
import TestSupport

@testable import ChainKit
@testable import ExchangeKit

/// Makes certificates of a server's store for tests.
enum InstalledFixture {
    static let place = ExchangeObjectPlace(path: "server.xml", line: 1)

    /// A certificate with its octets, the key at hand, for SMTP unless said otherwise.
    static func installed(
        _ forged: ForgedCertificate,
        services: ExchangeServices? = [.smtp, .iis]
    ) throws -> InstalledCertificate {
        let certificate = try Certificate(der: forged.der)
        var installed = InstalledCertificate(
            thumbprint: certificate.thumbprint.hexadecimal.uppercased(),
            place: place
        )
        installed.certificate = certificate
        installed.issuer = certificate.issuer.dotNet
        installed.subject = certificate.subject.dotNet
        installed.services = services
        installed.hasPrivateKey = true
        return installed
    }

    /// A certificate of which an export tells issuer and subject.
    static func named(_ thumbprint: String, issuer: String?, subject: String?) -> InstalledCertificate {
        var installed = InstalledCertificate(thumbprint: thumbprint, place: place)
        installed.issuer = issuer
        installed.subject = subject
        return installed
    }
}
