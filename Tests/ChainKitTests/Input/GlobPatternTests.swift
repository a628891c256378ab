import Forges
import Testing

@testable import ChainKit

struct GlobPatternTests {
    @Test(arguments: [
        ("*.pem", "a.pem", true), ("*.pem", "sub/a.pem", true), ("*.pem", "a.pem.bak", false),
        ("sub/*", "sub/a.pem", true), ("sub/*", "sub/deep/a.pem", false), ("sub/**", "sub/deep/a.pem", true),
        ("**/a.pem", "a.pem", true), ("**/a.pem", "x/y/a.pem", true), ("a?c", "abc", true),
        ("a?c", "a/c", false),
        ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]]", "]", true), ("[", "[", true),
        ("\\*", "*", true),
        ("", "a", false), ("*", "", true), ("old", "x/old", true), ("x/**/b", "x/b", true),
        ("x/**/b", "x/ab", false), ("x/**/b", "x/a/b", true),
    ])
    func matches(_ pattern: String, path: String, expected: Bool) {
        #expect(GlobPattern(pattern).matches(path) == expected)
    }

    @Test(.timeLimit(.minutes(1))) func takesNoMoreThanPatternTimesPath() {
        let pattern = GlobPattern(String(repeating: "*a", count: 50) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }
}
