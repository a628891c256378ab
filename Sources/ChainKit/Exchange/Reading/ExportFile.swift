import ExchangeExports

/// What one file of exports gave, object by object.
struct ExportFile: Sendable {
    /// The file's record so far.
    var record: FileRecord
    /// Certificates of servers.
    private(set) var readings: [InstalledCertificateReading] = []
    /// Certificates of other stores, such as intermediates.
    private(set) var others: [Certificate] = []
    /// Everything else.
    private(set) var objects: [(kind: ExportedKind, object: ExportedObject)] = []

    private var notes: [String] = []
    private var counts: [ExportedKind: Int] = [:]
    private var unknown: [(type: String, place: ExportPlace, count: Int)] = []

    init(_ content: ExportContent, path: String) {
        record = FileRecord(path: path, kind: .exchangeExport)
        let kinds = content.objects.map { ExportedKind($0) }
        var periods = Self.periods(of: zip(content.objects, kinds))
        for (object, kind) in zip(content.objects, kinds) { add(object, kind, &periods) }
        record.exportedObjects = counts.values.reduce(0, +)
        for kind in ExportedKind.allCases {
            guard let count = counts[kind] else { continue }
            let format = content.format.map { ", as \($0.rawValue)" } ?? ""
            record.notes.append(
                "used: \(count == 1 ? "1 object" : "\(count) objects") of \(kind.rawValue)\(format)"
            )
        }
        record.notes += notes.prefix(Self.mostNotes)
        if notes.count > Self.mostNotes {
            record.notes.append("\(notes.count - Self.mostNotes) more objects like that")
        }
        record.problems += content.problems.map { problem in
            let detail = problem.reason + (problem.hint.map { "; \($0)" } ?? "")
            return FileProblem(code: .malformed, line: problem.place.line, detail: detail)
        }
        record.problems += unknown.map { type, place, count in
            let many = count == 1 ? "" : " (\(count) of them)"
            return FileProblem(
                code: .notACertificate,
                line: place.line,
                detail: "not an object that is read here: \(type)\(many)"
            )
        }
    }

    /// The dates of the file's certificates, which one culture wrote, in their order; the first of them last.
    private static func periods(of objects: some Sequence<(ExportedObject, ExportedKind?)>)
        -> [ReportedPeriod]
    {
        let periods = objects.filter { $0.1?.isCertificate == true }.map { object, _ in
            ReportedPeriod(notBefore: object.text("NotBefore"), notAfter: object.text("NotAfter"))
        }
        return ReportedPeriod.settle(periods).reversed()
    }

    private mutating func add(
        _ object: ExportedObject,
        _ kind: ExportedKind?,
        _ periods: inout [ReportedPeriod]
    ) {
        guard let kind else {
            let type = ExportedKind.description(of: object)
            if let known = unknown.firstIndex(where: { $0.type == type }) {
                unknown[known].count += 1
            } else if unknown.count < Self.mostTypes {
                unknown.append((type, object.place, 1))
            }
            return
        }
        counts[kind, default: 0] += 1
        switch kind {
        case .exchangeCertificate, .storeCertificate:
            let reading = InstalledCertificateReading(object, period: periods.popLast())
            report(reading.problems)
            notes += reading.notes
            if reading.isElsewhere {
                if let certificate = reading.certificate { others.append(certificate) }
            } else {
                readings.append(reading)
            }
        default: objects.append((kind, object))
        }
    }

    mutating func report(_ problems: [ExchangeInventory.Problem], as code: FileProblemCode = .malformed) {
        record.problems += problems.map { problem in
            let detail = problem.reason + (problem.hint.map { "; \($0)" } ?? "")
            return FileProblem(code: code, line: problem.place.line, detail: detail)
        }
    }

    /// The file's certificates in its order, each as often as it stands there.
    var certificates: [Certificate] { readings.compactMap(\.certificate) + others }

    /// Notes on single objects told of one file.
    private static let mostNotes = 20
    /// Types told of one file that are not read; the rest would tell no more.
    private static let mostTypes = 20
}
