#ifndef CHAINCHECK_CERTIFICATE_TEMPLATE_H
#define CHAINCHECK_CERTIFICATE_TEMPLATE_H

#include <openssl/x509.h>

/* A certificate (RFC 5280, 4.1) for OpenSSL's decoder, with what an audit reads and no more.
 *
 * d2i_X509 also decodes the key through the providers, decodes both names and puts each into a canonical form, and makes
 * locks and room for what others may attach: two thirds of its cost, for things that are not used here. Names stay encoded,
 * to be decoded once for all certificates that share one. */

typedef struct {
    X509_ALGOR *algorithm;
    ASN1_BIT_STRING *key;
} chaincheck_public_key;

typedef struct {
    ASN1_INTEGER *version;
    ASN1_INTEGER *serial_number;
    X509_ALGOR *signature;
    /* The whole DER of each name. */
    ASN1_STRING *issuer;
    X509_VAL *validity;
    ASN1_STRING *subject;
    chaincheck_public_key public_key;
    ASN1_BIT_STRING *issuer_unique_id;
    ASN1_BIT_STRING *subject_unique_id;
    STACK_OF(X509_EXTENSION) *extensions;
} chaincheck_signed_part;

typedef struct {
    chaincheck_signed_part signed_part;
    X509_ALGOR *signature_algorithm;
    ASN1_BIT_STRING *signature;
} chaincheck_certificate;

/* Decodes the certificate at *der and moves *der behind it; NULL, and OpenSSL's error, where there is none. */
chaincheck_certificate *chaincheck_certificate_decode(const unsigned char **der, long length);
void chaincheck_certificate_free(chaincheck_certificate *certificate);

#endif
