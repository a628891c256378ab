#ifndef CHAINCHECK_CERTIFICATE_TEMPLATE_H
#define CHAINCHECK_CERTIFICATE_TEMPLATE_H

#include <openssl/x509.h>

/* A certificate (RFC 5280, 4.1) for OpenSSL's decoder, with what an audit reads and no more.
 *
 * d2i_X509 also decodes the key through the providers, decodes both names and puts each into a canonical form, and makes
 * locks and room for what others may attach: two thirds of its cost, for things that are not used here. What many
 * certificates share (names, algorithms, extensions) stays encoded, the whole DER of each, to be decoded once for all of them. */

typedef struct {
    ASN1_STRING *algorithm;
    ASN1_BIT_STRING *key;
} chaincheck_public_key;

typedef struct {
    ASN1_INTEGER *version;
    ASN1_INTEGER *serial_number;
    ASN1_STRING *signature;
    ASN1_STRING *issuer;
    X509_VAL *validity;
    ASN1_STRING *subject;
    chaincheck_public_key public_key;
    ASN1_BIT_STRING *issuer_unique_id;
    ASN1_BIT_STRING *subject_unique_id;
    /* NULL where there are none. */
    STACK_OF(ASN1_STRING) *extensions;
} chaincheck_signed_part;

typedef struct {
    chaincheck_signed_part signed_part;
    ASN1_STRING *signature_algorithm;
    ASN1_BIT_STRING *signature;
} chaincheck_certificate;

/* Decodes the certificate at *der and moves *der behind it; NULL, and OpenSSL's error, where there is none. */
chaincheck_certificate *chaincheck_certificate_decode(const unsigned char **der, long length);
void chaincheck_certificate_free(chaincheck_certificate *certificate);

/* A Name (RFC 5280, 4.1.2.4) as a stack of stacks of X509_NAME_ENTRY: what d2i_X509_NAME decodes first, without the canonical
 * form that it makes of it then. That form is refused some values whose octets do not fit their string type: who needs the
 * same answer asks d2i_X509_NAME about what is not ASCII. */
typedef struct stack_st_chaincheck_relative_name chaincheck_name;

chaincheck_name *chaincheck_name_decode(const unsigned char **der, long length);
void chaincheck_name_free(chaincheck_name *name);

#endif
