#include "reference.h"
#include <stdlib.h>
#include <string.h>

void append(struct text *text, const void *octets, size_t count) {
    if (text->count + count > text->room) {
        text->room = (text->count + count) * 2;
        text->start = realloc(text->start, text->room);
        if (!text->start) abort();
    }
    memcpy(text->start + text->count, octets, count);
    text->count += count;
}

void append_text(struct text *text, const char *more) { append(text, more, strlen(more)); }

void append_hex(struct text *text, const uint8_t *octets, size_t count) {
    static const char digits[] = "0123456789abcdef";
    char buffer[128];
    while (count > 0) {
        size_t part = count < 64 ? count : 64;
        for (size_t index = 0; index < part; index++) {
            buffer[2 * index] = digits[octets[index] >> 4];
            buffer[2 * index + 1] = digits[octets[index] & 15];
        }
        append(text, buffer, 2 * part);
        octets += part;
        count -= part;
    }
}

void append_json(struct text *text, const uint8_t *octets, size_t count) {
    static const char digits[] = "0123456789abcdef";
    append(text, "\"", 1);
    size_t start = 0;
    for (size_t index = 0; index < count; index++) {
        uint8_t octet = octets[index];
        if (octet >= 0x20 && octet != '"' && octet != '\\' && octet != 0x7f) continue;
        append(text, octets + start, index - start);
        char escape[] = {'\\', 'u', '0', '0', digits[octet >> 4], digits[octet & 15]};
        append(text, escape, sizeof escape);
        start = index + 1;
    }
    append(text, octets + start, count - start);
    append(text, "\"", 1);
}
