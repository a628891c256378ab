/// What is read of a certificate's extensions.
struct ExtensionFields: ~Copyable, Sendable {
    /// All of them in encoded order.
    private(set) var items: [CertificateExtension] = []
    private(set) var subjectAlternativeNames: [GeneralName] = []
    private(set) var keyUsage: KeyUsage?
    private(set) var extendedKeyUsage: [KeyPurpose]?
    private(set) var basicConstraints: BasicConstraints?
    private(set) var subjectKeyIdentifier: [UInt8]?
    private(set) var authorityKeyIdentifier: Certificate.AuthorityKeyIdentifierFields?
    /// Those whose value is not what RFC 5280 says it is and that a path does not depend on.
    private(set) var undecodable: [ObjectIdentifier] = []
    private(set) var defects: [EncodingDefect] = []
    private var defectsLeftOut = 0

    /// Reads the extensions, false where there is something else in their place.
    mutating func read(
        _ parts: borrowing some CertificateParts & ~Copyable,
        _ memory: CertificateMemory?
    ) -> Bool {
        items.reserveCapacity(parts.extensionCount)
        var occurrences = Occurrences()
        let isList = parts.forEachExtension { encoded in
            guard let reading = memory.map({ $0.reading(encoded) }) ?? ExtensionReading(encoded: encoded)
            else {
                return false
            }
            let identifier = reading.item.identifier
            let occurrence = occurrences.count(identifier, after: items)
            if occurrence == 2 { note(.repeatedExtension(identifier)) }
            if occurrence == 1 { keep(reading) }
            if reading.isUndecodable { undecodable.append(identifier) }
            items.append(reading.item)
            return true
        }
        if defectsLeftOut > 0 { defects.append(.further(defectsLeftOut)) }
        return isList
    }

    private mutating func note(_ defect: EncodingDefect) {
        if defects.count < EncodingDefect.mostListed { defects.append(defect) } else { defectsLeftOut += 1 }
    }

    private mutating func keep(_ reading: ExtensionReading) {
        switch reading.content {
        case .alternativeNames(let names): subjectAlternativeNames = names
        case .keyUsage(let usage): keyUsage = usage
        case .purposes(let purposes): extendedKeyUsage = purposes
        case .basicConstraints(let constraints): basicConstraints = constraints
        case .subjectKeyIdentifier(let key): subjectKeyIdentifier = key
        case .authorityKeyIdentifier(let fields): authorityKeyIdentifier = fields
        case .nothing: break
        case .malformed: note(.extensionValue(reading.item.identifier))
        }
    }

    /// Counts how often each identifier was met: by looking at those before while they are few, as they are in nearly every
    /// certificate.
    private struct Occurrences {
        private var many: [ObjectIdentifier: Int] = [:]

        private static let mostLookedAt = 16

        /// Counts one more that stands behind `others`.
        mutating func count(_ identifier: ObjectIdentifier, after others: [CertificateExtension]) -> Int {
            guard others.count >= Self.mostLookedAt else {
                return others.count { $0.identifier == identifier } + 1
            }
            if others.count == Self.mostLookedAt {
                for other in others { many[other.identifier, default: 0] += 1 }
            }
            many[identifier, default: 0] += 1
            return many[identifier] ?? 1
        }
    }
}
