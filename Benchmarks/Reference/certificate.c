#include "reference.h"
#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/provider.h>
#include <pthread.h>
#include <string.h>

static OSSL_LIB_CTX *parsing;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_context(void) {
    parsing = OSSL_LIB_CTX_new();
    if (parsing) OSSL_PROVIDER_load(parsing, "null");
}

// In a context without providers the key is not decoded: 12 us in place of 83.
X509 *parse(struct octets der) {
    pthread_once(&once, make_context);
    X509 *certificate = X509_new_ex(parsing, NULL);
    const uint8_t *start = der.start;
    X509 *parsed = d2i_X509(&certificate, &start, (long)der.count);
    ERR_clear_error();
    return parsed && start == der.start + der.count ? parsed : (X509_free(parsed), NULL);
}

// The certificate's own key, owned by the caller, with a kept decoder for each kind of key; NULL where it is none.
EVP_PKEY *decode_key(X509 *certificate) {
    static _Thread_local struct { OSSL_DECODER_CTX *context; EVP_PKEY *key; } kept[2];
    static const char *const kinds[] = {"RSA", "EC"};
    X509_ALGOR *algorithm;
    const ASN1_OBJECT *identifier;
    X509_PUBKEY_get0_param(NULL, NULL, NULL, &algorithm, X509_get_X509_PUBKEY(certificate));
    X509_ALGOR_get0(&identifier, NULL, NULL, algorithm);
    int kind = OBJ_obj2nid(identifier) == NID_rsaEncryption ? 0 : 1;
    if (!kept[kind].context)
        kept[kind].context = OSSL_DECODER_CTX_new_for_pkey(&kept[kind].key, "DER", "SubjectPublicKeyInfo", kinds[kind],
                                                           EVP_PKEY_PUBLIC_KEY, NULL, NULL);
    uint8_t *info = NULL;
    size_t left = (size_t)i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &info);
    const uint8_t *start = info;
    EVP_PKEY *key = NULL;
    if (kept[kind].context && OSSL_DECODER_from_data(kept[kind].context, &start, &left) == 1) key = kept[kind].key;
    kept[kind].key = NULL;
    OPENSSL_free(info);
    ERR_clear_error();
    return key;
}

// Whether the certificate's own key is a usable one. Keys of certificates repeat: renewals, and one key for many names.
bool decodes_key(X509 *certificate) {
    static _Thread_local uint8_t known[4096][digest_size];
    uint8_t *info = NULL, digest[digest_size];
    int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &info);
    EVP_Digest(info, (size_t)length, digest, NULL, EVP_sha256(), NULL);
    OPENSSL_free(info);
    uint8_t *slot = known[(digest[0] << 8 | digest[1]) % 4096];
    if (memcmp(slot, digest, digest_size) == 0) return true;
    EVP_PKEY *key = decode_key(certificate);
    if (key) memcpy(slot, digest, digest_size);
    EVP_PKEY_free(key);
    return key != NULL;
}

static void append_name(struct text *line, X509_NAME *name) {
    char buffer[2048];
    size_t count = 0;
    for (int index = X509_NAME_entry_count(name) - 1; index >= 0; index--) {
        X509_NAME_ENTRY *entry = X509_NAME_get_entry(name, index);
        const char *type = OBJ_nid2sn(OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry)));
        const ASN1_STRING *value = X509_NAME_ENTRY_get_data(entry);
        size_t length = (size_t)ASN1_STRING_length(value), room = strlen(type) + length + 3;
        if (count + room > sizeof buffer) break;
        if (count) buffer[count++] = ',';
        memcpy(buffer + count, type, strlen(type));
        count += strlen(type);
        buffer[count++] = '=';
        memcpy(buffer + count, ASN1_STRING_get0_data(value), length);
        count += length;
    }
    append_json(line, (const uint8_t *)buffer, count);
}

static bool is_covered(const uint8_t *name, size_t count, const char *domain) {
    size_t length = strlen(domain);
    if (count == length) return strncasecmp((const char *)name, domain, length) == 0;
    const char *dot = strchr(domain, '.');
    return count > 2 && name[0] == '*' && dot && strlen(dot) == count - 1
        && strncasecmp((const char *)name + 1, dot, count - 1) == 0;
}

