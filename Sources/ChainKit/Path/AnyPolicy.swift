extension ObjectIdentifier {
    /// anyPolicy (RFC 5280, 4.2.1.4).
    public static let anyPolicy = ObjectIdentifier("2.5.29.32.0")
}
