internal import COpenSSL

/// RSA keys that are known to be weak, made for tests.
extension ForgedKey {
    /// Two primes that follow one another: Fermat's method finds them at once.
    package static func closePrimes(bits: Int) -> ForgedKey {
        let context = must(BN_CTX_new())
        defer { BN_CTX_free(context) }
        let p = must(BN_new())
        must(BN_generate_prime_ex(p, Int32(bits / 2), 0, nil, nil, nil))
        let q = must(BN_dup(p))
        repeat { must(BN_add_word(q, 2)) } while BN_check_prime(q, context, nil) != 1
        return rsa(p, q)
    }

    /// Two keys that have a prime in common.
    package static func sharingPrime(bits: Int) -> (ForgedKey, ForgedKey) {
        let primes = (0..<3).map { _ in
            let prime = must(BN_new())
            must(BN_generate_prime_ex(prime, Int32(bits / 2), 0, nil, nil, nil))
            return prime
        }
        let one = rsa(must(BN_dup(primes[0])), primes[1])
        return (one, rsa(primes[0], primes[2]))
    }

    /// Primes of the form k * M + (65537^a mod M), M the product of the first 126 primes (CVE-2017-15361).
    ///
    /// 126 primes are what keys of 1984 bits and more were made with.
    package static func roca(bits: Int) -> ForgedKey { rsa(rocaPrime(bits / 2), rocaPrime(bits / 2)) }

    /// An RSA key of sound primes with any odd public exponent from 3 on.
    package static func rsa(bits: Int, exponent: UInt) -> ForgedKey {
        let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil)
        defer { EVP_PKEY_CTX_free(context) }
        let number = must(BN_new())
        defer { BN_free(number) }
        must(BN_set_word(number, exponent))
        must(EVP_PKEY_keygen_init(context))
        must(EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(bits)))
        must(EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, number))
        var key: OpaquePointer?
        must(EVP_PKEY_generate(context, &key))
        return ForgedKey(adopting: must(key))
    }

    private static func rocaPrime(_ bits: Int) -> OpaquePointer {
        let context = must(BN_CTX_new())
        defer { BN_CTX_free(context) }
        let product = must(BN_new())
        must(BN_set_word(product, 1))
        var found = 0
        for candidate in 2... {
            guard found < 126 else { break }
            guard (2..<candidate).allSatisfy({ candidate % $0 != 0 }) else { continue }
            must(BN_mul_word(product, UInt(candidate)))
            found += 1
        }
        let free = Int32(bits) - BN_num_bits(product)
        let (generator, power, prime) = (must(BN_new()), must(BN_new()), must(BN_new()))
        must(BN_set_word(generator, 65_537))
        repeat {
            // The top bits of k are set, so that the product of two such primes has all its bits.
            let (factor, exponent) = (must(BN_new()), must(BN_new()))
            must(BN_rand(factor, free, 1, 0))
            must(BN_rand(exponent, 60, -1, 0))
            must(BN_mod_exp(power, generator, exponent, product, context))
            must(BN_mul(prime, factor, product, context))
            must(BN_add(prime, prime, power))
            BN_free(factor)
            BN_free(exponent)
        } while BN_check_prime(prime, context, nil) != 1
        for number in [product, generator, power] { BN_free(number) }
        return prime
    }

    /// A key of two primes, which it takes over, with the exponent 65537.
    private static func rsa(_ p: OpaquePointer, _ q: OpaquePointer) -> ForgedKey {
        let context = must(BN_CTX_new())
        defer { BN_CTX_free(context) }
        let numbers = (0..<8).map { _ in must(BN_new()) }
        defer { for number in numbers + [p, q] { BN_free(number) } }
        let (n, e, d, phi, p1, q1, inverse) = (
            numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]
        )
        must(BN_mul(n, p, q, context))
        must(BN_set_word(e, 65_537))
        must(BN_sub(p1, p, BN_value_one()))
        must(BN_sub(q1, q, BN_value_one()))
        must(BN_mul(phi, p1, q1, context))
        _ = must(BN_mod_inverse(d, e, phi, context))
        _ = must(BN_mod_inverse(inverse, q, p, context))
        let dp = numbers[7]
        must(BN_div(nil, dp, d, p1, context))
        let dq = must(BN_new())
        defer { BN_free(dq) }
        must(BN_div(nil, dq, d, q1, context))
        // RSAPrivateKey (RFC 8017, A.1.2).
        let fields = [n, e, d, p, q, dp, dq, inverse].map(integer)
        let der = DERWriter.sequence(DERWriter.integer(0) + fields.flatMap { $0 })
        return ForgedKey(adopting: decoded(der) { d2i_AutoPrivateKey(nil, $0, $1) })
    }

    private static func integer(_ number: OpaquePointer) -> [UInt8] {
        let count = Int(BN_num_bits(number) + 7) / 8
        let octets = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = Int(BN_bn2bin(number, buffer.baseAddress))
        }
        return DERWriter.element(0x02, (octets.first ?? 0) >= 0x80 ? [0] + octets : octets)
    }
}
