import OpenSSLBridge

/// The parts of a certificate, each lent in its encoding for the time of a call.
protocol CertificateParts: ~Copyable {
    /// The version as X.509 counts it from 1.
    var version: Int { get }
    var serialNumber: SerialNumber { get }
    /// Lends the whole DER of a part, nil where there is none.
    func lend<Result>(_ part: X509Handle.EncodedPart, _ body: (UnsafeBufferPointer<UInt8>) -> Result?)
        -> Result?
    /// Lends a validity time's text and the universal number of its tag, nil where there is none.
    func time<Result>(_ role: X509Handle.TimeRole, _ body: (Int32, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    /// Lends the key's own octets, nil where there are none.
    func publicKey<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result?
    /// How many extensions there are.
    var extensionCount: Int { get }
    /// Lends the whole DER of each extension in encoded order, until one is of no use.
    func forEachExtension(_ isUseful: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool
}

extension X509Handle: CertificateParts {
    var serialNumber: SerialNumber {
        let serial = signedSerialNumber
        return SerialNumber(magnitude: serial.magnitude, isNegative: serial.isNegative)
    }
}
