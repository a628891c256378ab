extension ExportedValue {
    /// What a property is called whose name a dictionary's key is; nil where the key cannot be a name.
    var propertyName: String? {
        switch self {
        case .text(let text), .cutText(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): String(flag)
        case .object(let object): object.text
        case .null, .time, .octets, .list, .lost: nil
        }
    }
}
