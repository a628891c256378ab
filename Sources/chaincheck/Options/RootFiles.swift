import ArgumentParser
import FoundationEssentials

/// Reads the files that a root list comes in.
enum RootFiles {
    static func octets(of path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            StandardError.report("\(path) cannot be read", hint: reason(for: path))
            throw ExitCode(2)
        }
    }

    /// The DER of every certificate in a file or in a folder and its folders, in the order of their paths.
    static func certificates(at path: String) throws -> [[UInt8]] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            StandardError.report("\(path) cannot be read", hint: reason(for: path))
            throw ExitCode(2)
        }
        guard isFolder else { return encodings(in: try octets(of: path)) }
        var certificates: [[UInt8]] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
            let file = path + "/" + name
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder else {
                continue
            }
            certificates += encodings(in: try octets(of: file))
        }
        return certificates
    }

    private static func reason(for path: String) -> String {
        FileManager.default.fileExists(atPath: path)
            ? "is it a file that you may read?" : "there is no such file"
    }

    // Until the Input stage is here: plain PEM, or DER one certificate behind the other.
    private static func encodings(in octets: [UInt8]) -> [[UInt8]] {
        if octets.first == 0x30 { return concatenated(octets) }
        let lines = octets.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d })
        var encodings: [[UInt8]] = []
        var block: [UInt8]?
        for line in lines {
            if line.starts(with: "-----BEGIN CERTIFICATE-----".utf8) {
                block = []
            } else if line.starts(with: "-----END CERTIFICATE-----".utf8) {
                if let der = block.flatMap({ Data(base64Encoded: Data($0)) }) { encodings.append(Array(der)) }
                block = nil
            } else {
                block?.append(contentsOf: line)
            }
        }
        return encodings
    }

    private static func concatenated(_ octets: [UInt8]) -> [[UInt8]] {
        var encodings: [[UInt8]] = []
        var start = 0
        while start + 4 <= octets.count, octets[start] == 0x30, octets[start + 1] == 0x82 {
            let end = start + 4 + (Int(octets[start + 2]) << 8 | Int(octets[start + 3]))
            guard end <= octets.count else { break }
            encodings.append(Array(octets[start..<end]))
            start = end
        }
        return encodings
    }
}
