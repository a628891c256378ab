#ifndef CHAINCHECK_COPENSSL_SHIM_H
#define CHAINCHECK_COPENSSL_SHIM_H

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* Only what Swift cannot import: macros with arguments. */

static inline int chaincheck_ERR_GET_REASON(unsigned long code) { return ERR_GET_REASON(code); }
static inline int chaincheck_ERR_GET_LIB(unsigned long code) { return ERR_GET_LIB(code); }
static inline int chaincheck_EVP_PKEY_PUBLIC_KEY(void) { return EVP_PKEY_PUBLIC_KEY; }
static inline void chaincheck_free(void *pointer) { OPENSSL_free(pointer); }

#endif
