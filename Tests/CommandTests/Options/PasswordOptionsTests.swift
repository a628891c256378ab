import ChainKit
import TestSupport
import Testing

@testable import chaincheck

struct PasswordFileTests {
    private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        ("\u{feff}" + text).utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
            return isBigEndian ? pair : pair.reversed()
        }
    }

    @Test func takesTheMarkForWhatItIs() {
        let text = "hunter2\r\ngeheim-ä\r\n"
        let expected = ["hunter2", "geheim-ä"].map { Array($0.utf8) }
        #expect(PasswordFile(utf16(text, isBigEndian: false)).passwords == expected)
        #expect(PasswordFile(utf16(text, isBigEndian: true)).passwords == expected)
        #expect(PasswordFile([0xef, 0xbb, 0xbf] + Array(text.utf8)).passwords == expected)
        #expect(PasswordFile(Array(text.utf8)).passwords == expected)
    }

    @Test func keepsOctetsWithoutAMarkAsTheyAre() {
        #expect(PasswordFile([0x61, 0xe4, 0x0a, 0xff]).passwords == [[0x61, 0xe4], [0xff]])
    }

    @Test func takesAnEmptyLineForTheEmptyPassword() {
        #expect(PasswordFile(Array("a\n\nb\n".utf8)).passwords == [[0x61], [], [0x62]])
        #expect(PasswordFile(Array("\r\n".utf8)).passwords == [[]])
        #expect(PasswordFile([]).passwords.isEmpty)
        #expect(PasswordFile([0xff, 0xfe]).passwords.isEmpty)
    }

    @Test func opensAPKCS12WithAPasswordThatPowerShellWrote() throws {
        let folder = TemporaryFolder()
        let pfx = folder.write(Forge.selfSigned("mail.contoso.com").pkcs12(password: "hunter2"), to: "a.pfx")
        let file = folder.write(utf16("hunter2\r\n", isBigEndian: false), to: "password.txt")
        let run = try Binary(["inspect", pfx, "--password-file", file])
        #expect(run.code == 0, "\(run.output)\(run.errors)")
    }
}
