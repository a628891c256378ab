extension JSONText {
    /// What became of a file, as members of an object.
    mutating func fileFacts(_ record: FileRecord) {
        member("path", record.path)
        member("linkTarget", record.linkTarget)
        member("kind", record.kind.rawValue)
        member("status", record.status)
        member("outcome", FileOutcome(record).rawValue)
        member("certificates", record.certificates)
        member("revocationsUsed", record.revocationsUsed)
        member("exportedObjects", record.exportedObjects)
        member("detail", record.worstProblem?.message)
        problems(record.problems)
        member("notes", record.notes)
        privateKeys(record.privateKeys)
        member("legacyEncryption", record.legacyEncryption)
    }

    /// What was wrong with a file.
    mutating func problems(_ problems: [FileProblem]) {
        member("problems", array: problems) { json, problem in
            json.object { json in
                json.member("code", problem.code.rawValue)
                json.member("line", problem.line)
                json.member("offset", problem.offset)
                json.member("detail", problem.detail)
            }
        }
    }

    /// Private keys that lie in a file; never the keys themselves.
    mutating func privateKeys(_ keys: [FoundPrivateKey]) {
        member("privateKeys", array: keys) { json, key in
            json.object { json in
                json.member("publicKeySHA256", key.publicKeySHA256?.hexadecimal)
                json.member("isEncrypted", key.isEncrypted)
            }
        }
    }
}
