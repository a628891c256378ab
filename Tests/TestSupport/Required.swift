internal import COpenSSL

/// Unwraps what OpenSSL gives for input of our own making; nil is a defect of the test, which ends here.
func must<Value>(_ value: Value?, _ what: StaticString = #function) -> Value {
    guard let value else { preconditionFailure("\(what): \(opensslComplaint())") }
    return value
}

func must(_ result: Int32, _ what: StaticString = #function) {
    precondition(result > 0, "\(what): \(opensslComplaint())")
}

private func opensslComplaint() -> String {
    ERR_reason_error_string(ERR_get_error()).map { String(cString: $0) } ?? "no error in OpenSSL's queue"
}

/// Calls an `i2d` function twice: for the length, then for the octets.
func encoded(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8] {
    let count = Int(encode(nil))
    precondition(count >= 0, opensslComplaint())
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        var output = buffer.baseAddress
        initialized = Int(encode(&output))
    }
}

/// Lends octets to a `d2i` function.
func decoded<Value>(
    _ octets: [UInt8],
    _ decode: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Value?
) -> Value {
    octets.withUnsafeBufferPointer { buffer in
        var input = buffer.baseAddress
        return must(decode(&input, buffer.count))
    }
}