static void append_alternative_names(struct text *line, X509 *certificate, const char *domain) {
    bool covered = false, first = true;
    append_text(line, ",\"subjectAlternativeNames\":[");
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    for (int index = 0; index < sk_GENERAL_NAME_num(names); index++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
        if (name->type != GEN_DNS) continue;
        const uint8_t *text = ASN1_STRING_get0_data(name->d.dNSName);
        size_t count = (size_t)ASN1_STRING_length(name->d.dNSName);
        covered |= is_covered(text, count, domain);
        if (!first) append_text(line, ",");
        append_json(line, text, count);
        first = false;
    }
    GENERAL_NAMES_free(names);
    append_text(line, covered ? "],\"covered\":true" : "],\"covered\":false");
}

static void append_extensions(struct text *line, X509 *certificate) {
    ASN1_BIT_STRING *usage = X509_get_ext_d2i(certificate, NID_key_usage, NULL, NULL);
    EXTENDED_KEY_USAGE *purposes = X509_get_ext_d2i(certificate, NID_ext_key_usage, NULL, NULL);
    BASIC_CONSTRAINTS *constraints = X509_get_ext_d2i(certificate, NID_basic_constraints, NULL, NULL);
    ASN1_OCTET_STRING *own = X509_get_ext_d2i(certificate, NID_subject_key_identifier, NULL, NULL);
    AUTHORITY_KEYID *issuer = X509_get_ext_d2i(certificate, NID_authority_key_identifier, NULL, NULL);
    append_text(line, ",\"keyUsage\":\"");
    if (usage) append_hex(line, usage->data, (size_t)usage->length);
    append_text(line, "\",\"extendedKeyUsage\":[");
    for (int index = 0; index < sk_ASN1_OBJECT_num(purposes); index++) {
        const char *name = OBJ_nid2sn(OBJ_obj2nid(sk_ASN1_OBJECT_value(purposes, index)));
        if (index) append_text(line, ",");
        append_json(line, (const uint8_t *)name, strlen(name));
    }
    append_text(line, constraints && constraints->ca ? "],\"isAuthority\":true" : "],\"isAuthority\":false");
    append_text(line, ",\"keyIdentifier\":\"");
    if (own) append_hex(line, own->data, (size_t)own->length);
    append_text(line, "\",\"issuerKeyIdentifier\":\"");
    if (issuer && issuer->keyid) append_hex(line, issuer->keyid->data, (size_t)issuer->keyid->length);
    append_text(line, "\"");
    ASN1_BIT_STRING_free(usage);
    EXTENDED_KEY_USAGE_free(purposes);
    BASIC_CONSTRAINTS_free(constraints);
    ASN1_OCTET_STRING_free(own);
    AUTHORITY_KEYID_free(issuer);
}

void append_certificate(struct kit *kit, X509 *certificate, struct octets der, const uint8_t digest[digest_size],
                        const char *domain, time_t at) {
    struct text *line = &kit->line;
    uint8_t thumbprint[thumbprint_size];
    EVP_Digest(der.start, der.count, thumbprint, NULL, kit->sha1, NULL);
    append_text(line, "{\"type\":\"certificate\",\"sha256\":\"");
    append_hex(line, digest, digest_size);
    append_text(line, "\",\"thumbprint\":\"");
    append_hex(line, thumbprint, thumbprint_size);
    append_text(line, "\",\"subject\":");
    append_name(line, X509_get_subject_name(certificate));
    append_text(line, ",\"issuer\":");
    append_name(line, X509_get_issuer_name(certificate));
    append_text(line, ",\"serialNumber\":\"");
    const ASN1_INTEGER *serial = X509_get0_serialNumber(certificate);
    append_hex(line, serial->data, (size_t)serial->length);
    append_text(line, "\",\"notBefore\":");
    const ASN1_TIME *start = X509_get0_notBefore(certificate), *end = X509_get0_notAfter(certificate);
    append_json(line, start->data, (size_t)start->length);
    append_text(line, ",\"notAfter\":");
    append_json(line, end->data, (size_t)end->length);
    append_extensions(line, certificate);
    append_alternative_names(line, certificate, domain);
    bool is_current = X509_cmp_time(start, &at) < 0 && X509_cmp_time(end, &at) > 0;
    struct path path = find_path(certificate, der, is_current);
    append_path(line, &path);
    append_text(line, decodes_key(certificate) ? ",\"keyDecodes\":true" : ",\"keyDecodes\":false");
    append_text(line, ",\"status\":\"");
    append_text(line, path.status);
    append_text(line, "\"}\n");
}
