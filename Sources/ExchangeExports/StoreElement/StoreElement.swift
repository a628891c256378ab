/// A certificate with its properties as Windows serializes it (`CertSerializeCertificateStoreElement`): one after the
/// other property id, encoding type, length and value, without any header; numbers are little endian.
package struct StoreElement: Sendable, Hashable {
    /// The certificate's DER (property 32, CERT_CERT_PROP_ID).
    package private(set) var certificate: [UInt8]?
    /// The friendly name (property 11, CERT_FRIENDLY_NAME_PROP_ID).
    package private(set) var friendlyName: String?
    /// Where the private key is kept (property 2, CERT_KEY_PROV_INFO_PROP_ID).
    package private(set) var keyProvider: KeyProviderInfo?
    /// What could not be read, lower case, no full stop; the facts above that it would have given are nil.
    package private(set) var problems: [String] = []

    /// Reads an element as far as its lengths can be followed.
    package init(octets: [UInt8]) {
        var input = LittleEndianReader(octets[...])
        while input.remaining > 0 {
            guard let property = input.number(), input.number() != nil, let length = input.number(),
                let value = input.take(Int(length))
            else {
                problems.append("property cut off before octet \(octets.count) of a store element")
                return
            }
            read(property, value)
        }
    }

    /// The first of each kind counts, as it does for Windows.
    private mutating func read(_ property: UInt32, _ value: ArraySlice<UInt8>) {
        switch property {
        case 32: certificate = certificate ?? Array(value)
        case 11 where friendlyName == nil:
            friendlyName = String(terminated: value)
            if friendlyName == nil { problems.append("a friendly name without an end") }
        case 2 where keyProvider == nil:
            keyProvider = KeyProviderInfo(value)
            if keyProvider == nil { problems.append("a key provider whose offsets lie outside of it") }
        default: break
        }
    }
}

extension String {
    /// Text of UTF-16 units up to a null; nil where there is no null.
    init?(terminated octets: ArraySlice<UInt8>) {
        var units: [UInt16] = []
        var input = LittleEndianReader(octets)
        while let low = input.octet(), let high = input.octet() {
            let unit = UInt16(high) << 8 | UInt16(low)
            if unit == 0 {
                self.init(utf16: units)
                return
            }
            units.append(unit)
        }
        return nil
    }
}
