import ExchangeExports

extension CertificateStatus {
    /// Nil where the export does not say.
    init?(_ value: ExportedValue) {
        guard let text = value.words, !text.isEmpty else { return nil }
        if let number = Int64(text) {
            self.init(number: number)
        } else {
            self = Self.words.first { $0.word.lowercased() == text.lowercased() }?.status ?? .other(text)
        }
    }

    /// Takes the number of an export that keeps no words: only that of valid certificates was ever seen.
    init(number: Int64) { self = number == 1 ? .valid : .other(String(number)) }
}

extension RootCAType {
    /// Nil where the export does not say.
    init?(_ value: ExportedValue) {
        guard let text = value.words, !text.isEmpty else { return nil }
        if let number = Int64(text) {
            self.init(number: number)
        } else {
            self = Self.words.first { $0.word.lowercased() == text.lowercased() }?.type ?? .other(text)
        }
    }

    /// Takes the number of an export that keeps no words.
    ///
    /// 0 (None) and 3 (Registry) were read off real exports; the others follow from the order in which Microsoft's
    /// reference lists the words, which those two keep.
    init(number: Int64) {
        let place = Int(exactly: number)
        self =
            if let place, Self.words.indices.contains(place) { Self.words[place].type } else {
                .other(String(number))
            }
    }
}
