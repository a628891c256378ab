internal import CExpat

/// The sole owner of one `XML_Parser`, and with `XMLTag` the one place that holds pointers of Expat's.
final class ExpatParser {
    /// Octets for one call of Expat's, which counts in 32 bits; few calls, because what straddles two is copied.
    private static let chunk = 1 << 30

    private let parser: OpaquePointer  // XML_Parser
    /// Not owned: who hears lives as long as the call of `parse` does.
    private unowned let events: any XMLEvents
    private var isStopped = false

    /// Makes a parser; nil where there is no memory for one.
    ///
    /// A given encoding overrides what the document declares.
    init?(encoding: String?, events: any XMLEvents) {
        guard let parser = XML_ParserCreate(encoding) else { return nil }
        self.parser = parser
        self.events = events
    }

    deinit { XML_ParserFree(parser) }

    /// The line that is being parsed, from 1.
    var line: Int { max(1, Int(clamping: XML_GetCurrentLineNumber(parser))) }

    /// Ends the parsing; nothing more is told of, although Expat may still call.
    func stop() {
        isStopped = true
        _ = XML_StopParser(parser, 0)
    }

    /// Parses a document to its end; nil where it is well-formed, or where it was stopped.
    func parse(_ octets: ArraySlice<UInt8>) -> XMLFailure? {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { ExpatParser.hear($0, XMLTag($1, $2)) { $0.begin($1, in: $2) } },
            { context, _ in ExpatParser.hear(context, ()) { events, _, parser in events.end(in: parser) } }
        )
        XML_SetCharacterDataHandler(parser) { context, text, count in
            ExpatParser.hear(context, UnsafeRawBufferPointer(start: text, count: Int(count))) {
                $0.text($1, in: $2)
            }
        }
        // Told of before any entity is declared, so that none ever is.
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            ExpatParser.hear(context, ()) { events, _, parser in events.documentType(in: parser) }
        }
        return octets.withUnsafeBytes(feed)
    }

    private func feed(_ octets: UnsafeRawBufferPointer) -> XMLFailure? {
        var rest = octets[...]
        repeat {
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.chunk))
            rest = rest.dropFirst(part.count)
            let start = part.baseAddress?.assumingMemoryBound(to: CChar.self)
            let status = XML_Parse(parser, start, Int32(part.count), rest.isEmpty ? 1 : 0)
            if isStopped { return nil }
            if status != XML_STATUS_OK { return failure }
        } while !rest.isEmpty
        return nil
    }

    private var failure: XMLFailure {
        let code = XML_GetErrorCode(parser)
        let ends = [
            XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
            XML_ERROR_UNCLOSED_CDATA_SECTION,
        ]
        if ends.contains(code) { return XMLFailure(line: line, words: nil) }
        let words = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
        return XMLFailure(line: line, words: words)
    }

    private static func hear<Event>(
        _ context: UnsafeMutableRawPointer?,
        _ event: Event,
        _ tell: (any XMLEvents, Event, ExpatParser) -> Void
    ) {
        guard let context else { return }
        let parser = Unmanaged<ExpatParser>.fromOpaque(context).takeUnretainedValue()
        if !parser.isStopped { tell(parser.events, event, parser) }
    }
}

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

/// Why a document is not well-formed.
struct XMLFailure {
    /// Where the parser gave up.
    let line: Int
    /// What is wrong as the parser says it, nil where the document is only cut off.
    let words: String?

    /// What is wrong, and what it has cost: the object that begins in a line and has no end.
    func reason(lost: Int?) -> String {
        let reason = words.map { "no well-formed XML from here on (\($0))" }
        let loss = lost.map { ", and the object that begins in line \($0) is left out" }
        return (reason ?? "the file ends before its last element does") + (loss ?? "")
    }
}
