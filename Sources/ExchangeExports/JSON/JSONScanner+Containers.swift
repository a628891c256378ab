extension JSONScanner {
    /// Steps over a comma; whether another element follows.
    mutating func goesOn(until end: UInt8) -> Bool {
        skipBlanks()
        switch current {
        case UInt8(ascii: ","):
            position += 1
            skipBlanks()
            return true
        case end: position += 1
        case nil: _ = fail("the document breaks off")
        default: _ = fail("a comma is missing")
        }
        return false
    }

    /// Steps over an opening bracket; whether there is anything in it.
    mutating func opens(until end: UInt8) -> Bool {
        position += 1
        skipBlanks()
        guard current == end else { return true }
        position += 1
        return false
    }

    /// Reads an array, as far as it is whole.
    mutating func array(depth: Int) -> JSONValue? {
        var elements = JSONElements()
        if opens(until: UInt8(ascii: "]")) {
            repeat {
                guard let element = value(depth: depth + 1) else { break }
                if elements.append(element), isWithinOctets { values -= 1 }
            } while goesOn(until: UInt8(ascii: "]"))
        }
        // Half of a byte array is worth nothing.
        return defect == nil ? elements.value : elements.list.map(JSONValue.list)
    }

    /// Reads an object, as far as it is whole.
    mutating func object(depth: Int) -> JSONValue? {
        var object = JSONValue.Object(line: line)
        if opens(until: UInt8(ascii: "}")) {
            repeat {
                guard current == UInt8(ascii: "\"") else {
                    _ = fail(current == nil ? "the document breaks off" : "a member's name is missing")
                    break
                }
                guard let name = string() else { break }
                skipBlanks()
                guard current == UInt8(ascii: ":") else {
                    _ = fail(current == nil ? "the document breaks off" : "a colon is missing")
                    break
                }
                position += 1
                skipBlanks()
                // The name alone tells whose document it is that breaks off.
                let isOutside = !isWithinOctets
                isWithinOctets = isWithinOctets || OctetList.isOctets(name)
                let value = value(depth: depth + 1)
                if isOutside { isWithinOctets = false }
                object.members.append(JSONValue.Member(name: name, value: value ?? .null))
                if value == nil { break }
            } while goesOn(until: UInt8(ascii: "}"))
        }
        object.isComplete = defect == nil
        return .object(object)
    }
}
