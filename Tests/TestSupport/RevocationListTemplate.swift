/// What a test revocation list shall be; the defaults are those of a good, complete and empty list.
package struct RevocationListTemplate: Sendable {
    /// One entry.
    package struct Entry: Sendable {
        /// Content octets of the serial number's INTEGER.
        package var serial: [UInt8]
        package var date = "20260201000000Z"
        /// The number of the reasonCode; nil leaves the extension out.
        package var reason: Int?
        package var extensions: [ForgedExtension] = []

        package init(_ certificate: ForgedCertificate, reason: Int? = nil) {
            serial = certificate.serial
            self.reason = reason
        }
    }

    /// Attributes of the issuer in place of the signer's name.
    package var issuer: [(type: String, value: String)]?
    /// The version as X.509 counts it; nil leaves the field out, which means 1.
    package var version: Int? = 2
    /// Text of the times; 13 characters make a UTCTime, 15 a GeneralizedTime.
    package var thisUpdate = "260501000000Z"
    package var nextUpdate: String? = "260701000000Z"
    package var entries: [Entry] = []
    /// The cRLNumber; nil leaves the extension out.
    package var number: Int? = 10
    /// The number of the base list, which makes a delta.
    package var deltaBase: Int?
    /// Value of the issuingDistributionPoint extension.
    package var issuingDistributionPoint: [UInt8]?
    package var hasAuthorityKeyIdentifier = true
    /// Extensions written after those above.
    package var extensions: [ForgedExtension] = []

    package init() {}

    func signedPart(issuer name: [UInt8], authority: [UInt8]) -> [UInt8] {
        var parts = version.map { DERWriter.integer($0 - 1) } ?? []
        parts += Self.algorithm + name + Self.time(thisUpdate) + (nextUpdate.map(Self.time) ?? [])
        if !entries.isEmpty {
            let items = entries.flatMap { entry in
                let reason = entry.reason.map {
                    [ForgedExtension("CRLReason", value: DERWriter.element(0x0a, [UInt8($0)]))]
                }
                let extensions = (reason ?? []) + entry.extensions
                let list = extensions.isEmpty ? [] : DERWriter.sequence(extensions.flatMap(\.der))
                let time = String(entry.date.dropFirst(2))
                return DERWriter.sequence(DERWriter.element(0x02, entry.serial), Self.time(time), list)
            }
            parts += DERWriter.sequence(items)
        }
        let all = allExtensions(authority: authority)
        if !all.isEmpty { parts += DERWriter.element(0xa0, DERWriter.sequence(all.flatMap(\.der))) }
        return DERWriter.sequence(parts)
    }

    /// AlgorithmIdentifier of ecdsa-with-SHA256: lists are signed with P-256 keys only.
    static let algorithm = DERWriter.sequence(DERWriter.identifier("1.2.840.10045.4.3.2"))

    static func time(_ text: String) -> [UInt8] {
        DERWriter.element(text.utf8.count == 13 ? 0x17 : 0x18, Array(text.utf8))
    }

    private func allExtensions(authority: [UInt8]) -> [ForgedExtension] {
        var all: [ForgedExtension] = []
        if hasAuthorityKeyIdentifier {
            let value = DERWriter.sequence(DERWriter.element(0x80, authority))
            all.append(ForgedExtension("authorityKeyIdentifier", value: value))
        }
        if let number { all.append(ForgedExtension("crlNumber", value: DERWriter.integer(number))) }
        if let deltaBase {
            all.append(ForgedExtension("deltaCRL", isCritical: true, value: DERWriter.integer(deltaBase)))
        }
        if let value = issuingDistributionPoint {
            all.append(ForgedExtension("issuingDistributionPoint", isCritical: true, value: value))
        }
        return all + extensions
    }
}

extension ForgedExtension {
    /// The Extension's DER.
    package var der: [UInt8] {
        DERWriter.sequence(
            DERWriter.identifier(identifier),
            isCritical ? DERWriter.element(0x01, [0xff]) : [],
            DERWriter.octetString(value)
        )
    }
}

extension ForgedCertificate {
    /// A revocation list that this certificate's P-256 key signs.
    package func revocationList(_ adjust: (inout RevocationListTemplate) -> Void) -> [UInt8] {
        var template = RevocationListTemplate()
        adjust(&template)
        let name = template.issuer.map(Self.name) ?? self.name
        let part = template.signedPart(issuer: name, authority: keyIdentifier)
        let signature = DERWriter.element(0x03, [0] + key.sign(part))
        return DERWriter.sequence(part, RevocationListTemplate.algorithm, signature)
    }

    /// A revocation list that revokes some certificates.
    package func revocationList(revoking certificates: [ForgedCertificate], reason: Int? = nil) -> [UInt8] {
        revocationList { $0.entries = certificates.map { .init($0, reason: reason) } }
    }
}
