#include "CertificateTemplate.h"

#include <openssl/asn1t.h>

ASN1_SEQUENCE(chaincheck_public_key) = {
    ASN1_SIMPLE(chaincheck_public_key, algorithm, ASN1_SEQUENCE),
    ASN1_SIMPLE(chaincheck_public_key, key, ASN1_BIT_STRING),
} static_ASN1_SEQUENCE_END(chaincheck_public_key)

ASN1_SEQUENCE(chaincheck_signed_part) = {
    ASN1_EXP_OPT(chaincheck_signed_part, version, ASN1_INTEGER, 0),
    ASN1_SIMPLE(chaincheck_signed_part, serial_number, ASN1_INTEGER),
    ASN1_SIMPLE(chaincheck_signed_part, signature, ASN1_SEQUENCE),
    ASN1_SIMPLE(chaincheck_signed_part, issuer, ASN1_SEQUENCE),
    ASN1_SIMPLE(chaincheck_signed_part, validity, X509_VAL),
    ASN1_SIMPLE(chaincheck_signed_part, subject, ASN1_SEQUENCE),
    ASN1_EMBED(chaincheck_signed_part, public_key, chaincheck_public_key),
    ASN1_IMP_OPT(chaincheck_signed_part, issuer_unique_id, ASN1_BIT_STRING, 1),
    ASN1_IMP_OPT(chaincheck_signed_part, subject_unique_id, ASN1_BIT_STRING, 2),
    ASN1_EXP_SEQUENCE_OF_OPT(chaincheck_signed_part, extensions, ASN1_SEQUENCE, 3),
} static_ASN1_SEQUENCE_END(chaincheck_signed_part)

ASN1_SEQUENCE(chaincheck_certificate) = {
    ASN1_EMBED(chaincheck_certificate, signed_part, chaincheck_signed_part),
    ASN1_SIMPLE(chaincheck_certificate, signature_algorithm, ASN1_SEQUENCE),
    ASN1_SIMPLE(chaincheck_certificate, signature, ASN1_BIT_STRING),
} static_ASN1_SEQUENCE_END(chaincheck_certificate)

ASN1_ITEM_TEMPLATE(chaincheck_relative_name) =
    ASN1_EX_TEMPLATE_TYPE(ASN1_TFLG_SET_OF, 0, chaincheck_relative_name, X509_NAME_ENTRY)
static_ASN1_ITEM_TEMPLATE_END(chaincheck_relative_name)

ASN1_ITEM_TEMPLATE(chaincheck_name) =
    ASN1_EX_TEMPLATE_TYPE(ASN1_TFLG_SEQUENCE_OF, 0, chaincheck_name, chaincheck_relative_name)
static_ASN1_ITEM_TEMPLATE_END(chaincheck_name)

chaincheck_certificate *chaincheck_certificate_decode(const unsigned char **der, long length) {
    return (chaincheck_certificate *)ASN1_item_d2i(NULL, der, length, ASN1_ITEM_rptr(chaincheck_certificate));
}

void chaincheck_certificate_free(chaincheck_certificate *certificate) {
    ASN1_item_free((ASN1_VALUE *)certificate, ASN1_ITEM_rptr(chaincheck_certificate));
}

chaincheck_name *chaincheck_name_decode(const unsigned char **der, long length) {
    return (chaincheck_name *)ASN1_item_d2i(NULL, der, length, ASN1_ITEM_rptr(chaincheck_name));
}

void chaincheck_name_free(chaincheck_name *name) {
    ASN1_item_free((ASN1_VALUE *)name, ASN1_ITEM_rptr(chaincheck_name));
}
