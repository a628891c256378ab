/// A dNSName as a certificate presents it, split for matching.
///
/// Text that cannot match any host name (a NUL, an octet outside ASCII, an empty label) stays visible as `text` and
/// matches nothing.
struct PresentedIdentifier: Sendable, Hashable {
    /// How the leftmost label may stand for others (RFC 9525, 6.3).
    enum Pattern: Sendable, Hashable {
        case exact
        /// The whole leftmost label is `*`.
        case wildcard
        /// A `*` anywhere else: `mail*.contoso.com`, `mail.*.com`. RFC 9525 and Exchange know no such thing.
        case misplacedWildcard
        /// No host name at all, with the reason.
        case unusable(String)
    }

    let text: String
    /// Lower case, leftmost first; for a wildcard without the `*`.
    let labels: [Substring]
    let pattern: Pattern

    init(dns octets: [UInt8]) {
        text = String(decoding: octets, as: UTF8.self)
        if octets.contains(0) {
            (labels, pattern) = ([], .unusable("it holds a NUL"))
            return
        }
        if octets.contains(where: { $0 >= 0x80 }) {
            (labels, pattern) = ([], .unusable("it holds characters outside ASCII"))
            return
        }
        let lowered = text.lowercased()
        let asterisk = UInt8(ascii: "*")
        // By octets: the name is ASCII by now, and splitting by characters was a tenth of an audit.
        var labels = lowered.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { Substring($0) }
        if labels.contains(where: { $0.isEmpty }) {
            (self.labels, pattern) = ([], .unusable("it has an empty label"))
        } else if labels.first == "*", !labels.dropFirst().contains(where: { $0.utf8.contains(asterisk) }) {
            labels.removeFirst()
            self.labels = labels
            // `*` alone, or over a single label, stands for names that no CA can vouch for.
            pattern =
                labels.count >= 2 ? .wildcard : .unusable("its wildcard covers a whole top-level domain")
        } else {
            self.labels = labels
            pattern = lowered.utf8.contains(asterisk) ? .misplacedWildcard : .exact
        }
    }
}
