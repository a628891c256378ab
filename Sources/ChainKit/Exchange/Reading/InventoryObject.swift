/// An object of an inventory that several exports may hold.
protocol InventoryObject {
    var place: ExchangeObjectPlace { get }
    /// What tells it from others of its kind, in lower case.
    var key: String { get }
    /// What a report calls it.
    var label: String { get }
    /// Unites two records of the object field by field.
    static func unite(_ union: inout RecordUnion<Self>)
}

/// Two records of the same object on their way to become one.
///
/// What one knows and the other does not is united. Where they say different things the first stays, and that is told.
struct RecordUnion<Record: InventoryObject> {
    private(set) var record: Record
    private let other: Record
    private(set) var contradictions: [ExchangeInventory.Problem] = []

    /// Unites a record with one that was read later.
    init(_ record: Record, _ other: Record) {
        self.record = record
        self.other = other
        Record.unite(&self)
    }

    mutating func unite<Value: Equatable>(
        _ name: String,
        _ field: WritableKeyPath<Record, Value?>,
        _ words: (Value) -> String = { "\($0)" }
    ) {
        guard let value = other[keyPath: field] else { return }
        guard let known = record[keyPath: field] else {
            record[keyPath: field] = value
            return
        }
        if known != value { contradict(name, words(known), words(value)) }
    }

    mutating func unite(_ name: String, _ field: WritableKeyPath<Record, Setting<String>>) {
        take(name, field, isSame: ==) { $0 }
    }

    mutating func unite(_ name: String, _ field: WritableKeyPath<Record, Setting<[String]>>) {
        take(name, field) {
            Set($0) == Set($1)
        } words: {
            $0.joined(separator: ", ")
        }
    }

    /// Unites a list of servers.
    ///
    /// Where the exports disagree all of them are kept: each may be meant, and to look at a
    /// server too many hides nothing.
    mutating func uniteServers(_ name: String, _ field: WritableKeyPath<Record, Setting<[String]>>) {
        let (known, other) = (record[keyPath: field].value ?? [], other[keyPath: field].value ?? [])
        unite(name, field)
        let more = other.filter { server in !known.contains { $0.lowercased() == server.lowercased() } }
        if !known.isEmpty, !more.isEmpty { record[keyPath: field] = .value(known + more) }
    }

    /// Takes a field that may be written in several ways, so that a difference says nothing.
    mutating func fill<Value>(_ field: WritableKeyPath<Record, Value?>) {
        if record[keyPath: field] == nil { record[keyPath: field] = other[keyPath: field] }
    }

    private mutating func take<Value>(
        _ name: String,
        _ field: WritableKeyPath<Record, Setting<Value>>,
        isSame: (Value, Value) -> Bool,
        words: (Value) -> String
    ) {
        switch (record[keyPath: field], other[keyPath: field]) {
        case (_, .notExported), (.empty, .empty): break
        case (.notExported, let setting): record[keyPath: field] = setting
        case (.value(let known), .value(let value)):
            if !isSame(known, value) { contradict(name, words(known), words(value)) }
        case (.value(let known), .empty): contradict(name, words(known), "empty")
        case (.empty, .value(let value)): contradict(name, "empty", words(value))
        }
    }

    private mutating func contradict(_ name: String, _ known: String, _ value: String) {
        contradictions.append(
            ExchangeInventory.Problem(
                other.place,
                """
                \(record.label): \(name) is \(value) here and \(known) in \(record.place.path), line \
                \(record.place.line), which is kept
                """,
                hint: "export all servers anew at one time, and leave older exports out"
            )
        )
    }
}

/// Records of one kind, each object once.
struct InventoryRecords<Record: InventoryObject> {
    private(set) var all: [Record] = []
    private(set) var contradictions: [ExchangeInventory.Problem] = []
    private var index: [String: Int] = [:]

    /// Adds a record, or what it knows beyond those before it.
    mutating func add(_ record: Record) {
        guard let position = index[record.key] else {
            index[record.key] = all.count
            all.append(record)
            return
        }
        let union = RecordUnion(all[position], record)
        all[position] = union.record
        contradictions += union.contradictions
    }
}
