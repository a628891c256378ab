extension CertificateTemplate {
    func allExtensions(keyIdentifier: [UInt8], authority: [UInt8]) -> [ForgedExtension] {
        var all: [ForgedExtension] = []
        if let isAuthority {
            let flag = isAuthority ? DERWriter.element(0x01, [0xff]) : []
            let length = pathLength.map(DERWriter.integer) ?? []
            let value = DERWriter.sequence(flag, length)
            all.append(ForgedExtension("basicConstraints", isCritical: true, value: value))
        }
        if let keyUsage {
            all.append(ForgedExtension("keyUsage", isCritical: true, value: DERWriter.bits(keyUsage)))
        }
        if let extendedKeyUsage {
            let purposes = extendedKeyUsage.flatMap(DERWriter.identifier)
            all.append(ForgedExtension("extendedKeyUsage", value: DERWriter.sequence(purposes)))
        }
        let general =
            names.flatMap { DERWriter.element(0x82, Array($0.utf8)) }
            + addresses.flatMap { DERWriter.element(0x87, $0) }
            + emails.flatMap { DERWriter.element(0x81, Array($0.utf8)) }
        if !general.isEmpty {
            all.append(ForgedExtension("subjectAltName", value: DERWriter.sequence(general)))
        }
        if hasSubjectKeyIdentifier {
            all.append(ForgedExtension("subjectKeyIdentifier", value: DERWriter.octetString(keyIdentifier)))
        }
        if hasAuthorityKeyIdentifier {
            let value = DERWriter.sequence(DERWriter.element(0x80, authority))
            all.append(ForgedExtension("authorityKeyIdentifier", value: value))
        }
        return all + extensions
    }
}
