import Foundation

@testable import ChainKit
@testable import Reports

enum FileTarget {
    /// Key derivation costs time and finds nothing: a round more or less is the same code.
    static let limits: InputLimits = {
        var limits = InputLimits()
        limits.keyDerivationRounds = 3_000
        return limits
    }()

    static let reader = InputReader(passwords: [Array("secret".utf8)], limits: limits)

    static func run(_ octets: [UInt8]) {
        let content = reader.read(octets, path: "fuzz")
        require(content.record.certificates == content.certificates.count, "the record counts otherwise")
        inspectLone(octets, content)
        inspect(content)
    }

    /// What is read as a file of one certificate must be what the reader of all kinds finds in it.
    private static func inspectLone(_ octets: [UInt8], _ content: FileContent) {
        guard let lone = octets.withUnsafeBufferPointer({ LoneCertificate($0, limits: limits) }) else {
            return
        }
        require(content.certificates.map(\.der) == [lone.der], "a lone certificate is read otherwise")
        let record = lone.content(path: "fuzz").record
        require(content.record == record, "the record of a lone certificate is another")
    }

    /// Runs both writers of `inspect`; what they write must be JSON, and text without control characters.
    static func inspect(_ content: FileContent) {
        let inspection = Inspection(content)
        var json: [UInt8] = []
        var writer = InspectionJSON(isList: false, includesPEM: true) { json += $0 }
        write(inspection, with: &writer)
        requireJSON(json)
        var text: [UInt8] = []
        var lines = InspectionText(style: .plain) { text += $0 }
        write(inspection, with: &lines)
        requirePrintable(text)
    }

    private static func write(_ inspection: Inspection, with writer: inout some InspectionWriter) {
        do {
            try writer.begin()
            try writer.write(inspection)
            try writer.end()
        } catch {
            require(false, "\(error)")
        }
    }

    static func requireJSON(_ octets: [UInt8]) {
        let parsed = try? JSONSerialization.jsonObject(with: Data(octets))
        require(parsed != nil, "not JSON: \(String(decoding: octets, as: UTF8.self))")
    }

    /// Nothing in a certificate may speak to a terminal.
    static func requirePrintable(_ octets: [UInt8]) {
        let control = octets.first { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7f }
        require(control == nil, "a control character: \(String(decoding: octets, as: UTF8.self))")
    }
}
