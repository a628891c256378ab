import ChainKit

/// Writes inspections as JSON: one object for one file, an object with an array for several.
package final class InspectionJSON: InspectionWriter {
    private let isList: Bool
    private let includesPEM: Bool
    private var output: ReportBuffer
    private var json = JSONText()

    /// Makes a writer; `includesPEM` adds every certificate itself.
    package init(isList: Bool, includesPEM: Bool = false, sink: @escaping ReportSink) {
        self.isList = isList
        self.includesPEM = includesPEM
        output = ReportBuffer(sink)
    }

    /// Opens the list.
    package func begin() throws {
        guard isList else { return }
        json.open(UInt8(ascii: "{"))
        json.member("schemaVersion", JSONText.schemaVersion)
        json.key("files")
        json.open(UInt8(ascii: "["))
    }

    /// Writes what is inside of a file.
    package func write(_ inspection: Inspection) throws {
        if isList { json.newline() }
        json.open(UInt8(ascii: "{"))
        if !isList { json.member("schemaVersion", JSONText.schemaVersion) }
        members(of: inspection, to: &json)
        json.close(UInt8(ascii: "}"))
        try output.append(json.take())
    }

    /// Closes the list.
    package func end() throws {
        if isList {
            json.close(UInt8(ascii: "]"))
            json.close(UInt8(ascii: "}"))
        }
        json.newline()
        try output.append(json.take())
        try output.flush()
    }

    private func members(of inspection: Inspection, to json: inout JSONText) {
        let record = inspection.record
        json.member("path", record.path)
        json.member("kind", record.kind.rawValue)
        json.member("status", inspection.outcome.rawValue)
        json.member("detail", record.worstProblem?.message)
        json.member("certificates", array: inspection.certificates) { json, element in
            json.object { json in
                json.member("index", element.index)
                json.certificateFacts(element.certificate)
                json.certificateDetails(element.certificate)
                if includesPEM { json.member("pem", PEMText.certificate(element.certificate.der)) }
            }
        }
        json.problems(record.problems)
        json.member("notes", record.notes)
        json.privateKeys(record.privateKeys)
        json.member("legacyEncryption", record.legacyEncryption)
    }
}
