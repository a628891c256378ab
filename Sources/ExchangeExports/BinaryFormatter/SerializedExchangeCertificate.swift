/// What Exchange knows of a certificate beyond the certificate itself, from the `SerializationData` that remote
/// PowerShell puts beside `RawData`.
///
/// Members are found by name: other versions of Exchange may have more of them, or in another order. What a stream does
/// not have is nil. Enumerations are the numbers of the stream: what they are called is not said in it.
package struct SerializedExchangeCertificate: Sendable, Hashable {
    /// `CertData`: a serialized store element, read by `StoreElement`.
    package let storeElement: [UInt8]?
    /// `SelfSigned`.
    package let isSelfSigned: Bool?
    /// `Status`.
    package let status: Int64?
    /// `RootCAType`.
    package let rootCAType: Int64?
    /// `Services`: a bit for each.
    package let services: Int64?
    /// `IISServices`: the paths of the web sites in IIS' metabase, such as `IIS://SERVER/W3SVC/1`.
    package let webSites: [String]?
    /// `PrivateKeyExportable`.
    package let isPrivateKeyExportable: Bool?
    /// `Identity`: the server's name, a backslash, the thumbprint.
    package let identity: String?

    /// The server of the identity, nil where there is none.
    package var server: String? {
        identity.flatMap { $0.contains("\\") ? $0.split(separator: "\\").first.map(String.init) : nil }
    }

    /// Reads a stream of .NET's BinaryFormatter, with or without the frame of payload signing around it.
    ///
    /// Nothing in the stream is brought to life; the errors are in `BinaryFormatterError`.
    package init(octets: [UInt8]) throws(BinaryFormatterError) {
        let graph = try BinaryStreamReader.graph(of: try SignedPayload.stream(in: octets))
        let root = graph.instance(.reference(graph.root))
        guard let root, root.shape.name.hasSuffix(".ExchangeCertificate") else {
            throw .otherObject(type: root?.shape.name ?? "")
        }
        storeElement = graph.octets(root["CertData"])
        isSelfSigned = graph.flag(root["SelfSigned"])
        status = graph.integer(root["Status"])
        rootCAType = graph.integer(root["RootCAType"])
        services = graph.integer(root["Services"])
        webSites = Self.webSites(root["IISServices"], in: graph)
        isPrivateKeyExportable = graph.flag(root["PrivateKeyExportable"])
        identity = graph.text(root["Identity"])
    }

    /// The names in a `List<IisService>`, whose array has room for more than the list's size.
    private static func webSites(_ list: BinaryValue?, in graph: BinaryObjectGraph) -> [String]? {
        guard let list = graph.instance(list), let items = graph.items(list["_items"]),
            let size = graph.integer(list["_size"]).flatMap(Int.init(exactly:)), size >= 0
        else {
            return nil
        }
        return items.prefix(size).compactMap { graph.text(graph.instance($0)?["serviceName"]) }
    }
}
