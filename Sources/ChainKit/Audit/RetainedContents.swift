/// What the first reading keeps of inputs, so that the second need not read them again.
///
/// What opens slowly or cannot be read twice is always kept. Of all others as much as a fixed room holds: a folder of ten
/// thousand files is then read once, which halves the traffic of a network share, and of a larger one only the rest is
/// read twice.
struct RetainedContents: Sendable {
    /// What keeping an input takes, and each of its certificates, besides the certificates' octets.
    private static let overhead = (input: 768, certificate: 128)

    private var entries: [Int32: SurveyedInput] = [:]
    private var room: Int

    init(_ limits: InputLimits) { room = limits.keptBetweenReadings }

    subscript(input: Int32) -> SurveyedInput? { entries[input] }

    /// Keeps an input where it must be kept or there is room.
    mutating func add(_ read: SurveyedInput, isRereadable: Bool, at input: Int32) {
        let content = read.content
        // Opening a PKCS #12 means thousands of hash rounds: once is enough.
        if isRereadable, content.record.kind != .pkcs12 {
            // Only what is nothing but certificates: of all else the size is not known here.
            guard content.revocation.isEmpty, content.requests.isEmpty, content.record.problems.isEmpty,
                content.record.privateKeys.isEmpty
            else { return }
            let size = content.certificates.reduce(Self.overhead.input) {
                $0 + $1.der.count + Self.overhead.certificate
            }
            guard size <= room else { return }
            room -= size
        }
        entries[input] = read
    }
}
