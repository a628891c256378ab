import TestSupport

/// A folder as an administrator has it, with the roots that count as trusted beside it.
struct AuditFolder {
    let folder = TemporaryFolder()
    let roots = TemporaryFolder()
    let root = Forge.authority("Alpha Root")
    let issuing: ForgedCertificate
    let leaf: ForgedCertificate

    init() {
        issuing = root.authority("Alpha Issuing CA")
        leaf = issuing.issue("mail.contoso.com") {
            $0.key = .kept(.rsa(2_048))
            $0.notAfter = "20270601000000Z"
        }
        roots.write(root.pem, to: "roots.pem")
    }

    /// A folder in which everything may be bound.
    static func good() -> AuditFolder {
        let folder = AuditFolder()
        folder.folder.write(folder.leaf.pem + folder.issuing.pem, to: "mail.pem")
        return folder
    }

    /// `chaincheck audit` on it for mail.contoso.com, in the middle of 2026.
    func audit(_ arguments: String..., input: String = "") throws -> Binary {
        try Binary(
            ["audit", folder.path, "--domain", "mail.contoso.com", "--anchors", roots.path + "/roots.pem"]
                + ["--at", "2026-06-01T00:00:00Z"] + arguments,
            input: input
        )
    }
}
