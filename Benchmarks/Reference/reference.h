// What an audit costs in C on OpenSSL: the same facts of every certificate, one path, one signature, one line.
//
// Walk, read, decode, parse in a library context without providers, find the issuer, check one signature with a kept key
// (the part of a path above an issuer is judged once an issuer), match names, write JSON. No rules and no score: it is
// the floor that chaincheck is measured against, not a second chaincheck.
#pragma once
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

enum { digest_size = 32, thumbprint_size = 20 };

struct octets { const uint8_t *start; size_t count; };

// Text that grows.
struct text { char *start; size_t count, room; };
void append(struct text *, const void *, size_t);
void append_text(struct text *, const char *);
void append_hex(struct text *, const uint8_t *, size_t);
void append_json(struct text *, const uint8_t *, size_t);

// The files below a folder, folders and files in the order of their names.
struct files { char **paths; size_t count, room; };
void walk(const char *folder, struct files *);

// Reads a file whole into a buffer that is used again; false where that fails.
bool read_file(const char *path, struct text *);

// Calls `take` for each certificate in a file of PEM or DER; gives their number.
size_t each_certificate(const struct text *file, struct text *scratch, void (*take)(struct octets der, void *), void *);

// Digests met before, shared by all threads.
bool is_first(const uint8_t digest[digest_size]);

struct authority;
struct path { const char *status; const struct authority *issuer; };
void load_authorities(const char *file, bool are_anchors);
void judge_authorities(time_t at);
struct path find_path(X509 *, struct octets der, bool is_current);
void append_path(struct text *, const struct path *);

// What each thread keeps for itself: OpenSSL's objects that are costly to make and not to be shared.
struct kit { EVP_MD *sha256, *sha1; struct text line, file, scratch; };

X509 *parse(struct octets der);
void append_certificate(struct kit *, X509 *, struct octets der, const uint8_t digest[digest_size],
                        const char *domain, time_t at);
EVP_PKEY *decode_key(X509 *);
bool decodes_key(X509 *);
