/// The order of a protocol log's fields, by its `#Fields:` line.
struct ProtocolLogFields: Sendable, Hashable {
    let count: Int
    let time: Int?
    let connector: Int?
    let session: Int?
    let remoteEndpoint: Int?
    let event: Int
    let data: Int
    let context: Int?

    /// The order in Exchange 2007 to SE, for rows without a header (Microsoft, Protocol logging).
    static let usual = ProtocolLogFields(
        count: 9,
        time: 0,
        connector: 1,
        session: 2,
        remoteEndpoint: 5,
        event: 6,
        data: 7,
        context: 8
    )

    private init(
        count: Int,
        time: Int,
        connector: Int,
        session: Int,
        remoteEndpoint: Int,
        event: Int,
        data: Int,
        context: Int
    ) {
        self.count = count
        self.time = time
        self.connector = connector
        self.session = session
        self.remoteEndpoint = remoteEndpoint
        self.event = event
        self.data = data
        self.context = context
    }

    /// Reads the names behind `#Fields:`, nil where they are not those of a protocol log.
    init?(header names: String) {
        let names = names.split(separator: ",", omittingEmptySubsequences: false).map { name in
            name.lowercased().filter { !$0.isWhitespace }
        }
        guard let event = names.firstIndex(of: "event"), let data = names.firstIndex(of: "data"),
            names.contains("connector-id") || names.contains("session-id")
        else { return nil }
        count = names.count
        time = names.firstIndex(of: "date-time")
        connector = names.firstIndex(of: "connector-id")
        session = names.firstIndex(of: "session-id")
        remoteEndpoint = names.firstIndex(of: "remote-endpoint")
        self.event = event
        self.data = data
        context = names.firstIndex(of: "context")
    }
}
