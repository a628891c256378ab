@testable import ChainKit

enum RevocationTarget {
    static func run(_ octets: [UInt8]) {
        var lists: [RevocationList] = []
        var responses: [OCSPResponse] = []
        if let list = try? RevocationList(der: octets) { lists.append(list) }
        if let response = try? OCSPResponse(der: octets) { responses.append(response) }
        guard !lists.isEmpty || !responses.isEmpty else { return }
        for list in lists {
            _ = list.entryCount
            _ = list.issuer.rfc4514
            _ = list.isDelta
        }
        _ = RevocationStore(lists: lists, responses: responses).isEmpty
    }
}
