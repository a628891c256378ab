#include "reference.h"
#include <string.h>

static int8_t digit_values[256];

__attribute__((constructor)) static void make_table(void) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    memset(digit_values, -1, sizeof digit_values);
    for (int value = 0; value < 64; value++) digit_values[(uint8_t)digits[value]] = (int8_t)value;
}

static bool is_blank(uint8_t octet) { return octet == ' ' || (octet >= '\t' && octet <= '\r'); }

// Decodes base64 with white space in it; false for anything else.
static bool decode(const uint8_t *start, const uint8_t *end, struct text *output) {
    output->count = 0;
    uint32_t bits = 0;
    int digits = 0;
    for (; start < end; start++) {
        while (digits == 0 && end - start >= 4) {
            int32_t group = digit_values[start[0]] << 18 | digit_values[start[1]] << 12
                | digit_values[start[2]] << 6 | digit_values[start[3]];
            if (group < 0) break;
            uint8_t octets[] = {(uint8_t)(group >> 16), (uint8_t)(group >> 8), (uint8_t)group};
            append(output, octets, 3);
            start += 4;
        }
        if (start == end) break;
        if (is_blank(*start)) continue;
        if (*start == '=') break;
        if (digit_values[*start] < 0) return false;
        bits = bits << 6 | (uint32_t)digit_values[*start];
        if (++digits < 4) continue;
        uint8_t octets[] = {(uint8_t)(bits >> 16), (uint8_t)(bits >> 8), (uint8_t)bits};
        append(output, octets, 3);
        digits = 0;
        bits = 0;
    }
    if (digits > 1) {
        uint8_t octets[] = {(uint8_t)(bits >> (6 * digits - 8)), (uint8_t)(bits >> (6 * digits - 16))};
        append(output, octets, (size_t)digits - 1);
    }
    return digits != 1;
}

// Whether the octets are framed like a certificate: a SEQUENCE of this very length that begins with one.
static bool is_framed(struct octets der) {
    return der.count > 8 && der.start[0] == 0x30 && der.start[1] == 0x82 && der.start[4] == 0x30
        && (size_t)(der.start[2] << 8 | der.start[3]) + 4 == der.count;
}

size_t each_certificate(const struct text *file, struct text *scratch, void (*take)(struct octets, void *),
                        void *context) {
    static const char begin[] = "-----BEGIN CERTIFICATE-----", end[] = "-----END CERTIFICATE-----";
    const char *position = file->start, *limit = file->start + file->count;
    struct octets whole = {(const uint8_t *)file->start, file->count};
    if (is_framed(whole)) return take(whole, context), 1;
    size_t found = 0;
    while (position < limit
           && (position = memmem(position, (size_t)(limit - position), begin, sizeof begin - 1))) {
        position += sizeof begin - 1;
        const char *stop = memmem(position, (size_t)(limit - position), end, sizeof end - 1);
        if (!stop) break;
        bool decoded = decode((const uint8_t *)position, (const uint8_t *)stop, scratch);
        struct octets der = {(const uint8_t *)scratch->start, scratch->count};
        if (decoded && is_framed(der)) {
            take(der, context);
            found++;
        }
        position = stop + sizeof end - 1;
    }
    return found;
}
