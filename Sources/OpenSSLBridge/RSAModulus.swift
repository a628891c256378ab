internal import COpenSSL

/// Arithmetic on RSA moduli, big endian octets, by OpenSSL's numbers.
package enum RSAModulus {
    /// The round in which Fermat's method factors the modulus, from 1; nil where it does not within the rounds.
    ///
    /// The method finds primes that are close to each other: it looks for a square a^2 with a^2 - n a square, from the
    /// root of n upwards.
    package static func fermatRound(_ modulus: [UInt8], rounds: Int) -> Int? {
        withContext { context in
            guard let n = number(modulus, context), let root = root(of: n, context),
                let difference = BN_CTX_get(context)
            else { return nil }
            BN_sqr(difference, root, context)
            if BN_cmp(difference, n) == 0 { return 1 }
            BN_add_word(root, 1)
            BN_sqr(difference, root, context)
            BN_sub(difference, difference, n)
            for round in 1...max(rounds, 1) {
                if isSquare(difference, context) { return round }
                // (a + 1)^2 - n = a^2 - n + 2a + 1.
                BN_add(difference, difference, root)
                BN_add(difference, difference, root)
                BN_add_word(difference, 1)
                BN_add_word(root, 1)
            }
            return nil
        }
    }

    /// What is left of the modulus on division by each of some numbers.
    package static func residues(_ modulus: [UInt8], by divisors: [UInt]) -> [UInt] {
        withContext { context in
            number(modulus, context).map { number in divisors.map { BN_mod_word(number, $0) } }
        } ?? []
    }

    /// Whether two moduli have a factor in common.
    package static func shareFactor(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        withContext { context in
            guard let common = BN_CTX_get(context), let one = number(one, context),
                let other = number(other, context), BN_gcd(common, one, other, context) == 1
            else { return nil }
            return BN_is_zero(common) == 0 && BN_is_one(common) == 0
        } ?? false
    }

    /// Lends a BN_CTX; the numbers taken from it are freed with it.
    private static func withContext<Result>(_ body: (OpaquePointer) -> Result?) -> Result? {
        guard let context = BN_CTX_new() else { return nil }
        BN_CTX_start(context)
        defer {
            BN_CTX_end(context)
            BN_CTX_free(context)
        }
        return body(context)
    }

    private static func number(_ octets: [UInt8], _ context: OpaquePointer) -> OpaquePointer? {
        BN_CTX_get(context).flatMap { BN_bin2bn(octets, Int32(clamping: octets.count), $0) }
    }

    /// The greatest number whose square is no greater, by Newton's method from above.
    private static func root(of number: OpaquePointer, _ context: OpaquePointer) -> OpaquePointer? {
        guard let root = BN_CTX_get(context), let next = BN_CTX_get(context) else { return nil }
        BN_zero_ex(root)
        BN_set_bit(root, (BN_num_bits(number) + 1) / 2)
        while true {
            guard BN_div(next, nil, number, root, context) == 1 else { return nil }
            BN_add(next, next, root)
            BN_rshift1(next, next)
            guard BN_cmp(next, root) < 0 else { return root }
            BN_copy(root, next)
        }
    }

    private static func isSquare(_ number: OpaquePointer, _ context: OpaquePointer) -> Bool {
        // Squares leave few residues: nearly every number that is none falls here.
        for divisor in [64, 63, 65, 11] as [UInt] {
            let rest = BN_mod_word(number, divisor)
            guard (0..<divisor).contains(where: { $0 * $0 % divisor == rest }) else { return false }
        }
        BN_CTX_start(context)
        defer { BN_CTX_end(context) }
        guard let root = root(of: number, context), let square = BN_CTX_get(context) else { return false }
        BN_sqr(square, root, context)
        return BN_cmp(square, number) == 0
    }
}
