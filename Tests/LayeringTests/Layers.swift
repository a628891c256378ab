/// The order of the folders of a module, and what breaks it.
///
/// Between modules the compiler holds the order: a target imports what the package says it stands on.
struct Layers {
    /// The module's folder.
    let module: String
    /// A folder may name what stands before it, never what stands after it.
    let order: [String]

    static let all = [
        Layers(
            module: "Sources/ChainKit",
            order: [
                "Identifiers", "Input", "Certificate", "Policy", "Names", "Trust", "Path", "Revocation",
                "Installation", "Rules", "Verification", "Verdict", "Audit", "Offer", "Timeline",
            ]
        ),
        Layers(
            module: "Sources/ExchangeKit",
            order: [
                "Inventory", "Naming", "Reading", "Selection", "ProtocolLog", "Explanation", "Diagnosis",
                "Offer", "Comparison",
            ]
        ),
    ]

    /// Each use of a type in a folder that stands before the one which declares it.
    ///
    /// A name that several folders declare says nothing about who knows whom, so it is passed over.
    func breaches(in files: [SourceTree.File]) -> [String] {
        var homes: [String: Set<Int>] = [:]
        for file in files {
            guard let level = level(of: file.path) else { continue }
            for type in SwiftCode.topLevelTypes(in: file.code) { homes[type, default: []].insert(level) }
        }
        var breaches: [String] = []
        for file in files {
            guard let level = level(of: file.path) else { continue }
            for name in SwiftCode.typeNames(in: file.code).sorted() {
                guard let home = homes[name], home.count == 1, let declared = home.first, declared > level
                else {
                    continue
                }
                breaches.append("\(file.path) names \(name) of \(order[declared])")
            }
        }
        return breaches
    }

    /// The place of a file's folder in the order, nil for a file that stands in none of them.
    func level(of path: String) -> Int? {
        guard path.hasPrefix(module + "/") else { return nil }
        let parts = path.dropFirst(module.count + 1).split(separator: "/")
        return parts.count > 1 ? order.firstIndex(of: String(parts[0])) : nil
    }
}
