extension Certificate {
    /// What people call the certificate: its common name, else its first name, else its organization, else its
    /// whole subject.
    package var label: String {
        subject.values(of: AttributeType.commonName).last
            ?? subjectAlternativeNames.first?.printed
            ?? subject.label
    }
}

extension DistinguishedName {
    /// What people call the holder: the common name, else the organization, else the whole name.
    package var label: String {
        values(of: AttributeType.commonName).last
            ?? values(of: AttributeType.organizationalUnit).last
            ?? values(of: AttributeType.organization).last
            ?? (isEmpty ? "(no subject)" : rfc4514)
    }
}
