#ifndef CHAINCHECK_MICROSOFT_ROOTS_H
#define CHAINCHECK_MICROSOFT_ROOTS_H

#include <stddef.h>

/* The list as Microsoft signed it, byte for byte: a PKCS #7 certificate trust list. */
const unsigned char *microsoft_roots_list(size_t *count);

/* The list's certificates in DER, one behind the other, in the order of the list's entries. */
const unsigned char *microsoft_roots_certificates(size_t *count);

/* What changed from one list to the next, a line a change (SOURCES.md). */
const unsigned char *microsoft_roots_history(size_t *count);

#endif
