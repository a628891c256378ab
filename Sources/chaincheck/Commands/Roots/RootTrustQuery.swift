import ChainKit
import FoundationEssentials

/// Answers single questions about the list's trust.
struct RootTrustQuery {
    /// Why a question cannot be answered.
    struct Failure: Error {
        let message: String
    }

    let list: MicrosoftRootList
    /// Stands in where a question has no time.
    let now: Instant

    /// The answer to a line.
    struct Answer {
        let isTrusted: Bool
        /// The question's fields with "verdict" and "reason".
        let record: JSONValue
    }

    func answer(line: ArraySlice<UInt8>) -> Result<Answer, Failure> {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line)) else {
            return .failure(Failure(message: "the line is not JSON"))
        }
        guard case .object(var fields) = value else {
            return .failure(Failure(message: "the line is not a JSON object"))
        }
        return answer(fields).map { verdict in
            fields["verdict"] = .string(verdict.outcome.rawValue)
            fields["reason"] = .string(verdict.reason)
            return Answer(isTrusted: verdict.isTrusted, record: .object(fields))
        }
    }

    func answer(_ fields: [String: JSONValue]) -> Result<RootVerdict, Failure> {
        Result { () throws(Failure) in
            guard let text = fields["sha1"]?.text, let thumbprint = Thumbprint(hexadecimal: text) else {
                throw Failure(message: "sha1 is not a thumbprint of 40 hexadecimal digits")
            }
            guard let name = fields["purpose"]?.text, let purpose = RootPurpose.purpose(named: name) else {
                throw Failure(
                    message:
                        "purpose is none of \(RootPurpose.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            let instant = try time("at", fields) ?? now
            return list.verdict(
                on: thumbprint,
                for: purpose,
                leafNotBefore: try time("leaf_not_before", fields) ?? instant,
                at: instant
            )
        }
    }

    private func time(_ name: String, _ fields: [String: JSONValue]) throws(Failure) -> Instant? {
        guard let field = fields[name], field != .null else { return nil }
        guard let text = field.text, let instant = Instant(rfc3339: text) else {
            throw Failure(message: "\(name) is not an RFC 3339 time")
        }
        return instant
    }
}
