// corpus COUNT FOLDER [SEED]: a folder of certificates to audit, the same for the same count, seed and OpenSSL.
//
// The mix is that of public servers: three of five leaves signed by RSA-2048, one of three by P-256, a few by RSA-4096
// and P-384; one to fifty names; PEM, DER, bundles with their issuers; one in twenty seen before, one in fifty files junk;
// some expired, some without an issuer, some self-signed.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { instant = 1793491200, day = 86400, leaf_keys = 16, files_per_folder = 1000 };

// SplitMix64: every random number, OpenSSL's among them, so that keys and signatures come out the same.
static uint64_t state;
static uint64_t random_number(void) {
    uint64_t mixed = state += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
    return mixed ^ mixed >> 31;
}
static unsigned below(unsigned limit) { return (unsigned)(random_number() % limit); }
static int random_octets(unsigned char *octets, int count) {
    for (int index = 0; index < count; index++) octets[index] = (unsigned char)random_number();
    return 1;
}
static int is_seeded(void) { return 1; }
static RAND_METHOD numbers = {.bytes = random_octets, .pseudorand = random_octets, .status = is_seeded};

static EVP_PKEY *make_key(char kind) {
    return kind == 'r' ? EVP_RSA_gen(2048) : kind == 'R' ? EVP_RSA_gen(4096)
        : EVP_EC_gen(kind == 'e' ? "P-256" : "P-384");
}

struct authority { const char *name; char kind; int issuer; bool is_hidden; EVP_PKEY *key; X509 *certificate; };
static struct authority authorities[] = {
    {"Root R1", 'R', 0}, {"Root R2", 'r', 1}, {"Root E1", 'E', 2}, {"Root E2", 'e', 3}, {"Root Private", 'r', 4},
    {"Issuer R1", 'r', 0}, {"Issuer R2", 'r', 1}, {"Issuer R3", 'r', 1}, {"Issuer E1", 'e', 2}, {"Issuer E2", 'e', 3},
    {"Issuer R4", 'R', 0}, {"Issuer E3", 'E', 2}, {"Issuer Private", 'r', 4}, {"Issuer Missing", 'r', 1, true},
};
enum { first_issuer = 5, private_issuer = 12, missing_issuer = 13, authority_count = 14 };

static void extend(X509 *certificate, X509 *issuer, int identifier, const char *value) {
    X509V3_CTX context;
    // Policies are refused without a configuration, even an empty one.
    static CONF *none;
    if (!none) none = NCONF_new(NULL);
    X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
    X509V3_set_nconf(&context, none);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, identifier, value);
    if (!extension || !X509_add_ext(certificate, extension, -1)) abort();
    X509_EXTENSION_free(extension);
}

static X509 *begin(EVP_PKEY *key, X509_NAME *issuer, time_t from, time_t to) {
    unsigned char serial[16];
    random_octets(serial, sizeof serial);
    serial[0] = (serial[0] & 0x3f) | 0x20;
    X509 *certificate = X509_new();
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, NULL);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    X509_set_version(certificate, 2);
    X509_set_pubkey(certificate, key);
    if (issuer) X509_set_issuer_name(certificate, issuer);
    ASN1_TIME_set(X509_getm_notBefore(certificate), from);
    ASN1_TIME_set(X509_getm_notAfter(certificate), to);
    return certificate;
}

static void name(X509_NAME *name, const char *field, const char *value) {
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, (const unsigned char *)value, -1, -1, 0);
}

static const EVP_MD *hash(char kind) { return kind == 'E' ? EVP_sha384() : EVP_sha256(); }

static void make_authorities(void) {
    for (int index = 0; index < authority_count; index++) {
        struct authority *authority = &authorities[index], *issuer = &authorities[authority->issuer];
        authority->key = make_key(authority->kind);
        X509 *certificate = begin(authority->key, NULL, instant - 1500L * day, instant + 2500L * day);
        X509_NAME *subject = X509_get_subject_name(certificate);
        name(subject, "C", "US");
        name(subject, "O", "Chaincheck Benchmark");
        name(subject, "CN", authority->name);
        X509_set_issuer_name(certificate, issuer == authority ? subject : X509_get_subject_name(issuer->certificate));
        X509 *signer = issuer == authority ? certificate : issuer->certificate;
        extend(certificate, signer, NID_basic_constraints, "critical,CA:TRUE");
        extend(certificate, signer, NID_key_usage, "critical,keyCertSign,cRLSign");
        extend(certificate, signer, NID_subject_key_identifier, "hash");
        extend(certificate, signer, NID_authority_key_identifier, "keyid:always");
        if (issuer != authority) extend(certificate, signer, NID_ext_key_usage, "serverAuth,clientAuth");
        X509_sign(certificate, issuer->key, hash(issuer->kind));
        authority->certificate = certificate;
    }
}

static void host(char *text, size_t room) {
    static const char *const words[] = {"mail", "smtp", "relay", "www", "api", "shop", "login", "portal", "edge", "node"};
    static const char *const ends[] = {"example", "test", "example.com", "example.org", "example.net"};
    snprintf(text, room, "%s%u.%s", words[below(10)], below(100000), ends[below(5)]);
}

