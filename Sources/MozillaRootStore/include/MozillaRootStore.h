#ifndef CHAINCHECK_MOZILLA_ROOT_STORE_H
#define CHAINCHECK_MOZILLA_ROOT_STORE_H

#include <stddef.h>

/* The certificates that Mozilla trusts for TLS servers, in DER, one behind the other. */
const unsigned char *mozilla_root_store_certificates(size_t *count);

/* The version of the package that they are from, a date such as 2026.10.18. */
const char *mozilla_root_store_version(void);

#endif
