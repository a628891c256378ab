/// Property 83: certificate policies (RFC 5280, 4.2.1.4) whose one qualifier is Microsoft's root programme flags.
enum RootPolicies {
    private typealias Tag = DERReader.Tag

    /// szOID_ROOT_PROGRAM_FLAGS.
    private static let rootProgramFlags = ObjectIdentifier("1.3.6.1.4.1.311.60.1.1")

    static func read(_ value: DERReader) throws(DERReader.Failure) -> [RootListEntry.Policy] {
        var value = value
        var sequence = value.inside(try value.next(Tag.sequence, "the policies"))
        try value.finish("the policies")
        var policies: [RootListEntry.Policy] = []
        while !sequence.isAtEnd {
            var policy = sequence.inside(try sequence.next(Tag.sequence, "a policy"))
            let identifier = try policy.next(Tag.objectIdentifier, "a policy's identifier")
            let flags = try flags(in: &policy)
            try policy.finish("a policy")
            policies.append(
                RootListEntry.Policy(
                    identifier: ObjectIdentifier(derContent: policy[identifier.content]),
                    flags: flags
                )
            )
        }
        return policies
    }

    private static func flags(in policy: inout DERReader) throws(DERReader.Failure) -> [UInt8]? {
        guard !policy.isAtEnd else { return nil }
        var qualifiers = policy.inside(try policy.next(Tag.sequence, "a policy's qualifiers"))
        var flags: [UInt8]?
        while !qualifiers.isAtEnd {
            var qualifier = qualifiers.inside(try qualifiers.next(Tag.sequence, "a policy's qualifier"))
            let type = try qualifier.next(Tag.objectIdentifier, "a qualifier's identifier")
            let value = try qualifier.next()
            try qualifier.finish("a policy's qualifier")
            guard ObjectIdentifier(derContent: qualifier[type.content]) == rootProgramFlags else { continue }
            guard value.tag == Tag.bitString, !value.content.isEmpty else {
                throw DERReader.Failure(
                    offset: value.whole.lowerBound,
                    reason: "root programme flags are no bits"
                )
            }
            flags = Array(qualifier[value.content.dropFirst()])
        }
        return flags
    }
}
