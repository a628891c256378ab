package import ChainKit
package import ExchangeKit

/// Everything that a report on an inventory says.
package struct ExchangeReport: Sendable {
    /// The files and folders as a person typed them.
    package var inputs: [String]
    /// On what trust rests, in words.
    package var trust: String
    /// Every file found.
    package var files: [FileRecord]
    /// The diagnosis; of the changed inventory where a change was asked about.
    package var diagnosis: Diagnosis
    /// What a change makes of the exported state, nil where none was asked about.
    package var difference: DiagnosisDifference?
    /// What protocol logs say was sent; empty where none was given.
    package var sent: [SentCertificate]
    /// The days to come, nil where they were not asked about.
    package var calendar: DiagnosisCalendar?

    /// Puts a report together.
    package init(
        inputs: [String],
        trust: String,
        files: [FileRecord],
        diagnosis: Diagnosis,
        difference: DiagnosisDifference? = nil,
        sent: [SentCertificate] = [],
        calendar: DiagnosisCalendar? = nil
    ) {
        self.inputs = inputs
        self.trust = trust
        self.files = files
        self.diagnosis = diagnosis
        self.difference = difference
        self.sent = sent
        self.calendar = calendar
    }
}
