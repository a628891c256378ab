internal import COpenSSL

/// A certificate as `Get-ExchangeCertificate` gives it over remote PowerShell; the defaults are those of a bought one.
package struct ExchangeCertificateTemplate: Sendable {
    /// The certificate's DER.
    package var der: [UInt8]
    /// IMAP 1, POP 2, IIS 8, SMTP 16.
    package var services: Int32 = 16
    /// 1 for Valid.
    package var status: Int32 = 1
    /// 0 None, 1 ThirdParty, 2 Enterprise, 3 Registry.
    package var rootCAType: Int32 = 1
    package var server = "mail01.contoso.local"
    package var provider: StoreElementWriter.Provider? = .schannel
    package var friendlyName: String?
    package var isSelfSigned = false
    package var isPrivateKeyExportable = true
    /// The trailer of the frame that payload signing puts around the serialisation, nil for a server that does not sign.
    package var signedTrailer: [UInt8]? = [UInt8](repeating: 0x5a, count: 32)
    /// False for the exports that lack `SerializationData`, of which only the certificate is known.
    package var hasSerializationData = true

    package init(der: [UInt8]) { self.der = der }

    /// SHA-1 in hexadecimal, as Windows names certificates.
    package var thumbprint: String {
        var digest = [UInt8](repeating: 0, count: 20)
        must(EVP_Digest(der, der.count, &digest, nil, EVP_sha1(), nil))
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    /// What stands in `SerializationData`.
    package var serializationData: [UInt8] {
        let element = StoreElementWriter.element(der: der, friendlyName: friendlyName, provider: provider)
        var writer = SerializedExchangeCertificateWriter(storeElement: element)
        writer.isSelfSigned = isSelfSigned
        writer.status = status
        writer.rootCAType = rootCAType
        writer.services = services
        writer.isPrivateKeyExportable = isPrivateKeyExportable
        writer.identity = "\(server)\\\(thumbprint)"
        return signedTrailer.map { SignedPayloadWriter.frame(writer.octets, trailer: $0) } ?? writer.octets
    }

    /// The object for `CliXMLWriter`.
    package var object: CliXMLObject {
        let frameworkType = "System.Security.Cryptography.X509Certificates.X509Certificate"
        var object = CliXMLObject(
            "Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate",
            frameworkType + "2",
            frameworkType,
            text: "[Thumbprint]\r\n  \(thumbprint)\r\n",
            properties: ["RawData": .octets(der)],
            members: [
                "PSComputerName": .text(server), "PSShowComputerName": false,
                "RunspaceId": .primitive("G", "d398c9b6-186f-4d8c-8786-e01a01448917"),
            ]
        )
        if hasSerializationData { object.members.append(("SerializationData", .octets(serializationData))) }
        return object
    }
}
