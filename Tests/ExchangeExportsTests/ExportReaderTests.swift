import Testing

@testable import ExchangeExports

@Suite("The reader of exports")
struct ExportReaderTests {
    private static let samples: [(ExportFormat, String)] = [
        (.clixml, "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas\"></Objs>"),
        (.clixml, "<?xml version=\"1.0\"?>\n<Objs/>"), (.json, " [{\"Fqdn\":\"a\"}]"),
        (.csv, "\"Fqdn\",\"Name\"\n\"a\",\"b\"\n"), (.table, "Fqdn Name\n---- ----\na    b"),
        (.list, "[PS] C:\\>$c | fl\n\nFqdn : a\n"),
    ]

    @Test(arguments: samples)
    func tellsFormatsByTheirContent(_ format: ExportFormat, text: String) {
        #expect(Export.read(text).format == format)
    }

    @Test(arguments: samples)
    func looksAtNoMoreThanTheLimit(_ format: ExportFormat, text: String) {
        var limits = ExportLimits()
        limits.octets = 10
        let content = Export.read(text, limits: limits)
        #expect(content.format == format && content.objects.isEmpty && content.problems.count == 1)
        #expect(Export.read("nothing of the kind", limits: limits) == ExportContent(format: nil))
    }

    @Test(arguments: [
        "{\"Fqdn\":\"a\"}{\"Fqdn\":\"b\"}{\"Fqdn\":\"c\"}", "Fqdn,Name\na,b\nc,d\ne,f\n",
        "Fqdn Name\n---- ----\na    b\nc    d\ne    f\n", "Fqdn : a\nFqdn : b\nFqdn : c\nFqdn : d\n",
    ])
    func readsNoMoreObjectsThanTheLimit(_ text: String) {
        var limits = ExportLimits()
        limits.objects = 2
        let content = Export.read(text, limits: limits)
        #expect((2...3).contains(content.objects.count) && content.problems.count == 1)
    }

    @Test(arguments: ["Fqdn : 0123456789", "Fqdn,Name\n0123456789,b"])
    func cutsAValueThatIsTooLong(_ text: String) {
        var limits = ExportLimits()
        limits.valueOctets = 4
        #expect(Export.read(text, limits: limits).objects.first?["Fqdn"] == .cutText("0123"))
    }

    @Test(arguments: [
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "<html><body>Objs</body></html>",
        "# Notes\n\nThe certificate: it is new.\n", "a,b\nc,d\n",
        "192.0.2.1 - - [x] \"GET / HTTP/1.1\" 200\n",
        "Certificate:\n    Data:\n        Version: 3 (0x2)\n        Issuer: CN=a\n        Subject: CN=b\n",
        "Bag Attributes\n    friendlyName: mail\n    localKeyID: 01 00\nsubject=CN = a\nissuer=CN = b\n",
    ])
    func takesOtherFilesForNoExport(_ text: String) {
        #expect(Export.read(text) == ExportContent(format: nil))
    }
}
