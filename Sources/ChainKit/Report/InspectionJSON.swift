/// Writes inspections as JSON: one object for one file, an object with an array for several.
public enum InspectionJSON {
    /// Writes what is inside of files; `includesPEM` adds every certificate itself.
    public static func write(
        _ inspections: some Sequence<Inspection>,
        asList: Bool,
        includesPEM: Bool = false,
        sink: ReportSink
    ) throws {
        var json = JSONText()
        if asList {
            json.open(UInt8(ascii: "{"))
            json.member("schemaVersion", JSONText.schemaVersion)
            json.key("files")
            json.open(UInt8(ascii: "["))
        }
        for inspection in inspections {
            json.object { json in
                if !asList { json.member("schemaVersion", JSONText.schemaVersion) }
                members(of: inspection, includesPEM: includesPEM, to: &json)
            }
            json.newline()
            try sink(json.take())
        }
        if asList {
            json.close(UInt8(ascii: "]"))
            json.close(UInt8(ascii: "}"))
            json.newline()
            try sink(json.take())
        }
    }

    private static func members(of inspection: Inspection, includesPEM: Bool, to json: inout JSONText) {
        let record = inspection.record
        json.member("path", record.path)
        json.member("kind", record.kind.rawValue)
        json.member("status", inspection.outcome.rawValue)
        json.member("detail", record.worstProblem?.message)
        json.member("certificates", array: inspection.certificates) { json, element in
            json.object { json in
                json.member("index", element.index)
                json.certificateFacts(
                    element.certificate,
                    issuer: NameTexts.Texts(element.certificate.issuer)
                )
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
