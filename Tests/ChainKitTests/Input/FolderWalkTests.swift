import ChainKit
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct FolderWalkTests {
    private let folder = TemporaryFolder()

    private func relative(_ listing: FolderListing) -> [String] {
        listing.files.map { String($0.dropFirst(folder.path.count + 1)) }
    }

    @Test func listsInTheOrderOfComponents() {
        for name in ["b.pem", "a/z.pem", "a-b/x.pem", "A.pem", "a/b/c.pem", "é.pem"] {
            folder.write("", to: name)
        }
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(relative(listing) == ["A.pem", "a/b/c.pem", "a/z.pem", "a-b/x.pem", "b.pem", "é.pem"])
        #expect(listing == FolderWalk(roots: [folder.path + "/"]).list())
    }

    @Test func countsTheHiddenFilesThatItLeavesOut() {
        for name in ["a.pem", ".b.pem", ".git/c.pem"] { folder.write("", to: name) }
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(relative(listing) == ["a.pem"])
        #expect(listing.hiddenLeftOut == 2)
        let all = FolderWalk(roots: [folder.path], includesHidden: true).list()
        #expect(relative(all) == [".b.pem", ".git/c.pem", "a.pem"])
    }

    @Test func keepsToIncludeAndExclude() {
        for name in ["a.pem", "b.txt", "old/c.pem", "sub/d.pem", "sub/e.key"] { folder.write("", to: name) }
        let listing = FolderWalk(
            roots: [folder.path],
            include: ["*.pem", "sub/*"],
            exclude: ["old", "*.key"]
        ).list()
        #expect(relative(listing) == ["a.pem", "sub/d.pem"])
        #expect(listing.excludedLeftOut == 3)
    }

    @Test func survivesLoopsOfLinks() {
        folder.write("", to: "sub/a.pem")
        folder.link("sub/up", to: "..")
        folder.link("self", to: ".")
        folder.link("knot", to: "knot")
        folder.link("dead", to: "nowhere")
        folder.link("again.pem", to: "sub/a.pem")
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(relative(listing) == ["again.pem", "sub/a.pem"])
        #expect(
            listing.records.map(\.status).sorted() == [
                "not-a-certificate", "not-a-certificate", "unreadable", "unreadable",
            ]
        )
    }

    @Test func followsALinkOutOfTheFolderOnlyWhereAsked() {
        let other = TemporaryFolder()
        other.write("", to: "a.pem")
        folder.write("", to: "b.pem")
        folder.link("one", to: other.path)
        folder.link("two", to: other.path)
        folder.link("root", to: "/")
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(relative(listing) == ["b.pem"])
        #expect(listing.records.map(\.linkTarget) == [other.path, "/", other.path])
        #expect(listing.records.allSatisfy { $0.kind == .folder && $0.status == "not-a-certificate" })
        #expect(listing.records.allSatisfy { $0.worstProblem?.detail.contains("not followed") == true })
        #expect(unlink(folder.path + "/root") == 0)
        let followed = FolderWalk(roots: [folder.path], followsLinks: true).list()
        #expect(relative(followed) == ["b.pem", "one/a.pem"])
        #expect(followed.records.map(\.linkTarget) == [other.path])
    }

    @Test func tellsAFolderInsideFromOneOutside() {
        folder.write("", to: "real/a.pem")
        folder.link("again", to: "real")
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(relative(listing) == ["real/a.pem"])
        #expect(
            listing.records.map(\.worstProblem?.detail) == [
                "a link to a folder that is read under another name"
            ]
        )
        #expect(listing.records.map(\.linkTarget) == [folder.path + "/real"])
    }

    @Test func readsALinkToAFileAndTellsWhereItEnds() {
        let other = TemporaryFolder()
        let archived = other.write("", to: "archive/cert1.pem")
        folder.link("live.pem", to: archived)
        folder.link("chain.pem", to: "live.pem")
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(relative(listing) == ["chain.pem", "live.pem"])
        #expect(listing.linkTargets.values.map { $0 } == [archived, archived])
        #expect(FolderWalk(roots: [folder.path + "/live.pem"]).list().linkTargets.count == 1)
    }

    @Test func entersARootThatIsALink() {
        let other = TemporaryFolder()
        other.write("", to: "a.pem")
        folder.link("link", to: other.path)
        #expect(relative(FolderWalk(roots: [folder.path + "/link"]).list()) == ["link/a.pem"])
    }

    @Test func leavesOutWhatIsAboutToBeWritten() {
        for name in ["a.pem", "report.txt", "sub/report.txt"] { folder.write("", to: name) }
        let listing = FolderWalk(roots: [folder.path], leavingOut: [folder.path + "/./report.txt", "/none"])
            .list()
        #expect(relative(listing) == ["a.pem", "sub/report.txt"])
    }

    @Test func opensNoPipe() {
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(listing.files.isEmpty)
        #expect(listing.records.map(\.kind) == [.special])
        #expect(InputReader().read(path: folder.path + "/pipe").record.kind == .special)
    }

    @Test func takesFilesAsRootsAndReportsMissingOnes() {
        let file = folder.write("", to: ".hidden.pem")
        let listing = FolderWalk(roots: [file, folder.path + "/missing"]).list()
        #expect(listing.files == [file])
        #expect(listing.records.map(\.status) == ["unreadable"])
    }

    @Test func namesAndOpensFilesWhoseNameIsNotUTF8() {
        let leaf = Forge.selfSigned("mail.contoso.com")
        let names: [[UInt8]] = [
            [0x61, 0xe9], [0x61, 0xff], Array("a\\xe9".utf8), Array("a\\x5cxe9".utf8),
            Array("a\\".utf8) + [0xe9],
            Array("é".utf8), [0xc3], [0xed, 0xa0, 0x80], Array("CONTOSO\\xavier.cer".utf8),
        ]
        for (index, name) in names.enumerated() {
            folder.write(leaf.der + [UInt8](repeating: 0x20, count: index), toName: name)
        }
        let listing = FolderWalk(roots: [folder.path]).list()
        #expect(listing.records.isEmpty)
        #expect(
            relative(listing) == [
                "CONTOSO\\xavier.cer", "\\xc3", "\\xed\\xa0\\x80", "a\\\\xe9", "a\\x5cx5cxe9", "a\\x5cxe9",
                "a\\xe9", "a\\xff", "é",
            ]
        )
        for path in listing.files {
            let record = InputReader().read(path: path).record
            #expect(record.certificates == 1)
            #expect(record.path == path)
            #expect(FolderWalk(roots: [path]).list().files == [path])
        }
    }

    @Test func takesATypedNameWithABackslash() {
        let leaf = Forge.selfSigned("mail.contoso.com")
        let path = folder.write(leaf.der, to: "old\\x41.cer")
        #expect(InputReader().read(path: path).record.certificates == 1)
        #expect(FolderWalk(roots: [path]).list().files == [folder.path + "/old\\x5cx41.cer"])
    }

    @Test func walksFoldersWhoseNameIsNotUTF8() throws {
        let leaf = Forge.selfSigned("mail.contoso.com")
        folder.write(leaf.der, to: "sub/a.cer")
        let name = Array((folder.path + "/b").utf8CString.dropLast()) + [CChar(bitPattern: 0xe9), 0]
        #expect(rename(folder.path + "/sub", name) == 0)
        let listing = FolderWalk(roots: [folder.path], include: ["b?/a.cer"]).list()
        #expect(relative(listing) == ["b\\xe9/a.cer"])
        #expect(InputReader().read(path: try #require(listing.files.first)).record.certificates == 1)
    }

    @Test func listsOnceWhatSeveralRootsLeadTo() {
        for name in ["a.pem", "sub/b.pem", ".c.pem"] { folder.write("", to: name) }
        folder.link("again.pem", to: "a.pem")
        let path = folder.path
        func lists(_ roots: [String], _ expected: [[String]]) {
            let listings = FolderWalk(roots: roots.map { path + $0 }).listings()
            #expect(listings.map(relative) == expected, "\(roots)")
            #expect(listings.allSatisfy { $0.records.isEmpty }, "\(roots)")
        }
        lists(["", ""], [["a.pem", "again.pem", "sub/b.pem"], []])
        lists(["/sub", ""], [["sub/b.pem"], ["a.pem", "again.pem"]])
        lists(["", "/sub"], [["a.pem", "again.pem", "sub/b.pem"], []])
        lists(["/a.pem", "/sub/../a.pem", ""], [["a.pem"], [], ["again.pem", "sub/b.pem"]])
        lists(["/sub", "/sub/b.pem", "/.c.pem"], [["sub/b.pem"], [], [".c.pem"]])
        lists(["", "/.c.pem"], [["a.pem", "again.pem", "sub/b.pem"], [".c.pem"]])
    }

    @Test func namesAFileByItsRealFolderWhicheverRootThatIs() {
        let other = TemporaryFolder()
        other.write("", to: "a.pem")
        folder.link("link", to: other.path)
        let listings = FolderWalk(roots: [folder.path, other.path]).listings()
        #expect(listings.map(\.files) == [[], [other.path + "/a.pem"]])
    }
}
