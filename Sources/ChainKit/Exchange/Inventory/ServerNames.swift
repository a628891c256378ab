/// Names of servers, of which some exports give the first label and others all.
///
/// `EX01` and `ex01.contoso.com` are one server unless a second full name begins with the same label.
struct ServerNames: Sendable {
    private var full: [String: Set<String>] = [:]
    private var spelling: [String: String] = [:]

    /// Gathers names as they were exported.
    init(_ names: some Sequence<String>) {
        for name in names where name.contains(".") {
            full[Self.label(of: name), default: []].insert(name.lowercased())
            spelling[name.lowercased()] = spelling[name.lowercased()] ?? name
        }
    }

    /// The full name where it is known, in the spelling that came first.
    func canonical(_ name: String) -> String {
        if let spelled = spelling[name.lowercased()] { return spelled }
        guard !name.contains("."), let names = full[name.lowercased()], names.count == 1,
            let only = names.first
        else { return name }
        return spelling[only] ?? name
    }

    private static func label(of name: String) -> String {
        name.split(separator: ".").first.map { $0.lowercased() } ?? ""
    }
}
