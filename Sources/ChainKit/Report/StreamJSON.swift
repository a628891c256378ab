/// Writes the answers to a stream, a line each: the contract in Documentation/Formats.md.
public struct StreamJSON: Sendable {
    private let certificates: CertificateJSON
    private let signatureChecking: SignatureChecking

    /// Makes a writer; `includesPEM` adds the certificate itself.
    public init(includesPEM: Bool = false, signatureChecking: SignatureChecking = .checked) {
        certificates = CertificateJSON(includesPEM: includesPEM)
        self.signatureChecking = signatureChecking
    }

    /// The answer for a certificate that was judged.
    public func line(_ record: AuditRecord, identifier: StreamQuestion.Identifier?) -> [UInt8] {
        line("certificate", identifier) { json in
            json.member("signaturesChecked", signatureChecking == .checked)
            certificates.write(record, to: &json)
        }
    }

    /// The answer to a line that cannot be answered, counted from 1.
    public func error(_ failure: StreamQuestion.Failure, line number: Int) -> [UInt8] {
        line("error", failure.identifier) { json in
            json.member("line", number)
            json.member("message", failure.message)
        }
    }

    private func line(
        _ type: String,
        _ identifier: StreamQuestion.Identifier?,
        _ members: (inout JSONText) -> Void
    ) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("type", type)
            json.member("schemaVersion", JSONText.schemaVersion)
            switch identifier {
            case .text(let text): json.member("id", text)
            case .number(let number):
                json.key("id")
                json.value(Array(number.utf8))
            case nil: json.member("id", nil as String?)
            }
            members(&json)
        }
        json.newline()
        return json.take()
    }
}
