import ChainKit
import ExchangeExports

// What a property says, whichever format wrote it. What is cut or collapsed to a type's name counts as not exported:
// nothing is concluded from a part.
extension ExportedObject {
    /// One text.
    func setting(_ name: String) -> Setting<String> {
        guard let value = self[name] else { return .notExported }
        if value.isEmpty { return .empty }
        return value.words.map { $0.isEmpty ? .empty : .value($0) } ?? .notExported
    }

    /// One word of an enumeration, by its number where a format keeps only that and the number is known.
    func word(_ name: String, numbers: [Int: String] = [:]) -> Setting<String> {
        let setting = setting(name)
        guard let number = setting.value.flatMap({ Int($0) }) else { return setting }
        return numbers[number].map { .value($0) } ?? .notExported
    }

    /// Several texts; one that is written as text is split at its commas.
    func list(_ name: String) -> Setting<[String]> {
        guard let value = self[name] else { return .notExported }
        if value.isEmpty { return .empty }
        guard case .list(let values, let isCut) = value else {
            return value.words.map { Self.split($0) } ?? .notExported
        }
        let texts = values.compactMap(\.words)
        return isCut || texts.count < values.count ? .notExported : .value(texts)
    }

    /// Words of an enumeration of flags, by their number where a format keeps only that.
    func flags(_ name: String, numbers: [Int: [String]]) -> Setting<[String]> {
        guard let value = self[name] else { return .notExported }
        guard let number = value.words.flatMap({ Int($0) }) else { return list(name) }
        return numbers[number].map { $0.isEmpty ? .empty : .value($0) } ?? .notExported
    }

    /// A truth value, nil where the export does not say.
    func flag(_ name: String) -> Bool? {
        switch self[name] {
        case .flag(let flag)?: flag
        case let value?:
            switch value.words?.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        case nil: nil
        }
    }

    /// The first of several properties that holds a text.
    func text(_ names: String...) -> String? {
        for name in names {
            if case .value(let text) = setting(name) { return text }
        }
        return nil
    }

    private static func split(_ text: String) -> Setting<[String]> {
        var text = text
        if text.hasPrefix("{"), text.hasSuffix("}") { text = String(text.dropFirst().dropLast()) }
        let parts = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        if parts.isEmpty { return .empty }
        // PowerShell ends a list that it cuts with three dots.
        return parts.last == "..." || parts.last == "\u{2026}" ? .notExported : .value(parts)
    }
}

extension ExchangeObjectPlace {
    init(_ place: ExportPlace) { self.init(path: place.path, line: place.line) }
}

extension ReportedTime {
    /// Nil where the export does not say.
    init?(_ value: ExportedValue) {
        switch value {
        case .time(let time): self.init(time)
        case .object(let object):
            guard let content = object.content, let time = ReportedTime(content) else { return nil }
            self = time
        default: return nil
        }
    }

    /// Takes a date of a text format, with all that it may mean.
    init(_ date: ReportedDate) {
        let readings = date.readings.map { ReportedTime($0) }
        self.init(
            text: date.text,
            readings: readings.flatMap(\.readings),
            hasZone: !readings.isEmpty && readings.allSatisfy(\.hasZone)
        )
    }

    private init(_ time: ExportedTime) {
        let local = Instant(
            year: time.year,
            month: time.month,
            day: time.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second
        )
        let instant = local.map { Instant(seconds: $0.seconds - Int64(time.offset ?? 0)) }
        self.init(
            text: local?.rfc3339 ?? "no date",
            readings: instant.map { [$0] } ?? [],
            hasZone: time.offset != nil
        )
    }
}
