// The small objects of an audit's certificates.
extension JSONText {
    /// A place where a certificate stands.
    mutating func location(_ location: SourceLocation) {
        object { json in
            json.member("path", location.path)
            json.member("index", location.index)
        }
    }

    /// Where a certificate of a path came from.
    mutating func origin(_ origin: AuditRecord.Origin) {
        object { json in
            switch origin {
            case .file(let location):
                json.member("kind", "file")
                json.member("path", location.path)
                json.member("index", location.index)
            case .outside(let path):
                json.member("kind", "outside")
                json.member("path", path)
                json.member("index", nil as Int?)
            case .anchors:
                json.member("kind", "anchors")
                json.member("path", nil as String?)
                json.member("index", nil as Int?)
            }
        }
    }

    /// How one name asked about is covered.
    mutating func coverage(_ reference: ReferenceIdentifier, _ coverage: NameCoverage) {
        object { json in
            json.member("domain", reference.text)
            json.member("covered", coverage.isCovered)
            switch coverage {
            case .exact:
                json.member("by", "exact")
                json.member("pattern", reference.text)
                json.member("nearMisses", [] as [String])
            case .wildcard(let pattern):
                json.member("by", "wildcard")
                json.member("pattern", pattern)
                json.member("nearMisses", [] as [String])
            case .none(let misses):
                json.member("by", nil as String?)
                json.member("pattern", nil as String?)
                json.member("nearMisses", misses.map(\.text))
            }
        }
    }

    /// What a rule found.
    mutating func finding(_ finding: Finding) {
        object { json in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            json.member("roles", array: TransportRole.allCases) { json, role in
                if finding.roles.contains(role) { json.string(role.rawValue) }
            }
            json.member("message", finding.message)
            json.member("remedy", finding.remedy)
        }
    }

    /// What is wrong with a path.
    mutating func defect(_ defect: PathDefect) {
        object { json in
            json.member("code", defect.code)
            json.member("position", defect.position)
            json.member("message", defect.words)
        }
    }

    /// What is worth knowing of a path.
    mutating func note(_ note: PathNote) {
        object { json in
            json.member("code", note.code)
            json.member("position", note.position)
            json.member("message", note.words)
        }
    }
}
