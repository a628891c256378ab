#include "reference.h"
#include <openssl/err.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_authorities = 1024, threads_at_most = 64 };

struct authority {
    X509 *certificate;
    EVP_PKEY *key;
    uint8_t digest[digest_size];
    bool is_anchor, is_trusted;
    const struct authority *issuer;
};

static struct authority authorities[most_authorities];
static size_t authority_count;

static void add(struct octets der, void *are_anchors) {
    if (authority_count == most_authorities) return;
    struct authority *authority = &authorities[authority_count];
    const uint8_t *start = der.start;
    authority->certificate = d2i_X509(NULL, &start, (long)der.count);
    if (!authority->certificate) return;
    authority->key = X509_get_pubkey(authority->certificate);
    EVP_Digest(der.start, der.count, authority->digest, NULL, EVP_sha256(), NULL);
    authority->is_anchor = authority->is_trusted = *(bool *)are_anchors;
    authority_count++;
}

void load_authorities(const char *path, bool are_anchors) {
    struct text file = {0}, scratch = {0};
    if (read_file(path, &file)) each_certificate(&file, &scratch, add, &are_anchors);
    free(file.start);
    free(scratch.start);
}

static bool is_current(X509 *certificate, time_t at) {
    return X509_cmp_time(X509_get0_notBefore(certificate), &at) < 0
        && X509_cmp_time(X509_get0_notAfter(certificate), &at) > 0;
}

// Works out once which authorities lead to an anchor: each signature between two of them is checked once.
void judge_authorities(time_t at) {
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t lower = 0; lower < authority_count; lower++) {
            struct authority *authority = &authorities[lower];
            if (authority->is_trusted || !is_current(authority->certificate, at)
                || X509_check_ca(authority->certificate) != 1)
                continue;
            for (size_t upper = 0; upper < authority_count && !authority->is_trusted; upper++) {
                struct authority *issuer = &authorities[upper];
                if (!issuer->is_trusted
                    || X509_NAME_cmp(X509_get_issuer_name(authority->certificate),
                                     X509_get_subject_name(issuer->certificate)) != 0
                    || X509_verify(authority->certificate, issuer->key) != 1)
                    continue;
                authority->issuer = issuer;
                authority->is_trusted = changed = true;
            }
        }
    }
    ERR_clear_error();
}

static EVP_PKEY_CTX *new_context(EVP_PKEY *key, const EVP_MD *digest) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    if (!context || EVP_PKEY_verify_init(context) != 1) return NULL;
    if (EVP_PKEY_is_a(key, "RSA")) EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
    return EVP_PKEY_CTX_set_signature_md(context, digest) == 1 ? context : NULL;
}

// The context in which this thread checks signatures of a key, kept: setting one up costs a tenth of a check.
static EVP_PKEY_CTX *kept_context(const struct authority *authority, const EVP_MD *digest) {
    static _Thread_local struct { EVP_PKEY_CTX *context; int digest; } kept[most_authorities];
    size_t index = (size_t)(authority - authorities);
    if (kept[index].context && kept[index].digest == EVP_MD_get_type(digest)) return kept[index].context;
    EVP_PKEY_CTX *context = new_context(authority->key, digest);
    if (!context) return NULL;
    EVP_PKEY_CTX_free(kept[index].context);
    kept[index].context = context;
    kept[index].digest = EVP_MD_get_type(digest);
    return context;
}

static const EVP_MD *hash_of_signature(X509 *certificate) {
    static _Thread_local EVP_MD *sha256, *sha384;
    if (!sha256) sha256 = EVP_MD_fetch(NULL, "SHA256", NULL), sha384 = EVP_MD_fetch(NULL, "SHA384", NULL);
    int nid = X509_get_signature_nid(certificate);
    return nid == NID_sha256WithRSAEncryption || nid == NID_ecdsa_with_SHA256 ? sha256
        : nid == NID_sha384WithRSAEncryption || nid == NID_ecdsa_with_SHA384 ? sha384 : NULL;
}

static bool verifies(struct octets der, X509 *certificate, EVP_PKEY_CTX *context, const EVP_MD *digest) {
    // The signed part is the first element inside the certificate, header and all.
    const uint8_t *part = der.start + 4;
    size_t count = 4 + (size_t)(part[2] << 8 | part[3]);
    const ASN1_BIT_STRING *signature;
    X509_get0_signature(&signature, NULL, certificate);
    uint8_t value[EVP_MAX_MD_SIZE];
    unsigned length;
    return context && EVP_Digest(part, count, value, &length, digest, NULL) == 1
        && EVP_PKEY_verify(context, signature->data, (size_t)signature->length, value, length) == 1;
}

static bool is_signed(struct octets der, X509 *certificate, const struct authority *authority) {
    const EVP_MD *digest = hash_of_signature(certificate);
    return digest && verifies(der, certificate, kept_context(authority, digest), digest);
}

// Whether it is signed by its own key, as chaincheck says of none for its names alone.
static bool is_signed_by_itself(struct octets der, X509 *certificate) {
    const EVP_MD *digest = hash_of_signature(certificate);
    EVP_PKEY *key = digest ? decode_key(certificate) : NULL;
    EVP_PKEY_CTX *context = key ? new_context(key, digest) : NULL;
    bool is_signed = verifies(der, certificate, context, digest);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(key);
    return is_signed;
}

struct path find_path(X509 *certificate, struct octets der, bool is_current) {
    struct path path = {"issuer-missing", NULL};
    X509_NAME *issuer = X509_get_issuer_name(certificate), *subject = X509_get_subject_name(certificate);
    if (X509_NAME_cmp(issuer, subject) == 0 && is_signed_by_itself(der, certificate))
        return path.status = "self-signed-certificate", path;
    for (size_t index = 0; index < authority_count; index++) {
        const struct authority *authority = &authorities[index];
        if (path.issuer && !authority->is_trusted) continue;
        if (X509_NAME_cmp(issuer, X509_get_subject_name(authority->certificate)) != 0) continue;
        if (!path.issuer && !is_signed(der, certificate, authority)) {
            path.status = "path-signature-invalid";
            continue;
        }
        path.issuer = authority;
        path.status = !authority->is_trusted ? "root-not-trusted" : is_current ? "ok" : "not-current";
        if (authority->is_trusted) break;
    }
    ERR_clear_error();
    return path;
}

void append_path(struct text *line, const struct path *path) {
    append_text(line, ",\"path\":[");
    for (const struct authority *step = path->issuer; step; step = step->issuer) {
        append_text(line, step == path->issuer ? "{\"sha256\":\"" : ",{\"sha256\":\"");
        append_hex(line, step->digest, digest_size);
        append_text(line, "\"}");
    }
    append_text(line, "]");
}
