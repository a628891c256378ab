// dump COUNT [fan|self]: writes COUNT different certificates as one PEM to standard output, as a log's dump would be; anchors
// first. With "fan", COUNT authorities of one name and different keys, and a hundred certificates that name them; with
// "self", COUNT certificates each signed by its own key.
//
// corpus.c has the mix of public servers and takes a millisecond of RSA for each; here P-256 signs, so that a million
// take minutes.
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { instant = 1793491200, day = 86400, keys = 16, issuers = 4, leaves_of_a_fan = 100 };

static void name(X509 *certificate, bool is_issuer, const char *text) {
    X509_NAME *name = X509_NAME_new();
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, (const unsigned char *)"Chaincheck Benchmark", -1, -1, 0);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, (const unsigned char *)text, -1, -1, 0);
    if (is_issuer) X509_set_issuer_name(certificate, name);
    else X509_set_subject_name(certificate, name);
    X509_NAME_free(name);
}

static void extend(X509 *certificate, int identifier, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, NULL, NULL, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, identifier, value);
    if (!extension || !X509_add_ext(certificate, extension, -1)) abort();
    X509_EXTENSION_free(extension);
}

static void write_certificate(long number, const char *subject, const char *issuer, bool is_authority, EVP_PKEY *key,
    EVP_PKEY *issuer_key) {
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set_int64(X509_get_serialNumber(certificate), 0x4000000000000000 + number);
    X509_set_pubkey(certificate, key);
    ASN1_TIME_set(X509_getm_notBefore(certificate), instant - 30L * day);
    ASN1_TIME_set(X509_getm_notAfter(certificate), instant + (is_authority ? 1000L : 10L + number % 300) * day);
    name(certificate, false, subject);
    name(certificate, true, issuer);
    extend(certificate, NID_basic_constraints, is_authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    extend(certificate, NID_key_usage, is_authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    if (!is_authority) {
        char names[256];
        snprintf(names, sizeof names, "DNS:%s,DNS:www.%s", subject, subject);
        extend(certificate, NID_ext_key_usage, "serverAuth,clientAuth");
        extend(certificate, NID_subject_alt_name, names);
    }
    if (!X509_sign(certificate, issuer_key, EVP_sha256()) || !PEM_write_X509(stdout, certificate)) abort();
    X509_free(certificate);
}

int main(int count, char **arguments) {
    if (count < 2) return fputs("dump COUNT [fan|self]\n", stderr), 64;
    long wanted = atol(arguments[1]);
    bool is_fan = count > 2 && strcmp(arguments[2], "fan") == 0;
    bool is_self = count > 2 && strcmp(arguments[2], "self") == 0;
    EVP_PKEY *root = EVP_EC_gen("P-256"), *key[keys], *issuer[issuers];
    for (int index = 0; index < keys; index++) key[index] = EVP_EC_gen("P-256");
    for (int index = 0; index < issuers; index++) issuer[index] = EVP_EC_gen("P-256");
    char subject[64], above[64];
    write_certificate(0, "Dump Root", "Dump Root", true, root, root);
    for (int index = 0; index < issuers && !is_fan; index++) {
        snprintf(subject, sizeof subject, "Dump Issuer %d", index);
        write_certificate(1 + index, subject, "Dump Root", true, issuer[index], root);
    }
    EVP_PKEY *last = root;
    for (long number = 10; number < wanted + 10; number++) {
        if (is_fan) {
            last = EVP_EC_gen("P-256");
            write_certificate(number, "Dump Fan", "Dump Root", true, last, root);
            if (number + leaves_of_a_fan >= wanted + 10) {
                snprintf(subject, sizeof subject, "host%ld.example.com", number);
                write_certificate(number + wanted, subject, "Dump Fan", false, key[number % keys], last);
            }
            EVP_PKEY_free(last);
        } else if (is_self) {
            EVP_PKEY *own = EVP_EC_gen("P-256");
            snprintf(subject, sizeof subject, "host%ld.example.com", number);
            write_certificate(number, subject, subject, false, own, own);
            EVP_PKEY_free(own);
        } else {
            snprintf(subject, sizeof subject, "host%ld.example.com", number);
            snprintf(above, sizeof above, "Dump Issuer %ld", number % issuers);
            write_certificate(number, subject, above, false, key[number % keys], issuer[number % issuers]);
        }
    }
    return fflush(stdout) == 0 ? 0 : 2;
}
