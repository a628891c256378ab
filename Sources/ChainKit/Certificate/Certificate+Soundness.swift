extension Certificate {
    /// Whether octets parse, at less than the cost of parsing them: what ``init(der:)`` takes and nothing else.
    static func parses(_ der: [UInt8], memory: CertificateMemory? = nil) -> Bool {
        if CertificateFields.plain(der, memory: memory) != nil { return true }
        guard let layout = CertificateLayout(der) else { return false }
        return (try? CertificateFields.parsed(der, of: der, layout: layout, memory: memory)) != nil
    }
}
