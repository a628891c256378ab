extension Certificate {
    /// What people call the certificate: its common name, else its first name, else its organization, else its
    /// whole subject.
    var label: String {
        subject.values(of: AttributeType.commonName).last
            ?? subjectAlternativeNames.first?.printed
            ?? subject.values(of: AttributeType.organizationalUnit).last
            ?? subject.values(of: AttributeType.organization).last
            ?? (subject.isEmpty ? "(no subject)" : subject.rfc4514)
    }
}
