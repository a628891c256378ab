/// What hears of a document's elements and text in their order.
protocol XMLEvents: AnyObject {
    /// An element begins; the tag may be looked at until this returns.
    func begin(_ tag: XMLTag, in parser: ExpatParser)
    /// The element that began last ends.
    func end(in parser: ExpatParser)
    /// A piece of text, as UTF-8.
    func text(_ octets: UnsafeRawBufferPointer, in parser: ExpatParser)
    /// A document type declaration begins.
    func documentType(in parser: ExpatParser)
}
