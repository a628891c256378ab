import Octets
import OpenSSLBridge

/// What is read from OpenSSL's parse of a revocation list, gathered while the parse lives.
struct RevocationListFields {
    let version: Int
    let thisUpdate: ValidityTime
    let nextUpdate: ValidityTime?
    let signatureAlgorithm: SignatureAlgorithm
    private(set) var number: RevocationListNumber?
    private(set) var deltaBase: RevocationListNumber?
    private(set) var issuingDistributionPoint: IssuingDistributionPoint?
    private(set) var authorityKeyIdentifier: [UInt8]?
    private(set) var unknownCriticalExtensions: [ObjectIdentifier] = []
    private(set) var defects: [RevocationListDefect] = []

    private typealias Identifier = CertificateExtension.Identifier

    /// Reads a list, or one without its entries, which `entries` then are.
    init(_ handle: borrowing X509CRLHandle, entries: RevocationEntries) {
        version = handle.version
        let thisUpdate = handle.time(.thisUpdate, ListTime.init)
        let nextUpdate = handle.time(.nextUpdate, ListTime.init)
        self.thisUpdate = thisUpdate?.time ?? .malformed(reason: "there is none")
        self.nextUpdate = nextUpdate?.time
        signatureAlgorithm =
            handle.signatureAlgorithm { algorithm, parameters in
                SignatureAlgorithm(
                    identifier: ObjectIdentifier(derContent: algorithm),
                    parameters: parameters
                )
            } ?? SignatureAlgorithm(identifier: ObjectIdentifier(derContent: []), parameters: .absent)
        if case .malformed(let reason) = self.thisUpdate { defects.append(.thisUpdate(reason: reason)) }
        switch self.nextUpdate {
        case .malformed(let reason): defects.append(.nextUpdate(reason: reason))
        case nil: defects.append(.nextUpdateMissing)
        case .instant: break
        }
        if [thisUpdate, nextUpdate].contains(where: { $0?.shouldBeUTCTime == true }) {
            defects.append(.timeNotUTCTime)
        }
        let hasExtensions = readExtensions(of: handle)
        for defect in entries.remarks.defects { note(defect) }
        for identifier in entries.remarks.unknownCriticalExtensions { noteUnknown(identifier) }
        if !(1...2).contains(version) || hasExtensions && version != 2 { defects.append(.version(version)) }
    }

    private mutating func readExtensions(of handle: borrowing X509CRLHandle) -> Bool {
        var seen: Set<ObjectIdentifier> = []
        handle.forEachExtension { item in
            let identifier = ObjectIdentifier(derContent: item.identifier)
            if !seen.insert(identifier).inserted { note(.repeatedExtension(identifier)) }
            let isUnderstood = decode(identifier, item.value)
            if isUnderstood == false { note(.extensionValue(identifier)) }
            if isUnderstood != true, item.isCritical { noteUnknown(identifier) }
            if item.isCritical, Self.neverCritical.contains(identifier) {
                note(.mustNotBeCritical(identifier))
            }
        }
        return !seen.isEmpty
    }

    /// Decodes one extension of the list; false where its value is malformed, nil where it is not understood.
    private mutating func decode(_ identifier: ObjectIdentifier, _ value: UnsafeBufferPointer<UInt8>) -> Bool?
    {
        switch identifier {
        case Identifier.cRLNumber:
            number = ExtensionDecoding.number(value).map(RevocationListNumber.init(magnitude:))
            return number != nil
        case Identifier.deltaCRLIndicator:
            let base = ExtensionDecoding.number(value)
            // A list whose indicator does not decode is a delta all the same, and of no base.
            deltaBase = RevocationListNumber(magnitude: base ?? [UInt8](repeating: 0xff, count: 32))
            return base != nil
        case Identifier.issuingDistributionPoint:
            issuingDistributionPoint = IssuingDistributionPoint(value: value)
            return issuingDistributionPoint != nil
        case Identifier.authorityKeyIdentifier:
            guard let authority = ExtensionDecoding.authorityKeyIdentifier(value) else { return false }
            authorityKeyIdentifier = authority.keyIdentifier
            return true
        case Identifier.issuerAltName, Identifier.freshestCRL, Identifier.authorityInfoAccess: return true
        default: return nil
        }
    }

    private mutating func note(_ defect: RevocationListDefect) {
        if defects.count < Self.mostKept, !defects.contains(defect) { defects.append(defect) }
    }

    private mutating func noteUnknown(_ identifier: ObjectIdentifier) {
        guard unknownCriticalExtensions.count < Self.mostKept else { return }
        if !unknownCriticalExtensions.contains(identifier) { unknownCriticalExtensions.append(identifier) }
    }

    /// Different defects, and extensions, that are kept; the first one decides.
    private static let mostKept = 20

    private static let neverCritical: Set<ObjectIdentifier> = [
        Identifier.authorityKeyIdentifier, Identifier.cRLNumber, Identifier.freshestCRL,
        Identifier.authorityInfoAccess,
    ]
}

/// A time of a list and the form it was written in.
private struct ListTime {
    let time: ValidityTime
    private let isUTCTime: Bool

    init(tag: Int32, text: UnsafeBufferPointer<UInt8>) {
        isUTCTime = tag == Int32(DERReader.Tag.utcTime)
        time = ValidityTime(isUTCTime: isUTCTime, text: text)
    }

    var shouldBeUTCTime: Bool {
        guard !isUTCTime, let instant = time.instant, let limit = Instant(year: 2050, month: 1, day: 1) else {
            return false
        }
        return instant < limit
    }
}
