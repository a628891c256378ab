/// What Exchange thinks of a certificate's validity (`Status`).
///
/// Only the number of Valid has been seen in an export; the documentation lists the other names without numbers.
package enum CertificateStatus: Sendable, Hashable {
    case valid
    /// A number that has no name here.
    case other(Int64)

    /// Names a number.
    package init(rawValue: Int64) { self = rawValue == 1 ? .valid : .other(rawValue) }

    /// The name that Exchange shows; a number without a name as digits.
    package var name: String {
        switch self {
        case .valid: "Valid"
        case .other(let number): String(number)
        }
    }
}
