import ChainKit

/// Counts events by connector and certificate, and by connector and words.
struct ProtocolLogSummary {
    /// Different certificates, and different failures, that are kept; a server has some ten of each.
    private static let most = 2_000
    /// Longest words of a failure that are kept.
    private static let longestText = 600
    /// Sessions whose certificate is remembered for the failures in them.
    private static let mostSessions = 10_000

    private struct CertificateKey: Hashable {
        let connector: String?
        let direction: ProtocolLog.Direction
        let thumbprint: String?
        let subject: String?
        let serialNumber: String?
    }

    private struct FailureKey: Hashable {
        let connector: String?
        let shape: [UInt8]
    }

    // In the order of the log, which decides where nothing else does: a dictionary's own changes with every run.
    private var certificates: [ProtocolLog.PresentedCertificate] = []
    private var certificatePlaces: [CertificateKey: Int] = [:]
    private var failures: [ProtocolLog.Failure] = []
    private var failurePlaces: [FailureKey: Int] = [:]
    private var presented: [String: String] = [:]
    private var (sessions, certificatesLeftOut, failuresLeftOut) = (0, 0, 0)

    mutating func take(_ event: ProtocolLogEvent) {
        switch event.kind {
        case .connected: sessions += 1
        case .disconnected: presented[event.session ?? ""] = nil
        case .certificate(let certificate): count(certificate, event)
        case .negotiationFailed(let text), .validationFailed(let text), .reply(let text): count(text, event)
        }
    }

    private mutating func count(_ certificate: ProtocolLogCertificate, _ event: ProtocolLogEvent) {
        if certificate.direction != .received {
            if presented.count >= Self.mostSessions { presented = [:] }
            presented[event.session ?? ""] = certificate.thumbprint
        }
        let key = CertificateKey(
            connector: event.connector,
            direction: certificate.direction,
            thumbprint: certificate.thumbprint,
            // With a thumbprint these say nothing more, and older and newer rows may differ in them.
            subject: certificate.thumbprint == nil ? certificate.subject : nil,
            serialNumber: certificate.thumbprint == nil ? certificate.serialNumber : nil
        )
        let place = certificatePlaces[key] ?? certificates.count
        guard place < Self.most else {
            certificatesLeftOut += 1
            return
        }
        if place == certificates.count {
            certificatePlaces[key] = place
            certificates.append(
                ProtocolLog.PresentedCertificate(
                    connector: event.connector,
                    direction: certificate.direction,
                    subject: certificate.subject,
                    issuer: certificate.issuer,
                    serialNumber: certificate.serialNumber,
                    thumbprint: certificate.thumbprint,
                    alternativeNames: certificate.alternativeNames,
                    count: 0
                )
            )
        }
        var entry = certificates[place]
        entry.count += 1
        Self.widen(&entry.first, &entry.last, by: event.time)
        certificates[place] = entry
    }

    private mutating func count(_ text: String, _ event: ProtocolLogEvent) {
        let key = FailureKey(connector: event.connector, shape: FailureShape.shape(of: text))
        let place = failurePlaces[key] ?? failures.count
        guard place < Self.most else {
            failuresLeftOut += 1
            return
        }
        if place == failures.count {
            failurePlaces[key] = place
            failures.append(
                ProtocolLog.Failure(
                    connector: event.connector,
                    text: String(text.prefix(Self.longestText)),
                    thumbprint: presented[event.session ?? ""],
                    count: 0
                )
            )
        }
        var entry = failures[place]
        entry.count += 1
        entry.remoteEndpoint = event.remoteEndpoint ?? entry.remoteEndpoint
        entry.session = event.session ?? entry.session
        Self.widen(&entry.first, &entry.last, by: event.time)
        failures[place] = entry
    }

    private static func widen(_ first: inout Instant?, _ last: inout Instant?, by time: Instant?) {
        guard let time else { return }
        first = first.map { min($0, time) } ?? time
        last = last.map { max($0, time) } ?? time
    }

    /// Everything, in an order that does not depend on chance.
    func log(_ parser: ProtocolLogParser) -> ProtocolLog {
        var log = ProtocolLog()
        log.service = parser.service
        log.hasHeader = parser.hasHeader
        log.rows = parser.rows
        log.linesNotUnderstood = parser.linesNotUnderstood
        log.sessions = sessions
        log.certificatesLeftOut = certificatesLeftOut
        log.failuresLeftOut = failuresLeftOut
        log.certificates = certificates.enumerated().sorted { Self.order($0) < Self.order($1) }.map(\.element)
        log.failures = failures.enumerated().sorted { Self.order($0) < Self.order($1) }.map(\.element)
        return log
    }

    private static func order(_ item: (offset: Int, element: ProtocolLog.PresentedCertificate))
        -> (Int, String, Int, String, String, Int)
    {
        let entry = item.element
        let side = ProtocolLog.Direction.allCases.firstIndex(of: entry.direction) ?? 0
        return (
            side, entry.connector ?? "", -entry.count, entry.thumbprint ?? "", entry.subject ?? "",
            item.offset
        )
    }

    private static func order(_ item: (offset: Int, element: ProtocolLog.Failure)) -> (
        Int, String, String, Int
    ) {
        (-item.element.count, item.element.text, item.element.connector ?? "", item.offset)
    }
}

/// What is the same in replies to many messages: the words without addresses, numbers and names of the moment.
enum FailureShape {
    static func shape(of text: String) -> [UInt8] {
        var shape: [UInt8] = []
        for (index, word) in text.utf8.split(separator: 0x20).prefix(80).enumerated() {
            let isOfTheMoment = index > 1 && (word.contains(UInt8(ascii: "@")) || isNumbered(word))
            shape += isOfTheMoment ? [UInt8(ascii: "~")] : Array(word)
            shape.append(0x20)
        }
        return shape
    }

    /// Times, addresses, queue numbers: words with four digits or more that are no word of a program.
    private static func isNumbered(_ word: Substring.UTF8View) -> Bool {
        word.count { (0x30...0x39).contains($0) } >= 4
    }
}
