extension ExchangeInventory {
    /// Gives a certificate to the records that know it by its thumbprint only.
    public mutating func supply(_ certificate: Certificate) {
        let thumbprint = certificate.thumbprint.hexadecimal
        for position in certificates.indices
        where certificates[position].certificate == nil && certificates[position].thumbprint == thumbprint {
            certificates[position].take(certificate: certificate)
        }
    }
}
