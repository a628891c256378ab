import Foundation
import TestSupport
import Testing

/// The command line is the same whatever the system tells of itself.
@Suite("Arguments")
struct ProcessArgumentsTests {
    @Test(.enabled(if: geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0, "only root can hide /proc"))
    func needNoProc() throws {
        let folder = TemporaryFolder()
        folder.write(Forge.selfSigned("mail.contoso.com").pem, to: "mail.pem")
        let run = try Shell(
            "export -f chaincheck; unshare -m bash -c 'umount -l /proc && chaincheck audit \(folder.path) --format csv'"
        )
        // Where the container forbids to unmount, nothing is shown.
        if run.errors.contains("unshare:") || run.errors.contains("umount:") { return }
        #expect(run.code == 1, "\(run.errors)")
        #expect(run.output.contains("mail.contoso.com"))
    }

    @Test func mayBeAnyOctets() throws {
        let folder = TemporaryFolder()
        folder.write(Forge.selfSigned("mail.contoso.com").der, toName: [0x61, 0xe9])
        let run = try Shell("cd '\(folder.path)'; chaincheck audit \"$(printf 'a\\351')\" --format csv")
        #expect(run.code == 1, "\(run.errors)")
        #expect(run.output.contains("a\\xe9"))
    }
}
