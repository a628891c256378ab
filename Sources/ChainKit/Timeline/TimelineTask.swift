/// Something that somebody has to do by a day.
package struct TimelineTask: Sendable, Hashable {
    /// What is to be done; the raw values are stable.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Another certificate must be installed.
        case renew
        /// The intermediates of a path that takes over must be installed.
        case installIntermediates = "install-intermediates"
        /// The next certificate must come from another root.
        case changeRoot = "change-root"
        /// From then on a certificate lives for a shorter time.
        case shorterLife = "shorter-life"
        /// Nothing works at all.
        case replaceNow = "replace-now"
        /// This timeline does not show everything.
        case incomplete
    }

    /// What is to be done.
    package let kind: Kind
    /// The last instant at which it helps: where something expires, its last.
    package let due: Instant
    /// One line, with text from the certificate as it stands there.
    package let summary: String
    /// What else is to be known, a paragraph a line.
    package let details: [String]
    /// A name for the task that is the same whenever it is made, whatever its day.
    package let identifier: String

    /// The subject is what the task is about, the same on every day and with every list: the identifier is made of it.
    init(_ kind: Kind, due: Instant, about subject: String, _ summary: String, _ details: [String] = []) {
        self.kind = kind
        self.due = due
        let digest = SHA256Digest(of: Array("\(kind.rawValue) \(subject)".utf8))
        identifier = "\(kind.rawValue)-\(digest.hexadecimal.prefix(32))@chaincheck"
        self.summary = summary
        self.details = details
    }
}

extension Timeline {
    /// What somebody has to do, the earliest first, each thing once.
    package var tasks: [TimelineTask] {
        var tasks = certificates.flatMap(Self.tasks)
        if !certificates.isEmpty, certificates.allSatisfy({ $0.working.isEmpty }) { tasks.append(replaceNow) }
        tasks += lifetimeSteps.map(Self.task)
        tasks += incomplete
        var seen: Set<String> = []
        return tasks.filter { seen.insert($0.identifier).inserted }.sorted {
            ($0.due, $0.identifier) < ($1.due, $1.identifier)
        }
    }

    private static func tasks(for certificate: CertificateTimeline) -> [TimelineTask] {
        let renewal = certificate.stop.map { stop in
            certificate.successor.map { replace(certificate, stop, with: $0) } ?? renew(certificate, stop)
        }
        return (renewal.map { [$0] } ?? [])
            + certificate.entries.compactMap { entry in
                switch entry.kind {
                case .pathChanges where !entry.intermediates.isEmpty: install(certificate, entry)
                // What is past asks for nothing on a day; the renewal's own task tells of it.
                case .renewalNotTrusted where certificate.stop.map({ entry.time < $0.time }) ?? false:
                    changeRoot(entry)
                case .pathChanges, .renewalNotTrusted, .works, .stops, .rootDisabled: nil
                }
            }
    }

    private static func renew(
        _ certificate: CertificateTimeline,
        _ stop: CertificateTimeline.Stop
    ) -> TimelineTask {
        let label = certificate.certificate.label
        var details = [
            "\(stop.cause.message).",
            "Thumbprint \(certificate.certificate.thumbprint.hexadecimal)",
            "TlsCertificateName \(TlsCertificateName(certificate.certificate).text)",
        ]
        if let date = certificate.renewalLimit, date <= stop.time {
            details.append(
                "Order it under another root: Microsoft trusts nothing that this one issues from \(date.date) on."
            )
        } else if [.rootDisabled, .rootExpires].contains(stop.cause.kind) {
            details.append("Order it under another root.")
        }
        if certificate.isPublic, let step = LifetimeStep.inForce(on: stop.time) {
            details.append("A certificate issued then may have \(step.days) days (\(LifetimeStep.source)).")
        }
        return TimelineTask(
            .renew,
            due: stop.last,
            about: certificate.certificate.sha256.hexadecimal,
            "Renew the certificate of \(label), which stops working on \(stop.day)",
            details
        )
    }

