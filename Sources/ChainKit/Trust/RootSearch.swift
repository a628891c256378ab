/// Finds roots by what people know of them.
public struct RootSearch: Sendable {
    /// The list that is searched.
    public let list: MicrosoftRootList

    /// Makes a search of a list.
    public init(list: MicrosoftRootList) { self.list = list }

    /// The shortest beginning of a thumbprint that is taken for one; shorter words are names (`CA`, `DAD`).
    private static let shortestPrefix = 6

    /// The roots whose SHA-1 or SHA-256 begins with the text.
    public func roots(thumbprint text: String) -> [RootListEntry] {
        let digits = text.filter { $0 != ":" && $0 != " " }.lowercased()
        guard digits.count >= Self.shortestPrefix, digits.allSatisfy(\.isHexDigit) else { return [] }
        return list.entries.filter {
            $0.thumbprint.hexadecimal.lowercased().hasPrefix(digits)
                || $0.sha256?.hexadecimal.hasPrefix(digits) == true
        }
    }

    /// The roots that have the text in their subject or friendly name, whatever its case.
    public func roots(containing text: String) -> [RootListEntry] {
        let needle = text.lowercased()
        return list.entries.filter { entry in names(of: entry).contains { $0.contains(needle) } }
    }

    /// The roots in whose subject or friendly name a word begins with the text; where none does, those that contain it.
    ///
    /// Whoever asks for Entrust does not mean IdenTrust.
    public func roots(named text: String) -> [RootListEntry] {
        let needle = text.lowercased()
        let candidates = roots(containing: text)
        let named = candidates.filter { entry in
            names(of: entry).contains { name in
                name.ranges(of: needle).contains { range in
                    guard range.lowerBound > name.startIndex else { return true }
                    let before = name[name.index(before: range.lowerBound)]
                    return !before.isLetter && !before.isNumber
                }
            }
        }
        return named.isEmpty ? candidates : named
    }

    /// The roots that a person means: by thumbprint, else by exactly that name, else by a part of it.
    public func roots(meant text: String) -> [RootListEntry] {
        let byThumbprint = roots(thumbprint: text)
        if !byThumbprint.isEmpty { return byThumbprint }
        let needle = text.lowercased()
        let candidates = roots(containing: text)
        let exact = candidates.filter { names(of: $0).contains(needle) }
        return exact.isEmpty ? candidates : exact
    }

    private func names(of entry: RootListEntry) -> [String] {
        let values = list.certificate(of: entry.thumbprint)?.subject.attributes.map(\.value.text) ?? []
        return (values + [entry.displayName ?? ""]).map { $0.lowercased() }
    }
}
