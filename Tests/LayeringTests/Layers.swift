/// The order of ChainKit's folders, and what breaks it.
enum Layers {
    /// A folder may name what stands before it, never what stands after it.
    static let order = [
        "Encoding", "Input", "Certificate", "Policy", "Names", "Trust", "Path", "Revocation", "Exchange",
        "Explanation", "Rules", "Verification", "Verdict", "Audit", "Diagnosis", "Offer", "Report",
    ]

    /// Each use of a type in a folder that stands before the one which declares it.
    ///
    /// A name that several folders declare says nothing about who knows whom, so it is passed over.
    static func breaches(in files: [SourceTree.File]) -> [String] {
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
    static func level(of path: String) -> Int? {
        let parts = path.split(separator: "/")
        return parts.count > 3 ? order.firstIndex(of: String(parts[2])) : nil
    }
}
