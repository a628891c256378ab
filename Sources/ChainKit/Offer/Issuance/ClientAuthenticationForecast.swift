/// Whether what a CA issues on a day has clientAuth, as far as CAs and root programmes say.
package struct ClientAuthenticationForecast: Sendable, Hashable {
    /// Whether the certificate that is judged has it.
    package let isIncluded: Bool
    /// Why, in words.
    package let reason: String
    /// What it rests on; empty where it follows from the issuing certificate.
    package let policy: [PolicySource]
    /// How sure it is.
    package let certainty: Certainty

    private init(_ isIncluded: Bool, _ reason: String, _ schedules: [ClientAuthenticationSchedule]) {
        self.isIncluded = isIncluded
        self.reason = reason
        policy = schedules.map(\.source)
        certainty = policy.map(\.certainty).max() ?? .standard
    }

    /// What is to be expected of an issuer on the day of issue.
    init(_ issuer: OfferedIssuer, at issue: Instant) {
        let certificate = issuer.certificate
        if let own = certificate.extendedKeyUsage, !own.contains(.clientAuthentication), !own.contains(.any) {
            self.init(false, "the issuing certificate's own extKeyUsage leaves it out", [])
            return
        }
        let names =
            certificate.subject.values(of: AttributeType.organization)
            + certificate.subject.values(of: AttributeType.commonName)
        let schedule = PolicyData.clientAuthentication.first { names.contains(where: $0.concerns) }
        let all = PolicyData.clientAuthenticationOfAll
        if let schedule, let end = schedule.endsOn, end <= issue {
            self.init(false, Self.words(schedule, "ended it on \(end.date)"), [schedule])
        } else if let end = all.endsOn, end <= issue {
            self.init(false, "\(all.actor) takes none with it that is issued from \(end.date) on", [all])
        } else if let schedule, let day = schedule.leftOutSince, day <= issue {
            self.init(
                false,
                Self.words(schedule, "leaves it out since \(day.date) unless asked\(Self.end(schedule))"),
                [schedule, all]
            )
        } else if let schedule {
            self.init(true, Self.words(schedule, "still includes it on that day"), [schedule, all])
        } else {
            let end = all.endsOn.map { "; \(all.actor) ends it on \($0.date)" } ?? ""
            self.init(true, "no date of this CA's is known here, ask it\(end)", [all])
        }
    }

    private static func end(_ schedule: ClientAuthenticationSchedule) -> String {
        schedule.endsOn.map { ", and ends it on \($0.date)" } ?? ""
    }

    /// What an actor says, or is said to do, with what is to be added.
    private static func words(_ schedule: ClientAuthenticationSchedule, _ what: String) -> String {
        let verb =
            switch schedule.source.certainty {
            case .standard, .documented: "\(schedule.actor) \(what)"
            case .stated: "\(schedule.actor) says that it \(what)"
            case .reported: "it is reported that \(schedule.actor) \(what)"
            case .inferred, .unknown: "it is not certain that \(schedule.actor) \(what)"
            }
        return schedule.remark.map { "\(verb) (\($0))" } ?? verb
    }
}
