import Testing

/// The reader of sources sees what it should, or the tests that use it would pass whatever stood there.
struct SwiftCodeTests {
    @Test func leavesOutCommentsAndStrings() {
        let code = SwiftCode.bare(
            #"""
            let a = "Alpha \(beta.map { Gamma("Delta") }) Epsilon" // Zeta
            /* Eta /* Theta */ Iota */ let b = #"Kappa\("#
            """#
        )
        #expect(SwiftCode.typeNames(in: code) == ["Gamma"])
        #expect(code.contains("let b ="))
    }

    @Test func leavesOutStringsOfSeveralLines() {
        let quotes = "\"\"\""
        let code = SwiftCode.bare("let a = \(quotes)\n  Alpha \"Beta\"\n  \(quotes)\nlet c = Gamma()")
        #expect(SwiftCode.typeNames(in: code) == ["Gamma"])
    }

    @Test func findsTypesOfTheTopLevelOnly() {
        let code = """
            public final class Alpha: Sendable {
                struct Beta {}
            }
            private enum Gamma {}
            extension Delta {}
            typealias Epsilon = Int
            """
        #expect(SwiftCode.topLevelTypes(in: code) == ["Alpha", "Gamma", "Epsilon"])
    }
}
