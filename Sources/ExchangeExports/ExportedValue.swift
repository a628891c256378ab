/// A value as an export holds it, before anybody knows what it means.
///
/// Only what is large stands in a box of its own: most values of a real export are short texts, numbers and flags, and
/// a box for each doubles what a file costs in memory.
package enum ExportedValue: Sendable, Hashable {
    /// `$null`, or a name with nothing after it.
    case null
    /// Text; in formats without types everything but a list is text.
    case text(String)
    /// Text whose end is missing, without the mark that says so (`...`).
    case cutText(String)
    /// A whole number.
    case integer(Int64)
    /// A truth value.
    case flag(Bool)
    /// A point in time with what is known of its zone.
    indirect case time(ExportedTime)
    /// Octets.
    case octets([UInt8])
    /// Several values; `isCut` where the export says that there were more.
    case list([ExportedValue], isCut: Bool)
    /// An object in an object.
    indirect case object(ExportedObject)
    /// A value that the exporter dropped, with what stands in its place: a type's name, or an object's flat text.
    ///
    /// `Export-Csv` puts `System.String[]` for every list, and `ConvertTo-Json` the same below its depth.
    case lost(String)
}
