/// What is inside a file, not judged.
public struct Inspection: Sendable {
    /// What became of the file, certificates that do not parse or are damaged among its problems.
    public let record: FileRecord
    /// The certificates, with their places in the file from 0.
    public let certificates: [(index: Int, certificate: Certificate)]

    /// What became of the file in one word.
    public var outcome: FileOutcome { FileOutcome(record) }

    /// Parses everything that was read from a file.
    public init(_ content: FileContent) {
        var record = content.record
        var certificates: [(index: Int, certificate: Certificate)] = []
        for encoded in content.certificates {
            do {
                let certificate = try Certificate.salvaged(from: encoded.der)
                certificates.append((encoded.location.index, certificate))
                record.note(damageOf: certificate, at: encoded.location.index)
            } catch {
                record.note(refusal: error, at: encoded.location.index)
            }
        }
        record.certificates = certificates.count
        self.record = record
        self.certificates = certificates
    }
}

/// Is given inspections in the order of the files.
public protocol InspectionWriter {
    /// Called once, before any file.
    mutating func begin() throws
    /// Called for every file.
    mutating func write(_ inspection: Inspection) throws
    /// Called once, after everything.
    mutating func end() throws
}
