import ChainKit

extension AuthorityRoots {
    /// The answer as a document.
    var value: JSONValue {
        .object([
            "schemaVersion": JSONValue.schemaVersion,
            "name": .string(name),
            "at": .string(instant.rfc3339),
            "list": RootSummary.value(of: list, at: instant),
            "mozilla": .object([
                "package": .string("certifi \(mozilla.version)"),
                "roots": .integer(Int64(mozilla.certificates.count)),
            ]),
            "history": .strings(history.lists.map(\.rfc3339)),
            "roots": .array(listed.map(\.value)),
            "mozillaAlone": .array(atMozillaAlone.map(\.rootValue)),
            "removed": .array(removed.map(\.value)),
        ])
    }
}

extension AuthorityRoots.Listed {
    fileprivate var value: JSONValue {
        .object([
            "thumbprint": .string(entry.thumbprint.hexadecimal),
            "sha256": .optional(entry.sha256?.hexadecimal),
            "friendlyName": .optional(entry.displayName),
            "subject": .optional(certificate?.subject.rfc4514),
            "notAfter": .optional(certificate?.notAfter.instant?.rfc3339),
            "atMozilla": .bool(isAtMozilla),
            "serverAuthentication": server.value,
            "clientAuthentication": client.value,
            "added": .optional(added?.rfc3339),
            "events": .array(events.map(\.value)),
        ])
    }
}

extension RootVerdict {
    fileprivate var value: JSONValue {
        .object([
            "state": .string(outcome.rawValue),
            "isTrusted": .bool(isTrusted),
            "since": .optional(since?.rfc3339),
            "reason": .string(reason),
        ])
    }
}

extension Certificate {
    fileprivate var rootValue: JSONValue {
        .object([
            "thumbprint": .string(thumbprint.hexadecimal),
            "sha256": .string(sha256.hexadecimal),
            "subject": .string(subject.rfc4514),
            "notAfter": .optional(notAfter.instant?.rfc3339),
        ])
    }
}

extension RootHistory.Entry {
    fileprivate var value: JSONValue {
        var members: [String: JSONValue] = [
            "list": .string(list.rfc3339),
            "thumbprint": .string(thumbprint.hexadecimal),
            "name": .optional(name),
        ]
        switch event {
        case .added: members["event"] = .string("added")
        case .removed: members["event"] = .string("removed")
        case .changed(let term, let old, let new):
            members["event"] = .string("changed")
            members["term"] = .string(term.rawValue)
            members["from"] = .optional(old)
            members["to"] = .optional(new)
        }
        return .object(members)
    }
}
