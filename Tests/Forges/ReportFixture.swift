package import ChainKit
import Foundation
import Octets
package import Reports
package import TestSupport

/// A small audit, and what a writer makes of it.
package struct ReportFixture {
    package static let hostile = "evil\u{1b}[31m\nNO\u{202e}\"\\,=cmd\u{9b}\u{2028}"

    package let root = Forge.authority("Alpha Root")
    package var inputs: [AuditInput] = []
    package var time = Instant(seconds: 1_767_225_600 + 86_400 * 100)

    package var signatures = SignatureChecking.checked
    package var domains = ["mail.contoso.com"]

    package init() {}

    /// One good certificate in two files with its intermediate elsewhere, one expired, one hostile, and files that
    /// are none.
    package static func typical() -> ReportFixture {
        var fixture = ReportFixture()
        let authority = fixture.root.authority("Alpha CA 1")
        let good = authority.issue("mail.contoso.com")
        let expired = authority.issue("old.contoso.com") { $0.notAfter = "20260201000000Z" }
        let odd = Forge.selfSigned("x") { $0.subject = [("CN", hostile)] }
        fixture.inputs = [
            .octets(good.der, name: "in/good.cer"),
            .octets(Array((authority.pem + good.pem).utf8), name: "in/again.pem"),
            .octets(expired.der, name: "in/expired.cer"),
            .octets(odd.der, name: "in/odd\u{1b}[2J.cer"),
            .octets(Array("hello".utf8), name: "in/README.txt"),
            .octets(Array(good.pem.utf8.prefix(200)), name: "in/cut.pem"),
        ]
        return fixture
    }

    @discardableResult
    package func run(_ writer: inout some AuditObserver) throws -> AuditSummary {
        let audit = Audit(
            trust: .anchors(PrivateAnchors([try Certificate(der: root.der)])),
            time: time,
            references: domains.compactMap { ReferenceIdentifier($0) },
            options: Audit.Options(
                signatureChecking: signatures
            )
        )
        return try audit.run(inputs, names: ["in"], observer: &writer)
    }

    package func text(
        width: Int = 80,
        isColoured: Bool = false,
        _ adjust: (inout TextReport.Options) -> Void = { _ in }
    ) throws -> String {
        let collector = Collector()
        var options = TextReport.Options()
        adjust(&options)
        var writer = TextReport(
            toolVersion: "0",
            style: TextStyle(isColoured: isColoured, width: width),
            options: options,
            sink: collector.sink
        )
        try run(&writer)
        return collector.text
    }

    package func json(includesPEM: Bool = false) throws -> [String: Any] {
        let collector = Collector()
        var writer = JSONReport(toolVersion: "0", includesPEM: includesPEM, sink: collector.sink)
        try run(&writer)
        return try JSONSerialization.jsonObject(with: Data(collector.octets)) as? [String: Any] ?? [:]
    }

    package func lines() throws -> [[String: Any]] {
        let collector = Collector()
        var writer = NDJSONReport(toolVersion: "0", sink: collector.sink)
        try run(&writer)
        return try collector.octets.split(separator: UInt8(ascii: "\n")).map {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
        }
    }

    package func csv() throws -> [[String]] {
        let collector = Collector()
        var writer = CSVReport(sink: collector.sink)
        try run(&writer)
        return CSVReader.rows(collector.text)
    }
}

/// Gathers what a writer hands over.
package final class Collector {
    package private(set) var octets: [UInt8] = []
    package private(set) var calls = 0

    package init() {}

    package var text: String { String(decoding: octets, as: UTF8.self) }

    package var sink: ReportSink {
        { [self] more in
            octets += more
            calls += 1
        }
    }
}

/// Reads comma-separated values as RFC 4180 says, written apart from the writer.
package enum CSVReader {
    package static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                field.append(scalar)
                scalars.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(String(field))
                field.removeAll()
            case "\r" where !isQuoted && scalars.first == "\n":
                scalars.removeFirst()
                rows.append(row + [String(field)])
                row = []
                field.removeAll()
            default: field.append(scalar)
            }
        }
        return rows
    }
}

/// Whether text could do anything to a terminal but print.
package func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 != "\n" && $0.isHidden }
}
