/// What becomes of the text between tags.
extension CliXMLBuilder {
    /// Adds the primitive that ends, null where its text is not what it should be.
    func add(_ primitive: CliXMLPrimitive, in parser: ExpatParser) {
        let measure = CliXMLMeasure(values: 1 + characters.count / 1024)
        let subject = valueName.isEmpty ? "a value" : valueName.abridged
        let value = take(subject, in: parser, primitive.value)
        if case .some(.none) = value {
            report("\(subject) is not of the type that its element says", in: parser)
        }
        let property = ExportedObject.Property(valueName, (value ?? nil) ?? .null)
        assembly.add(property, measure: measure, in: elements.last ?? .objects, line: parser.line)
    }

    /// Makes something of the text that has been read; nil where it is too long.
    func take<Result>(
        _ subject: String,
        in parser: ExpatParser,
        _ read: ([UInt8]) -> Result
    ) -> Result? {
        let result = characters.take(read)
        if result == nil {
            report("\(subject) is longer than the limit of \(limits.valueOctets) octets", in: parser)
        }
        return result
    }
}
