import Octets
import OpenSSLBridge

/// One extension with what its value says.
struct ExtensionReading {
    /// What a certificate keeps of a value.
    enum Content {
        case alternativeNames([GeneralName])
        case keyUsage(KeyUsage)
        case purposes([KeyPurpose])
        case basicConstraints(BasicConstraints)
        case subjectKeyIdentifier([UInt8])
        case authorityKeyIdentifier(Certificate.AuthorityKeyIdentifierFields)
        /// Nothing: the value is decoded again where it is asked for.
        case nothing
        /// The value is not what RFC 5280 says it is.
        case malformed
    }

    let item: CertificateExtension
    let content: Content
    /// Whether a value that a path does not depend on is not what RFC 5280 says it is.
    let isUndecodable: Bool

    init(identifier: ObjectIdentifier, isCritical: Bool, value: UnsafeBufferPointer<UInt8>) {
        item = CertificateExtension(identifier: identifier, isCritical: isCritical, value: Array(value))
        content = Content(item, value) ?? .malformed
        isUndecodable = !Self.decodesWhenAsked(identifier, value)
    }

    /// Reads one encoded extension, nil where it is none.
    init?(encoded: UnsafeBufferPointer<UInt8>) {
        if let plain = PlainExtension.read(encoded) {
            self.init(identifier: plain.identifier, isCritical: plain.isCritical, value: plain.value)
            return
        }
        var reading: ExtensionReading?
        let isItem = ExtensionDecoding.item(encoded) { item in
            reading = ExtensionReading(
                identifier: ObjectIdentifier(derContent: item.identifier),
                isCritical: item.isCritical,
                value: item.value
            )
        }
        guard isItem, let reading else { return nil }
        self = reading
    }

    private typealias Identifier = CertificateExtension.Identifier

    /// Whether identical values stand in many certificates: everything but what is about one holder or one moment.
    var isOftenTheSame: Bool {
        let identifier = item.identifier
        return identifier != Identifier.subjectAltName && identifier != Identifier.subjectKeyIdentifier
            && identifier != Identifier.signedCertificateTimestamps
    }

    private static func decodesWhenAsked(_ identifier: ObjectIdentifier, _ value: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        switch identifier {
        case Identifier.authorityInfoAccess:
            ExtensionDecoding.accessDescriptions(value).map { !$0.isEmpty } ?? false
        case Identifier.cRLDistributionPoints: ExtensionDecoding.distributionPoints(value) != nil
        case Identifier.issuerAltName: ExtensionDecoding.generalNames(value).map { !$0.isEmpty } ?? false
        default: true
        }
    }
}

extension ExtensionReading.Content {
    /// Decodes a value; nil where it is malformed.
    fileprivate init?(_ item: CertificateExtension, _ value: UnsafeBufferPointer<UInt8>) {
        typealias Identifier = CertificateExtension.Identifier
        var isWellFormed = true
        switch item.identifier {
        case Identifier.subjectAltName:
            if let names = PlainGeneralNames.names(in: value) {
                self = .alternativeNames(names)
                return
            }
            guard let names = ExtensionDecoding.generalNames(value), !names.isEmpty else { return nil }
            self = .alternativeNames(names.map(GeneralName.init))
            return
        case Identifier.keyUsage:
            guard let bits = ExtensionDecoding.bits(value, limit: 9) else { return nil }
            self = .keyUsage(
                KeyUsage(rawValue: bits.enumerated().reduce(0) { $1.element ? $0 | 1 << $1.offset : $0 })
            )
            return
        case Identifier.extKeyUsage:
            guard let purposes = ExtensionDecoding.identifiers(value), !purposes.isEmpty else { return nil }
            self = .purposes(purposes.map { KeyPurpose(ObjectIdentifier(derContent: $0)) })
            return
        case Identifier.basicConstraints:
            guard let constraints = ExtensionDecoding.basicConstraints(value),
                constraints.pathLength ?? 0 >= 0
            else { return nil }
            let length = constraints.pathLength
            self = .basicConstraints(
                constraints.isAuthority ? .authority(maximumPathLength: length) : .notAuthority
            )
            return
        case Identifier.subjectKeyIdentifier:
            guard let key = Self.plainOctetString(value) ?? ExtensionDecoding.octetString(value) else {
                return nil
            }
            self = .subjectKeyIdentifier(key)
            return
        case Identifier.authorityKeyIdentifier:
            guard let authority = ExtensionDecoding.authorityKeyIdentifier(value) else { return nil }
            self = .authorityKeyIdentifier(
                Certificate.AuthorityKeyIdentifierFields(
                    keyIdentifier: authority.keyIdentifier,
                    hasIssuer: authority.issuerNames != nil,
                    hasSerialNumber: authority.serialNumber != nil
                )
            )
            return
        case Identifier.nameConstraints: isWellFormed = ExtensionDecoding.nameConstraints(value) != nil
        case Identifier.certificatePolicies: isWellFormed = ExtensionDecoding.policies(value) != nil
        case Identifier.policyMappings: isWellFormed = ExtensionDecoding.policyMappings(value) != nil
        case Identifier.policyConstraints: isWellFormed = ExtensionDecoding.policyConstraints(value) != nil
        case Identifier.inhibitAnyPolicy: isWellFormed = ExtensionDecoding.skipCertificates(value) != nil
        default: break
        }
        guard isWellFormed else { return nil }
        self = .nothing
    }

    /// What stands in the only OCTET STRING of strict DER; OpenSSL reads any other.
    private static func plainOctetString(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var reader = LentDERReader(value)
        guard let string = reader.next(DERReader.Tag.octetString), reader.isAtEnd else { return nil }
        return Array(reader[string.content])
    }
}

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
