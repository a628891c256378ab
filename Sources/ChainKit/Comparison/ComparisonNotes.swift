/// What is worth knowing when one certificate takes another's place and asks for nothing.
enum ComparisonNotes {
    static func all(_ old: Certificate, _ new: Certificate) -> [String] {
        guard old != new else { return ["both are the same certificate"] }
        var notes: [String] = []
        if old.publicKey.sha256 == new.publicKey.sha256 {
            notes.append(
                "the key is reused: whoever got hold of the old private key has the new certificate's as well"
            )
        } else {
            notes.append("the key is another one: a TLSA record (DANE) for the old key does not match it")
        }
        if TlsCertificateName(old).text == TlsCertificateName(new).text {
            notes.append(
                """
                both have the same TlsCertificateName: connectors need no change, and while one of them names it \
                Exchange refuses to remove either certificate (\(Citation.cannotRemove))
                """
            )
        }
        return notes
    }
}
