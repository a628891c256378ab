import ExchangeExports
import Testing

@Suite("An exported object")
struct ExportedObjectTests {
    @Test("finds a property by its name in either case, as PowerShell does")
    func findsInEitherCase() {
        let object = ExportedObject(
            properties: [.init("RequireTLS", .flag(true))],
            place: ExportPlace(path: "a.xml", line: 1)
        )
        #expect(object["requiretls"] == .flag(true))
        #expect(object["RequireTL"] == nil)
    }
}
