/// Writes the `SerializationData` of a certificate octet by octet as Exchange does, for a certificate of no web site.
package struct SerializedExchangeCertificateWriter {
    /// `CertData`, made by `StoreElementWriter`.
    package var storeElement: [UInt8]
    package var isSelfSigned = false
    /// 1 for Valid.
    package var status: Int32 = 1
    /// 0 None, 1 ThirdParty, 2 Enterprise, 3 Registry.
    package var rootCAType: Int32 = 1
    /// IMAP 1, POP 2, IIS 8, SMTP 16.
    package var services: Int32 = 0
    package var isPrivateKeyExportable = true
    /// The server's name, a backslash, the thumbprint.
    package var identity = ""

    package init(storeElement: [UInt8]) { self.storeElement = storeElement }

    private static let tasks = "Microsoft.Exchange.Management.SystemConfigurationTasks."
    private static let assembly =
        "Microsoft.Exchange.Management, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35"
    private static let list = "System.Collections.Generic.List`1[[\(tasks)IisService, \(assembly)]]"

    /// The stream.
    package var octets: [UInt8] {
        let tasks = Self.tasks
        var stream = BinaryStreamWriter()
        stream.library(2, Self.assembly)
        stream.classInfo(
            5,
            1,
            tasks + "ExchangeCertificate",
            [
                "CertData", "SelfSigned", "Status", "RootCAType", "Services", "IISServices",
                "PrivateKeyExportable", "Identity",
            ]
        )
        stream.append([7, 0, 4, 4, 4, 3, 0, 1, 2, 1])
        for name in ["CertificateStatus", "CertificateAuthorityType", "AllowedServices"] {
            stream.text(tasks + name)
            stream.int32(2)
        }
        stream.text(Self.list)
        stream.octet(1)
        stream.int32(2)
        stream.reference(3)
        stream.octet(isSelfSigned ? 1 : 0)
        stream.enumeration(-4, tasks + "CertificateStatus", library: 2, status)
        stream.enumeration(-5, tasks + "CertificateAuthorityType", library: 2, rootCAType)
        stream.enumeration(-6, tasks + "AllowedServices", library: 2, services)
        stream.reference(7)
        stream.octet(isPrivateKeyExportable ? 1 : 0)
        stream.string(8, identity)
        stream.byteArray(3, storeElement)
        appendEmptyList(to: &stream)
        stream.end()
        return stream.octets
    }

    private func appendEmptyList(to stream: inout BinaryStreamWriter) {
        stream.classInfo(4, 7, Self.list, ["_items", "_size", "_version"])
        stream.append([4, 0, 0])
        stream.text(Self.tasks + "IisService[]")
        stream.int32(2)
        stream.append([8, 8])
        stream.reference(9)
        stream.int32(0)
        stream.int32(1)
        stream.octet(7)
        stream.int32(9)
        stream.octet(0)
        stream.int32(1)
        stream.int32(0)
        stream.octet(4)
        stream.text(Self.tasks + "IisService")
        stream.int32(2)
    }
}
