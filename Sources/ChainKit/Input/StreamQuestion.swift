import Octets

/// One line of a stream: a certificate to be judged, with what came along with it.
package struct StreamQuestion: Sendable {
    /// What the sender calls the line, to be said again in the answer.
    package enum Identifier: Sendable, Hashable {
        case text(String)
        /// A number as it was written.
        case number(String)
    }

    /// Why a line cannot be answered, in words, and what it called itself where that could be read.
    package struct Failure: Error {
        /// The reason, lower case, no full stop.
        package let message: String
        /// The line's own name.
        package let identifier: Identifier?

        /// Says why.
        package init(message: String, identifier: Identifier? = nil) {
            self.message = message
            self.identifier = identifier
        }
    }

    /// The line's own name, nil where it has none.
    package let identifier: Identifier?
    /// The certificate, in any form that a file may have.
    package let certificate: [UInt8]
    /// Certificates that may stand above it, each in any form.
    package let chain: [[UInt8]]

    /// Reads a line of JSON.
    package init(line: ArraySlice<UInt8>) throws(Failure) {
        let json: JSONLine
        do throws(JSONLine.Failure) {
            json = try JSONLine(line)
        } catch {
            let offset = error.offset - line.startIndex
            throw Failure(message: "no JSON object in one line: see offset \(offset)", identifier: nil)
        }
        let identifier: Identifier?
        switch json["id"] {
        case .string(let octets):
            // Repaired, two of them could be one, and an answer would belong to either.
            guard let text = String(validating: octets, as: UTF8.self) else {
                throw Failure(message: "id is not UTF-8, so it cannot be said again in the answer")
            }
            identifier = .text(text)
        case .number(let octets): identifier = .number(String(decoding: octets, as: UTF8.self))
        case .array, .other, nil: identifier = nil
        }
        self.identifier = identifier
        switch (json["pem"], json["der"]) {
        case (.string(let pem), nil): certificate = pem
        case (nil, .string(let text)):
            guard case .octets(let der) = Base64Decoder.decode(text) else {
                throw Failure(message: "der is not base64", identifier: identifier)
            }
            certificate = der
        case (nil, nil): throw Failure(message: "neither pem nor der", identifier: identifier)
        default: throw Failure(message: "pem or der must be one string, and not both", identifier: identifier)
        }
        switch json["chain"] {
        case .string(let text): chain = [text]
        case .array(let elements):
            var chain: [[UInt8]] = []
            for element in elements {
                guard case .string(let text) = element else {
                    throw Failure(message: "chain holds something other than strings", identifier: identifier)
                }
                chain.append(text)
            }
            self.chain = chain
        case .other, nil: chain = []
        case .number: throw Failure(message: "chain is no list of strings", identifier: identifier)
        }
    }
}
