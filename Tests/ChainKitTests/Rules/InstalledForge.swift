import Forges

@testable import ChainKit

extension InstalledCertificate {
    /// A record of a server's certificate as a test wants it.
    static func forged(
        on server: String? = "EX01",
        _ adjust: (inout InstalledCertificate) -> Void = { _ in }
    ) -> InstalledCertificate {
        var installed = InstalledCertificate(
            thumbprint: "5E4325D6195B5E2932EAE402F515172DC827D083",
            place: ExchangeObjectPlace(path: "certificates.xml", line: 2)
        )
        installed.server = server
        adjust(&installed)
        return installed
    }
}