    /// The same event as that of a renewal that is still to be ordered: once the renewal is here the event changes.
    private static func replace(
        _ certificate: CertificateTimeline,
        _ stop: CertificateTimeline.Stop,
        with successor: CertificateTimeline.Successor
    ) -> TimelineTask {
        let old = certificate.certificate
        let new = successor.certificate
        let place = successor.sources.first.map { " in \($0.path)" } ?? ""
        return TimelineTask(
            .renew,
            due: stop.last,
            about: old.sha256.hexadecimal,
            "Replace the certificate of \(old.label), which stops working on \(stop.day), by its renewal, which is here",
            [
                "\(stop.cause.message).", "Thumbprint of the old one \(old.thumbprint.hexadecimal)",
                "Thumbprint of the renewal \(new.thumbprint.hexadecimal)\(place)",
                successor.until.map { "The renewal works until \($0.previousSecond.date)." }
                    ?? "No end of the renewal is known.",
            ]
        )
    }

    /// What this timeline cannot show, so that a calendar says so itself.
    private var incomplete: [TimelineTask] {
        let unread = files.filter(\.hasErrors)
        let words = leftOut.map { [$0.words] } ?? []
        guard !words.isEmpty || !unread.isEmpty else { return [] }
        var details = words.map { "\($0)." }
        details += unread.prefix(10).map { "Not read: \($0.path): \($0.worstProblem?.message ?? $0.status)" }
        if unread.count > 10 { details.append("\(unread.count - 10) more files were not wholly read.") }
        return [
            TimelineTask(
                .incomplete,
                due: start,
                about: references.map(\.text).sorted().joined(separator: " "),
                "This calendar of certificates is not complete: "
                    + (unread.isEmpty ? "changes of paths were left out" : "some files could not be read"),
                details
            )
        ]
    }

    private static func install(_ certificate: CertificateTimeline, _ entry: TimelineEntry) -> TimelineTask {
        let digests = entry.intermediates.map(\.sha256.hexadecimal).joined(separator: " ")
        return TimelineTask(
            .installIntermediates,
            due: entry.time,
            about: "\(certificate.certificate.sha256.hexadecimal) \(digests)",
            "Install the intermediates of \(certificate.certificate.label) that are needed from \(entry.time.date) on",
            ["\(entry.message)."]
                + entry.intermediates.map { "\($0.subject.rfc4514), thumbprint \($0.thumbprint.hexadecimal)" }
        )
    }

    private static func changeRoot(_ entry: TimelineEntry) -> TimelineTask {
        TimelineTask(
            .changeRoot,
            due: entry.time,
            about: entry.certificate.sha256.hexadecimal,
            "Order no certificate under \(entry.certificate.label) from \(entry.time.date) on",
            ["\(entry.message)."]
        )
    }

    private static func task(_ step: LifetimeStep) -> TimelineTask {
        TimelineTask(
            .shorterLife,
            due: step.since,
            about: "\(step.days) days",
            "Public CAs issue for \(step.days) days at most from \(step.since.date) on",
            ["Plan for more renewals, or order before that day. \(LifetimeStep.source)."]
        )
    }

    private var replaceNow: TimelineTask {
        let names = references.map(\.text).sorted().joined(separator: ", ")
        let reasons = certificates.prefix(5).map { "\($0.certificate.label): \($0.failure ?? "")" }
        return TimelineTask(
            .replaceNow,
            due: start,
            about: names,
            "No certificate works\(names.isEmpty ? "" : " for \(names)"): get one now",
            reasons
        )
    }
}

extension CertificateTimeline.Stop {
    /// The last instant at which the certificate works.
    var last: Instant { time.previousSecond }
}

extension Timeline.LeftOut {
    /// What was left out, in words without a full stop.
    package var words: String {
        "\(changes) \(changes == 1 ? "change" : "changes") of certification paths from \(from.date) on "
            + "\(changes == 1 ? "was" : "were") not looked at; the end of each certificate itself is there"
    }
}