static X509 *leaf(EVP_PKEY *const keys[2][leaf_keys], int *issuer_index) {
    unsigned draw = below(100), kind = below(100);
    bool is_self_signed = draw < 5;
    *issuer_index = is_self_signed ? -1 : draw < 8 ? missing_issuer : draw < 10 ? private_issuer
        : kind < 61 ? first_issuer + (int)below(3) : kind < 95 ? first_issuer + 3 + (int)below(2)
        : kind < 98 ? first_issuer + 5 : first_issuer + 6;
    EVP_PKEY *key = keys[below(100) < 62 ? 0 : 1][below(leaf_keys)];
    bool is_rsa = EVP_PKEY_is_a(key, "RSA");
    long life = day * (long[]){90, 90, 90, 199, 397}[below(5)];
    unsigned when = below(100);
    time_t from = when < 8 ? instant - life - day * (1L + below(400)) : when < 10 ? instant + day * (1L + below(60))
        : instant - day * (1L + below((unsigned)(life / day) - 1));
    struct authority *issuer = *issuer_index < 0 ? NULL : &authorities[*issuer_index];
    X509 *certificate = begin(key, issuer ? X509_get_subject_name(issuer->certificate) : NULL, from, from + life);
    char domain[64], names[8192];
    host(domain, sizeof domain);
    X509_NAME *subject = X509_get_subject_name(certificate);
    if (below(5) == 0) name(subject, "C", "DE"), name(subject, "L", "Köln"), name(subject, "O", "Firma GmbH");
    name(subject, "CN", domain);
    if (!issuer) X509_set_issuer_name(certificate, subject);
    X509 *signer = issuer ? issuer->certificate : certificate;
    size_t count = (size_t)snprintf(names, sizeof names, "DNS:%s", domain);
    if (below(5) == 0) count += (size_t)snprintf(names + count, sizeof names - count, ",DNS:*.%s", domain);
    unsigned spread = below(100), more = spread < 25 ? 0 : spread < 70 ? 1 : spread < 90 ? 2 + below(8) : 10 + below(40);
    for (unsigned index = 0; index < more; index++)
        count += (size_t)snprintf(names + count, sizeof names - count, ",DNS:host%u.%s", index, domain);
    extend(certificate, signer, NID_key_usage, is_rsa ? "critical,digitalSignature,keyEncipherment" : "critical,digitalSignature");
    extend(certificate, signer, NID_ext_key_usage, "serverAuth,clientAuth");
    extend(certificate, signer, NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate, signer, NID_subject_key_identifier, "hash");
    extend(certificate, signer, NID_authority_key_identifier, "keyid:always");
    extend(certificate, signer, NID_subject_alt_name, names);
    if (issuer) {
        extend(certificate, signer, NID_info_access, "OCSP;URI:http://ocsp.test,caIssuers;URI:http://crt.test/i.crt");
        extend(certificate, signer, NID_certificate_policies, "2.23.140.1.2.1");
    }
    X509_sign(certificate, issuer ? issuer->key : key, hash(issuer ? issuer->kind : is_rsa ? 'r' : 'e'));
    return certificate;
}

static FILE *create(const char *folder, const char *name, int number) {
    char path[4096];
    snprintf(path, sizeof path, number < 0 ? "%s/%s" : "%s/%s%07d", folder, name, number);
    FILE *file = fopen(path, "wb");
    if (!file) perror(path), exit(2);
    return file;
}

static void write_authorities(const char *folder) {
    FILE *anchors = create(folder, "anchors.pem", -1), *pool = create(folder, "pool.pem", -1);
    for (int index = 0; index < authority_count; index++) {
        if (authorities[index].is_hidden || index == first_issuer - 1) continue;
        PEM_write_X509(index < first_issuer ? anchors : pool, authorities[index].certificate);
    }
    fclose(anchors), fclose(pool);
}

int main(int count, char **arguments) {
    if (count < 3) return fputs("corpus COUNT FOLDER [SEED]\n", stderr), 64;
    int wanted = atoi(arguments[1]);
    char path[3000], leaves[2048];
    state = count > 3 ? strtoull(arguments[3], NULL, 10) : 1;
    RAND_set_rand_method(&numbers);
    snprintf(leaves, sizeof leaves, "%s/leaves", arguments[2]);
    mkdir(arguments[2], 0777), mkdir(leaves, 0777);
    make_authorities();
    write_authorities(arguments[2]);
    EVP_PKEY *keys[2][leaf_keys];
    for (int index = 0; index < leaf_keys; index++) keys[0][index] = make_key('r'), keys[1][index] = make_key('e');
    FILE *all = create(arguments[2], "all.pem", -1);
    X509 *earlier = NULL;
    for (int index = 0; index < wanted; index++) {
        snprintf(path, sizeof path, "%s/%03d", leaves, index / files_per_folder);
        if (index % files_per_folder == 0) mkdir(path, 0777);
        int issuer = -1;
        X509 *certificate = index % 20 == 19 && earlier ? X509_dup(earlier) : leaf(keys, &issuer);
        FILE *file = create(path, "c", index);
        if (below(5) == 0) i2d_X509_fp(file, certificate);
        else {
            if (below(10) == 0) fputs("Bag Attributes\n    friendlyName: one\n", file);
            PEM_write_X509(file, certificate);
            if (below(10) == 0 && issuer >= 0 && issuer < private_issuer) PEM_write_X509(file, authorities[issuer].certificate);
        }
        fclose(file);
        PEM_write_X509(all, certificate);
        if (index % 50 == 7) file = create(path, "j", index), fputs("nothing to see here\n", file), fclose(file);
        X509_free(earlier);
        earlier = certificate;
    }
    return fclose(all) == 0 ? 0 : 2;
}
