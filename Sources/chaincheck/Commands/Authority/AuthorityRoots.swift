import ChainKit

/// The roots that a name means, on both lists, with what became of each.
struct AuthorityRoots {
    /// One root on Microsoft's list.
    struct Listed {
        let entry: RootListEntry
        let certificate: Certificate?
        let isAtMozilla: Bool
        let events: [RootHistory.Entry]
        /// The state for TLS servers and TLS clients.
        let server: RootVerdict
        let client: RootVerdict
    }

    let name: String
    let list: MicrosoftRootList
    let mozilla: MozillaRoots
    let history: RootHistory
    let instant: Instant
    /// On Microsoft's list, those on Mozilla's as well first, then in the order of the list.
    let listed: [Listed]
    /// On Mozilla's list alone.
    let atMozillaAlone: [Certificate]
    /// No longer on Microsoft's list, by the name that it gave them.
    let removed: [RootHistory.Entry]

    init(
        _ name: String,
        list: MicrosoftRootList,
        mozilla: MozillaRoots,
        history: RootHistory,
        at instant: Instant
    ) {
        self.name = name
        self.list = list
        self.mozilla = mozilla
        self.history = history
        self.instant = instant
        let search = RootSearch(list: list)
        let byThumbprint = search.roots(thumbprint: name)
        let entries = byThumbprint.isEmpty ? search.roots(containing: name) : byThumbprint
        let found = entries.map { entry in
            let certificate = list.certificate(of: entry.thumbprint)
            func verdict(_ purpose: KeyPurpose) -> RootVerdict {
                entry.verdict(on: certificate, for: purpose, leafNotBefore: instant, at: instant)
            }
            return Listed(
                entry: entry,
                certificate: certificate,
                isAtMozilla: entry.sha256.map(mozilla.contains) ?? false,
                events: history.entries(of: entry.thumbprint),
                server: verdict(.serverAuthentication),
                client: verdict(.clientAuthentication)
            )
        }
        listed = found.filter(\.isAtMozilla) + found.filter { !$0.isAtMozilla }
        let needle = name.lowercased()
        let known = Set(list.entries.compactMap(\.sha256))
        atMozillaAlone = mozilla.certificates.filter { certificate in
            guard !known.contains(certificate.sha256) else { return false }
            return certificate.subject.attributes.contains { $0.value.text.lowercased().contains(needle) }
                || !byThumbprint.isEmpty && certificate.thumbprint.hexadecimal.lowercased().hasPrefix(needle)
        }
        removed = history.entries.filter { entry in
            guard entry.event == .removed, list.entry(entry.thumbprint) == nil else { return false }
            return entry.name?.lowercased().contains(needle) ?? false
        }
    }

    var isEmpty: Bool { listed.isEmpty && atMozillaAlone.isEmpty && removed.isEmpty }
}

extension AuthorityRoots.Listed {
    /// The first list that has the root, nil where it was on the oldest one at hand already.
    var added: Instant? { events.first { $0.event == .added }?.list }
}

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
