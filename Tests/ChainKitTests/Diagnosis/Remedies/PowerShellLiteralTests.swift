import Testing

@testable import ChainKit

@Suite("A PowerShell literal")
struct PowerShellLiteralTests {
    @Test("expands nothing of what stands in it")
    func expandsNothing() {
        #expect(
            PowerShellLiteral.expression("CN=$(Remove-Item C:) `n $env:x")
                == "'CN=$(Remove-Item C:) `n $env:x'"
        )
    }

    @Test("doubles every character that PowerShell takes for a single quote")
    func doublesQuotes() {
        #expect(PowerShellLiteral.expression("O'Neil") == "'O''Neil'")
        #expect(
            PowerShellLiteral.expression("a\u{2018}b\u{2019}c\u{201A}d\u{201B}")
                == "'a\u{2018}\u{2018}b\u{2019}\u{2019}c\u{201A}\u{201A}d\u{201B}\u{201B}'"
        )
    }

    @Test("stays one line, and shows what does not print")
    func staysOneLine() {
        #expect(
            PowerShellLiteral.expression("a\r\nRemove-Item b")
                == "('' + 'a' + [char]0xD + [char]0xA + 'Remove-Item b')"
        )
        #expect(PowerShellLiteral.expression("\u{202E}x") == "('' + [char]0x202E + 'x')")
    }

    @Test("writes a character beyond the first plane as the two units that PowerShell has for it")
    func writesSurrogates() {
        #expect(PowerShellLiteral.expression("\u{E0001}") == "('' + [char]0xDB40 + [char]0xDC01)")
    }

    @Test("of nothing is an empty text")
    func ofNothing() {
        #expect(PowerShellLiteral.expression("") == "''")
    }
}
